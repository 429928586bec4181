import { expect, test } from 'vitest';
import { SESSION_GRACE_MS } from '#app/contracts/session-link.ts';
import type { SupportSessionId } from '#app/domain/ids.ts';
import {
  anOpId,
  createCoreFixture,
  fakeLink,
  jumpItemId,
  representativeId,
  settled,
  silentTransport,
} from '../testing/core-fixture.ts';
import { itemCommandsOf } from '../testing/item-commands.ts';

const till = jumpItemId('till');

/** Anna is in session with the till. */
async function inSession() {
  const fixture = await createCoreFixture();
  const computer = fakeLink();
  await fixture.core.jumpClients.connected(till, computer.link, '192.0.2.1');
  const console = (username: string) =>
    fixture.core.connectConsole(representativeId(username), silentTransport).requests;
  const seen = { propertiesRev: 1, presenceRev: 1 };
  const jump = { opId: anOpId(), repeated: false, jumpItemId: till, seen };
  const answer = await console('anna')['jump-item:jump'](jump);
  if (!answer.ok) throw new Error(answer.code);
  const { sessionId } = answer.value;
  const end = (username: string, session: SupportSessionId = sessionId) =>
    console(username)['support-session:end']({ opId: anOpId(), repeated: false, sessionId: session });
  return { ...fixture, computer, console, jump, sessionId, end };
}

test('the representative ends it: it is gone, and the row says so', async () => {
  const { core, end, sessionId } = await inSession();
  expect(await end('anna')).toEqual({ ok: true, value: {} });
  expect(core.site.get('support-session', sessionId)).toBeUndefined();
  expect(core.site.get('jump-item', 'till')).toMatchObject({ inSessionWith: [] });
  expect(core.relay.count()).toBe(0);
});

test('nobody else can join or end it, and nobody after its end', async () => {
  const { end, console, sessionId } = await inSession();
  const notFound = { ok: false, code: 'session-not-found' };
  expect(await end('ben')).toEqual(notFound);
  expect(await console('ben')['support-session:join']({ sessionId })).toEqual(notFound);
  expect(await console('anna')['support-session:join']({ sessionId })).toMatchObject({ ok: true });
  await end('anna');
  expect(await end('anna')).toEqual(notFound);
  expect(await console('anna')['support-session:join']({ sessionId })).toEqual(notFound);
});

test('a repeated jump returns its session', async () => {
  const { console, jump, sessionId, computer } = await inSession();
  const again = await console('anna')['jump-item:jump']({ ...jump, repeated: true });
  expect(again).toEqual({ ok: true, value: { sessionId } });
  expect(computer.started).toHaveLength(1);
});

test('it outlives its console by two minutes', async () => {
  const fixture = await inSession();
  fixture.environment.advance(SESSION_GRACE_MS - 1);
  await settled(fixture);
  expect(fixture.core.site.get('support-session', fixture.sessionId)).toBeDefined();
  fixture.environment.advance(1);
  await settled(fixture);
  expect(fixture.core.site.get('support-session', fixture.sessionId)).toBeUndefined();
  expect(fixture.failures).toEqual([]);
});

const endings: [string, (fixture: Awaited<ReturnType<typeof inSession>>) => Promise<unknown>, boolean][] = [
  ['R1.12 the Jump Client is uninstalled', ({ core }) => core.jumpClients.uninstall(till), true],
  ['R1.9 its item is removed', ({ core }) => core.jumpItems.remove(till), true],
  [
    'the Jump Client takes leave',
    ({ core, computer }) => core.jumpClients.disconnected(till, computer.link, true),
    true,
  ],
  [
    'the Jump Client loses its connection',
    ({ core, computer }) => core.jumpClients.disconnected(till, computer.link, false),
    false,
  ],
  ['the Jump Client is disabled', ({ core }) => core.jumpClients.setDisabled(till, true), false],
];
for (const [title, happen, ends] of endings) {
  test(`${title}: the session ${ends ? 'ends' : 'goes on'}`, async () => {
    const fixture = await inSession();
    await happen(fixture);
    expect(fixture.core.site.get('support-session', fixture.sessionId) === undefined).toBe(ends);
  });
}

test('R2.2 it is called as its item, also when that is renamed', async () => {
  const fixture = await inSession();
  const { core, sessionId } = fixture;
  const nameNow = () => core.site.get('support-session', sessionId)?.name;
  expect(nameNow()).toBe(core.site.get('jump-item', till)?.name);
  const { edit } = itemCommandsOf(fixture, 'anna');
  expect(await edit(['till'], { name: 'Till by the door' })).toMatchObject({ ok: true });
  expect(nameNow()).toBe('Till by the door');
  await core.jumpItems.change(till, { name: 'Till by the window' });
  expect(nameNow()).toBe('Till by the window');
});
