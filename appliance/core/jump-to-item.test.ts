import { describe, expect, test } from 'vitest';
import type { JumpErrorCode } from '#app/domain/jump-error.ts';
import type { Presence } from '#app/domain/jump-item.ts';
import {
  anOpId,
  createCoreFixture,
  fakeLink,
  jumpItemId,
  representativeId,
  silentTransport,
} from '../testing/core-fixture.ts';
import { type DispatchOutcome, SESSION_START_MS } from './start-link.ts';

type Fixture = Awaited<ReturnType<typeof createCoreFixture>>;

function jump({ core }: Fixture, username: string, id: string) {
  const { requests } = core.connectConsole(representativeId(username), silentTransport);
  const seen = { propertiesRev: 1, presenceRev: 1 };
  return requests['jump-item:jump']({ opId: anOpId(), repeated: false, jumpItemId: jumpItemId(id), seen });
}
async function connect(
  { core }: Fixture,
  id: string,
  answer?: () => DispatchOutcome | Promise<DispatchOutcome>,
) {
  const computer = fakeLink(answer);
  await core.jumpClients.connected(jumpItemId(id), computer.link, '192.0.2.1');
  return computer;
}
function refused(code: JumpErrorCode) {
  return expect.objectContaining({ ok: false, code });
}
const never = () => new Promise<DispatchOutcome>(() => undefined);

test('R1.8 a jump starts a session: in the list, on its row, and with the computer', async () => {
  const fixture = await createCoreFixture();
  const computer = await connect(fixture, 'till');
  const answer = await jump(fixture, 'anna', 'till');
  const [session] = fixture.core.site.all('support-session');
  expect(answer).toEqual({ ok: true, value: { sessionId: session?.id } });
  expect(session).toMatchObject({ name: 'Till', representativeId: 'representative-anna' });
  expect(computer.started[0]?.sessionId).toBe(session?.id);
  const row = fixture.core.site.get('jump-item', 'till');
  expect(row).toMatchObject({ inSessionWith: ['Anna'], lastAccessedAt: fixture.environment.clock.now() });
});

test('R1.8 a second jump to the own session leads to it', async () => {
  const fixture = await createCoreFixture();
  const computer = await connect(fixture, 'till');
  const first = await jump(fixture, 'anna', 'till');
  expect(await jump(fixture, 'anna', 'till')).toEqual(first);
  expect(computer.started).toHaveLength(1);
});

test('two representatives are in session with one computer at once', async () => {
  const fixture = await createCoreFixture();
  await connect(fixture, 'till');
  await jump(fixture, 'anna', 'till');
  await jump(fixture, 'ben', 'till');
  expect(fixture.core.site.get('jump-item', 'till')).toMatchObject({ inSessionWith: ['Anna', 'Ben'] });
});

describe('refusals before the Jump Client is asked', () => {
  test('R7.7 an item that was removed does not exist', async () => {
    const fixture = await createCoreFixture();
    await fixture.core.jumpItems.remove(jumpItemId('till'));
    expect(await jump(fixture, 'anna', 'till')).toEqual(refused('client-not-found'));
  });

  test('R7.7 an item that the representative may not see does not exist', async () => {
    const fixture = await createCoreFixture();
    await connect(fixture, 'database');
    expect(await jump(fixture, 'anna', 'database')).toEqual(refused('client-not-found'));
  });

  test('not-permitted names the right', async () => {
    const fixture = await createCoreFixture();
    const answer = await jump(fixture, 'cleo', 'till');
    expect(answer).toEqual({ ok: false, code: 'not-permitted', detail: 'jump-to-jump-items' });
  });

  test('a shortcut has no Jump Client to ask', async () => {
    expect(await jump(await createCoreFixture(), 'anna', 'rdp')).toEqual(refused('malformed'));
  });

  const presences: [string, Presence, JumpErrorCode][] = [
    ['R7.8 offline', 'offline', 'client-offline'],
    ['R7.9 uninstalled', 'uninstalled', 'client-uninstalled'],
    ['R7.16 disabled', 'disabled', 'client-disabled'],
  ];
  for (const [title, presence, code] of presences) {
    test(title, async () => {
      const fixture = await createCoreFixture();
      await connect(fixture, 'till');
      await fixture.core.jumpItems.change(jumpItemId('till'), { presence });
      expect(await jump(fixture, 'anna', 'till')).toEqual(refused(code));
    });
  }

  test('no right comes before the presence', async () => {
    const fixture = await createCoreFixture();
    await fixture.core.jumpItems.change(jumpItemId('till'), { presence: 'uninstalled' });
    expect(await jump(fixture, 'cleo', 'till')).toEqual(refused('not-permitted'));
  });
});

describe('refusals when the Jump Client is asked', () => {
  test('R7.14 online in name, but not connected', async () => {
    expect(await jump(await createCoreFixture(), 'anna', 'till')).toEqual(refused('client-not-connected'));
  });

  const outcomes: [string, DispatchOutcome, JumpErrorCode][] = [
    ['R7.14 it disconnects meanwhile', 'not-connected', 'client-not-connected'],
    ['R7.12 it fails', { ok: false, reason: 'failed' }, 'session-start-failed'],
    ['R7.12 it answers nonsense', 'nonsense', 'session-start-failed'],
    ['R7.16 it was disabled a moment ago', { ok: false, reason: 'disabled' }, 'client-disabled'],
  ];
  for (const [title, outcome, code] of outcomes) {
    test(title, async () => {
      const fixture = await createCoreFixture();
      await connect(fixture, 'till', () => outcome);
      expect(await jump(fixture, 'anna', 'till')).toEqual(refused(code));
      expect([...fixture.core.site.all('support-session')]).toHaveLength(0);
      expect(fixture.core.relay.count()).toBe(0);
    });
  }

  test('R7.13 it takes longer than 30 seconds', async () => {
    const fixture = await createCoreFixture();
    await connect(fixture, 'till', never);
    const answer = jump(fixture, 'anna', 'till');
    fixture.environment.advance(SESSION_START_MS);
    expect(await answer).toEqual(refused('session-start-too-slow'));
  });

  test('the right is asked for again when the session begins', async () => {
    const fixture = await createCoreFixture();
    const { site } = fixture.core;
    await connect(fixture, 'till', async () => {
      const anna = site.get('representative', representativeId('anna'));
      if (anna !== undefined)
        await site.transact((t) => t.put('representative', anna.id, { ...anna, teamIds: [] }));
      return { ok: true };
    });
    expect(await jump(fixture, 'anna', 'till')).toEqual(refused('client-not-found'));
    expect([...site.all('support-session')]).toHaveLength(0);
  });
});

test('R7.11 the twenty-first representative to start a session at once finds the appliance too busy', async () => {
  const people = Array.from({ length: 22 }, (_, index) => `rep${index}`);
  const fixture = await createCoreFixture({
    siteName: 'Busy Site',
    accounts: people.map((username) => ({ username, displayName: username, rights: ['jump-to-jump-items'] })),
    jumpItems: people.map((id) => ({ id, method: 'jump-client', name: id, jumpGroup: 'All Users' })),
  });
  const release: (() => void)[] = [];
  const held = () =>
    new Promise<DispatchOutcome>((resolve) => {
      release.push(() => resolve({ ok: true }));
    });
  for (const id of people) await connect(fixture, id, held);
  const twenty = people.slice(0, 20).map((one) => jump(fixture, one, one));
  expect(await jump(fixture, 'rep20', 'rep20')).toEqual(refused('appliance-too-busy'));
  release[0]?.();
  expect(await twenty[0]).toMatchObject({ ok: true });
  const next = jump(fixture, 'rep21', 'rep21');
  for (const go of release) go();
  expect(await next).toMatchObject({ ok: true });
  expect((await Promise.all(twenty)).every(({ ok }) => ok)).toBe(true);
});
