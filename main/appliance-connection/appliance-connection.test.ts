import { expect, onTestFinished, test, vi } from 'vitest';
import { StreamMessage } from '#app/contracts/appliance-protocol.ts';
import type { ConnectionState, ConsoleNotice } from '#app/contracts/console-api.ts';
import { JumpItemId, SupportSessionId } from '#app/domain/ids.ts';
import { Representative } from '#app/domain/representative.ts';
import { eventually } from '../testing/eventually.ts';
import { type FakeAppliance, startFakeAppliance, TOKEN } from '../testing/fake-appliance.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { createQuietLog } from '../testing/quiet-log.ts';
import { ApplianceConnection } from './appliance-connection.ts';
import { ConnectionLost } from './connection-lost.ts';

const ANNA = Representative.parse({
  id: 'anna',
  username: 'anna',
  displayName: 'Anna',
  rights: [],
  personalGroupId: 'personal-anna',
  teamIds: [],
});

async function anAppliance(port?: number): Promise<FakeAppliance> {
  const appliance = await startFakeAppliance(port);
  onTestFinished(() => appliance.stop());
  return appliance;
}

function aConnection() {
  const clock = createManualClock();
  const states: ConnectionState[] = [];
  const messages: StreamMessage[] = [];
  const notices: ConsoleNotice[] = [];
  const statisticsChanged = vi.fn();
  const choiceChanged = vi.fn();
  const opened = vi.fn();
  const connection = new ApplianceConnection({
    clock,
    random: () => 0.5,
    log: createQuietLog(),
    listener: {
      stateChanged: (state) => states.push(state),
      streamSent: (messageJson) => messages.push(StreamMessage.parse(JSON.parse(messageJson))),
      noticed: (notice) => notices.push(notice),
      statisticsChanged,
      historyChanged: vi.fn(),
      summaryChanged: vi.fn(),
      choiceChanged,
      opened,
    },
  });
  onTestFinished(() => connection.leave({ state: 'signed-out', address: '', reason: null }));
  const reaches = (state: ConnectionState['state']) =>
    eventually(() => expect(connection.state.state).toBe(state));
  return { connection, clock, states, messages, notices, statisticsChanged, choiceChanged, opened, reaches };
}

/** A console whose list is live. */
async function connected() {
  const appliance = await anAppliance();
  const console = aConnection();
  console.connection.connect({ address: appliance.url, token: TOKEN });
  console.connection.watch();
  await console.reaches('connected');
  return { appliance, ...console };
}

const starts = (appliance: FakeAppliance) =>
  appliance.requests.filter(({ name }) => name === 'watch:start').map(({ params }) => params);

test('R1.11 what the appliance sends is handed on in order, each message acknowledged after it', async () => {
  const { appliance, messages } = await connected();
  appliance.send(1, { snapshot: { last: true, jumpItemCount: 0 } });
  appliance.send(2);

  await eventually(() => expect(appliance.acknowledgements).toHaveLength(2));
  expect(messages.map(({ seq }) => seq)).toEqual([1, 2]);
  expect(appliance.acknowledgements).toEqual([
    { streamId: appliance.streamId(), seq: 1 },
    { streamId: appliance.streamId(), seq: 2 },
  ]);
});

test("the state tells how far the appliance's clock is ahead", async () => {
  const { connection, appliance } = await connected();
  expect(connection.state).toEqual({ state: 'connected', address: appliance.url, applianceAheadMs: 5_000 });
});

test('a refused sign-in shows the sign-in view with its reason, and does not try again', async () => {
  const appliance = await anAppliance();
  const { connection, clock } = aConnection();
  const refusal = connection.signIn({ address: appliance.url, token: 'wrong' });

  await expect(refusal).rejects.toMatchObject({ code: 'sign-in-refused' });
  expect(connection.state).toEqual({
    state: 'signed-out',
    address: appliance.url,
    reason: 'sign-in-refused',
  });
  expect(clock.untilNext()).toBeNull();
});

test('an appliance of another version is told apart from one that cannot be reached', async () => {
  const appliance = await anAppliance();
  appliance.refuse('appliance-incompatible');
  const { connection } = aConnection();
  await expect(connection.signIn({ address: appliance.url, token: TOKEN })).rejects.toMatchObject({
    code: 'appliance-incompatible',
  });
});

test('an appliance that is down at start is tried again until it is there', async () => {
  const gone = await startFakeAppliance();
  await gone.stop();
  const { connection, clock, reaches } = aConnection();
  connection.connect({ address: gone.url, token: TOKEN });
  connection.watch();
  await reaches('reconnecting');
  expect(connection.state).toEqual({
    state: 'reconnecting',
    address: gone.url,
    lostAt: clock.now(),
    nextAttemptAt: clock.now() + 750,
    reason: 'appliance-unreachable',
  });

  await anAppliance(gone.port);
  clock.advance(750);
  await reaches('connected');
});

test('a lost connection comes back by itself and goes on where it stopped', async () => {
  const { appliance, clock, messages, reaches } = await connected();
  appliance.send(1);
  await eventually(() => expect(messages).toHaveLength(1));
  const streamId = appliance.streamId();

  appliance.disconnectAll();
  await reaches('reconnecting');
  clock.advance(1_000);
  await reaches('connected');
  expect(starts(appliance)[1]).toEqual({ resume: { streamId, acknowledgedSeq: 1 } });

  appliance.send(1);
  appliance.send(2);
  await eventually(() => expect(messages).toHaveLength(2));
  expect(messages[1]?.seq).toBe(2);
});

test('a stream that the appliance no longer knows begins anew, from its first message', async () => {
  const { appliance, clock, messages, reaches } = await connected();
  appliance.send(1);
  await eventually(() => expect(messages).toHaveLength(1));
  const other = { streamId: crypto.randomUUID(), resumed: false, applianceTime: 0 };
  appliance.answer('watch:start', () => ({ ok: true, value: other }));
  appliance.disconnectAll();
  await reaches('reconnecting');
  clock.advance(1_000);
  await reaches('connected');

  appliance.emit('stream:sent', { streamId: other.streamId, seq: 1, snapshot: null });
  await eventually(() => expect(messages).toHaveLength(2));
});

test('an appliance that dies is waited for with growing pauses', async () => {
  const { appliance, connection, clock, states, reaches } = await connected();
  await appliance.stop();
  await reaches('reconnecting');
  const pauses: number[] = [];
  for (let attempt = 0; attempt < 6; attempt += 1) {
    pauses.push(clock.untilNext() ?? 0);
    const before = states.length;
    clock.advance(clock.untilNext() ?? 0);
    await eventually(() => expect(states.length).toBeGreaterThan(before));
  }
  expect(pauses).toEqual([750, 1_250, 2_250, 2_250, 2_250, 2_250]);
  expect(connection.state).toMatchObject({ state: 'reconnecting', reason: 'appliance-unreachable' });
});

test('a gap in the stream is never shown: the list is watched anew', async () => {
  const { appliance, messages } = await connected();
  appliance.send(1);
  appliance.send(3);
  await eventually(() => expect(starts(appliance)).toHaveLength(2));
  expect(starts(appliance)[1]).toEqual({ resume: null });
  expect(messages.map(({ seq }) => seq)).toEqual([1]);
});

test('a malformed message is noticed once and answered with a watch anew', async () => {
  const { appliance, messages, notices } = await connected();
  appliance.send(1, { jumpItems: { upserted: [{ id: '' } as never], removed: [] } });
  await eventually(() => expect(starts(appliance)).toHaveLength(2));
  expect(notices).toEqual([{ notice: 'malformed-message', from: 'appliance' }]);
  expect(messages).toEqual([]);
});

test('what the representative chose elsewhere is heard; malformed it is not taken', async () => {
  const { appliance, choiceChanged, notices } = await connected();
  const choice = { of: 'search-fields', value: ['name'] };
  appliance.emit('choice:changed', { ...choice, value: ['everything'] });
  await eventually(() => expect(notices).toEqual([{ notice: 'malformed-message', from: 'appliance' }]));
  appliance.emit('choice:changed', choice);
  await eventually(() => expect(choiceChanged).toHaveBeenCalledExactlyOnceWith(choice));
});

test.each([
  ['no object', ['nonsense']],
  ['nothing', []],
  ['two', [{}, {}]],
  [
    'a message with a word that nobody knows',
    [{ streamId: '', seq: 1, snapshot: null, __proto__: {}, more: 1 }],
  ],
])('R1.11 a frame of the stream with %s is told, and the list watched anew', async (_what, payload) => {
  const { appliance, messages, notices } = await connected();
  appliance.emit('stream:sent', ...payload);
  await eventually(() => expect(starts(appliance)).toEqual([{ resume: null }, { resume: null }]));
  expect(notices).toEqual([{ notice: 'malformed-message', from: 'appliance' }]);
  expect(messages).toEqual([]);
});

test('malformed messages again and again are answered with growing pauses, never in a hot loop', async () => {
  const { appliance, clock, connection } = await connected();
  appliance.emit('stream:sent', 'nonsense');
  await eventually(() => expect(starts(appliance)).toHaveLength(2));
  await eventually(() => expect(connection.state.state).toBe('connected'));
  const pauses: number[] = [];
  for (let round = 2; round < 5; round += 1) {
    const planned = vi.spyOn(clock, 'after');
    appliance.emit('stream:sent', 'nonsense');
    await eventually(() => expect(planned).toHaveBeenCalled());
    const pause = planned.mock.calls[0]?.[0] ?? 0;
    planned.mockRestore();
    pauses.push(pause);
    expect(starts(appliance)).toHaveLength(round);
    clock.advance(pause);
    await eventually(() => expect(starts(appliance)).toHaveLength(round + 1));
    await eventually(() => expect(connection.isOpen).toBe(true));
  }
  expect(pauses).toEqual([1_250, 2_250, 4_250]);
});

test('a connection that falls silent is stale after six seconds, and well again when it speaks', async () => {
  const { appliance, connection, clock, reaches } = await connected();
  const silentSince = clock.now();
  clock.advance(6_000);
  expect(connection.state).toMatchObject({ state: 'stale', lastHeardAt: silentSince });

  appliance.send(1);
  await reaches('connected');
});

test('after the computer slept the socket is dropped and a new one made at once', async () => {
  const { appliance, connection, clock, reaches } = await connected();
  connection.reconnectAfterSleep();
  expect(connection.state).toMatchObject({ state: 'reconnecting', nextAttemptAt: clock.now() });
  clock.advance(0);
  await reaches('connected');
  expect(appliance.connectionCount()).toBe(2);
});

test('a request without an answer is given up after fifteen seconds, a jump after forty', async () => {
  const { appliance, connection, clock } = await connected();
  appliance.answer('support-session:join', 'silence');
  const answer = connection.request('support-session:join', { sessionId: SupportSessionId.parse('s') });
  await eventually(() => expect(appliance.requests.at(-1)?.name).toBe('support-session:join'));
  clock.advance(15_000);
  await expect(answer).rejects.toBeInstanceOf(ConnectionLost);
});

test('a refusal carries its code and detail', async () => {
  const { appliance, connection } = await connected();
  appliance.answer('support-session:join', () => ({
    ok: false,
    code: 'not-permitted',
    detail: 'jump-to-jump-items',
  }));
  await expect(
    connection.request('support-session:join', { sessionId: SupportSessionId.parse('s') }),
  ).rejects.toMatchObject({ code: 'not-permitted', detail: 'jump-to-jump-items' });
});

test('an answer that is malformed is refused, and what it says is not used', async () => {
  const { appliance, connection } = await connected();
  appliance.answer('support-session:join', () => ({ ok: true, value: { sessionToken: 7 } }));
  await expect(
    connection.request('support-session:join', { sessionId: SupportSessionId.parse('s') }),
  ).rejects.toMatchObject({ code: 'appliance-incompatible' });
});

test('a request that a lost connection leaves unanswered is rejected at once', async () => {
  const { appliance, connection } = await connected();
  appliance.answer('support-session:join', 'silence');
  const answer = connection.request('support-session:join', { sessionId: SupportSessionId.parse('s') });
  const rejection = expect(answer).rejects.toBeInstanceOf(ConnectionLost);
  await eventually(() => expect(appliance.requests.at(-1)?.name).toBe('support-session:join'));
  appliance.disconnectAll();
  await rejection;
});

test('without a renderer nothing is shown or acknowledged; one that comes again gets a fresh snapshot', async () => {
  const { appliance, connection, messages } = await connected();
  connection.unwatch();
  appliance.send(1);
  connection.watch();
  await eventually(() => expect(starts(appliance)).toHaveLength(2));
  expect(starts(appliance)[1]).toEqual({ resume: null });
  expect(messages).toEqual([]);
  expect(appliance.acknowledgements).toEqual([]);
});

test('the statistics that are watched are asked for again after a reconnect', async () => {
  const { appliance, connection, clock, reaches } = await connected();
  const jumpItemIds = [JumpItemId.parse('ji-1')];
  await connection.watchStatistics(jumpItemIds);
  appliance.disconnectAll();
  await reaches('reconnecting');
  clock.advance(1_000);
  const asked = () => appliance.requests.filter(({ name }) => name === 'statistics:watch');
  await eventually(() => expect(asked()).toHaveLength(2));
  expect(asked()[1]?.params).toEqual({ jumpItemIds });
});

test('R1.11 Refresh asks again for everything, and says when it cannot', async () => {
  const { appliance, connection } = await connected();
  connection.refresh();
  await eventually(() => expect(starts(appliance)).toHaveLength(2));
  connection.leave({ state: 'signed-out', address: appliance.url, reason: null });
  expect(() => connection.refresh()).toThrow(ConnectionLost);
});

test('a representative who does not want to wait is connected at once', async () => {
  const { appliance, connection, clock, reaches } = await connected();
  appliance.disconnectAll();
  await reaches('reconnecting');
  connection.reconnectNow();
  clock.advance(0);
  await reaches('connected');
});

test('commands may be sent again once it is known who is signed in, and from then on after each connect', async () => {
  const { appliance, clock, connection, opened, reaches } = await connected();
  expect(opened).not.toHaveBeenCalled();
  expect(connection.signedInAs).toBeNull();
  appliance.send(1, { representative: ANNA });
  await eventually(() => expect(opened).toHaveBeenCalledOnce());
  expect(connection.signedInAs).toBe(ANNA.id);
  appliance.send(2, { representative: ANNA });

  appliance.disconnectAll();
  await reaches('reconnecting');
  clock.advance(1_000);
  await eventually(() => expect(opened).toHaveBeenCalledTimes(2));
  connection.leave({ state: 'signed-out', address: appliance.url, reason: null });
  expect(connection.signedInAs).toBeNull();
});
