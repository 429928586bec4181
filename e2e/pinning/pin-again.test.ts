import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createApplianceControl } from '../fixtures/appliance-control.ts';
import { untilPageShows } from '../fixtures/customers-page.ts';
import { anAppliance, aSession, buildPrograms, pinnedItems, untilNothingIsLeft } from './pin-fixture.ts';

beforeAll(buildPrograms, 60_000);

test('R7.4 pinned already: in this session, and in the next one with the same computer', async () => {
  const appliance = await anAppliance();
  const first = await aSession(appliance);
  const outcome = first.pin();
  await first.customer.answerPin('allow');
  await outcome;
  expect(await first.pin()).toMatchObject({ ok: false, code: 'client-already-pinned' });
  const second = await aSession(appliance, first.home);
  expect(await second.pin()).toMatchObject({ ok: false, code: 'client-already-pinned' });
  expect(second.row()?.pin).toBeNull();
  expect(second.customer.program.log()).not.toContain('asks to install');
  expect(pinnedItems(appliance)).toHaveLength(1);
});

test('R1.12 uninstalled by its user, it can be pinned again', async () => {
  const appliance = await anAppliance({ askBeforePin: false });
  const session = await aSession(appliance);
  await session.pin();
  const [{ folder } = { folder: '' }] = session.customer.pinned();
  const words = [join(folder, 'program/index.js'), 'uninstall'];
  const { stdout } = await promisify(execFile)(join(folder, 'node'), words);
  expect(stdout).toContain('has been uninstalled');
  await expect.poll(() => session.customer.pinned()).toEqual([]);
  expect(pinnedItems(appliance)).toMatchObject([{ presence: 'uninstalled' }]);
  expect(await session.pin()).toMatchObject({ ok: true });
  expect(pinnedItems(appliance)).toHaveLength(2);
});

test('asked again after a lost connection, and asked no more once the session is over', async () => {
  const appliance = await anAppliance();
  const session = await aSession(appliance);
  const outcome = session.pin();
  const { page } = await session.customer.joined();
  const asking = z.object({
    request: z.object({ state: z.literal('asking'), pinId: z.string(), until: z.number() }),
  });
  const first = await untilPageShows(page ?? '', asking);
  const control = appliance.announcement.control;
  if (control === undefined) throw new Error('There is no control.');
  const gone = untilPageShows(page ?? '', z.object({ request: z.null() }));
  await createApplianceControl(control).dropCustomers();
  await gone;
  const again = await untilPageShows(page ?? '', asking);
  expect(again.request.pinId).toBe(first.request.pinId);
  expect(Math.abs(again.request.until - first.request.until)).toBeLessThan(1_000);
  await session.customer.answerPin('refuse');
  expect(await outcome).toMatchObject({ code: 'customer-refused' });
  await untilPageShows(page ?? '', z.object({ request: z.null() }));
  await untilNothingIsLeft(session);
});
