import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { eventually } from '../fixtures/eventually.ts';
import { isRunning } from '../fixtures/is-running.ts';
import {
  anAppliance,
  aSession,
  buildPrograms,
  filesIn,
  pinnedItems,
  untilNothingIsLeft,
} from './pin-fixture.ts';

beforeAll(buildPrograms, 60_000);

test('R2.8 allowed, it is installed in a folder of its own, registers, and outlives the session', async () => {
  const session = await aSession(await anAppliance());
  const { appliance, customer, home, row } = session;
  const outcome = session.pin();
  await customer.answerPin('allow');
  expect(await outcome).toMatchObject({ ok: true });
  const [item] = pinnedItems(appliance);
  expect(item).toMatchObject({ name: 'Erika at home', presence: 'online' });
  expect(row()).toMatchObject({ jumpItemId: item?.id, pin: null });

  const [pinned] = customer.pinned();
  expect(statSync(pinned?.folder ?? '').mode & 0o777).toBe(0o700);
  const [processId = 0, ...others] = pinned?.processIds() ?? [];
  expect(others).toEqual([]);
  const session_ = readFileSync(`/proc/${processId}/stat`, 'utf8').split(' ')[5];
  expect(Number(session_)).toBe(processId);
  const open = [0, 1, 2].map((fd) => readlinkSync(`/proc/${processId}/fd/${fd}`));
  expect(open).toEqual(['/dev/null', '/dev/null', '/dev/null']);
  expect(readdirSync(join(home, '.config/autostart'))).toHaveLength(1);

  await session.end();
  expect(await customer.program.ended).toBe(0);
  expect(isRunning(processId)).toBe(true);
  await expect
    .poll(() => appliance.core.site.get('jump-item', item?.id ?? ''))
    .toMatchObject({ presence: 'online' });
});

test('R1.9 removed in the console, it deletes itself with all that it has installed', async () => {
  const session = await aSession(await anAppliance());
  const { appliance, customer, home } = session;
  const outcome = session.pin();
  await customer.answerPin('allow');
  const { value } = await outcome;
  const [processId = 0] = customer.pinned()[0]?.processIds() ?? [];
  expect(filesIn(home)).not.toEqual([]);
  await appliance.core.jumpItems.remove(value?.jumpItemId as never);
  await eventually('its end', async () => !isRunning(processId));
  await untilNothingIsLeft(session);
});
