import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  applianceRequests,
  replyEnvelope,
  type StreamId,
  StreamMessage,
} from '#app/contracts/appliance-protocol.ts';
import { anOpId, jumpItemId } from '../testing/core-fixture.ts';
import { generateFleet } from '../testing/generate-fleet.ts';
import { next, startForTest, type TestAppliance, watchAll } from '../testing/running-appliance.ts';

let appliance: TestAppliance;
beforeAll(async () => {
  appliance = await startForTest();
});
afterAll(() => appliance.close());

async function signedIn(username = 'anna') {
  const socket = appliance.console(username);
  await next(socket, 'connect');
  return socket;
}

describe('sign-in', () => {
  const refused: [string, object, string][] = [
    ['a wrong token', { protocol: 1, token: 'x'.repeat(43) }, 'sign-in-refused'],
    ['no token', { protocol: 1 }, 'sign-in-refused'],
    ['a token that is no text', { protocol: 1, token: { toString: 'x' } }, 'sign-in-refused'],
    ['another protocol', { protocol: 2, token: 'x' }, 'appliance-incompatible'],
    ['nothing', {}, 'appliance-incompatible'],
  ];
  for (const [title, auth, code] of refused) {
    test(`${title} is refused with ${code}`, async () => {
      const error = await next<Error>(appliance.socketIo('/console', auth), 'connect_error');
      expect(error.message).toBe(code);
    });
  }
});

test('R1.11 a console gets its snapshot, then every change, over a real socket', async () => {
  const socket = await signedIn();
  const messages = await watchAll(socket);
  for (const message of messages) expect(StreamMessage.parse(message)).toEqual(message);
  const change = next<StreamMessage>(socket, 'stream:sent');
  await appliance.core.jumpItems.change(jumpItemId('till'), { comments: 'drawer jams' });
  expect((await change).jumpItems?.upserted).toMatchObject([{ id: 'till', comments: 'drawer jams' }]);
});

test('R1.1 a representative never receives a byte about an item it may not see', async () => {
  const received: string[] = [];
  const [anna, ben] = [await signedIn('anna'), await signedIn('ben')];
  anna.io.engine.on('packet', ({ data }: { data?: unknown }) => received.push(String(data)));
  await watchAll(anna);
  await watchAll(ben);
  await anna.emitWithAck('statistics:watch', { jumpItemIds: ['database', 'till'] });
  const seen = { propertiesRev: 1, presenceRev: 1 };
  const jump = { opId: anOpId(), repeated: false, jumpItemId: 'database', seen };
  expect(await anna.emitWithAck('jump-item:jump', jump)).toEqual({ ok: false, code: 'client-not-found' });
  const told = next(ben, 'stream:sent');
  await appliance.core.jumpItems.change(jumpItemId('database'), { comments: 'secret-of-the-servers' });
  await appliance.core.jumpClients.reportStatistics(jumpItemId('database'), { consoleUser: 'secret-user' });
  await told;
  const change = next(anna, 'stream:sent');
  await appliance.core.jumpItems.change(jumpItemId('till'), { comments: 'seen by Anna' });
  await change;
  expect(received.join()).toContain('seen by Anna');
  expect(received.join()).not.toMatch(/database|servers|secret/i);
});

test('a lost connection is resumed where it broke', async () => {
  const first = await signedIn();
  const messages = await watchAll(first);
  const { streamId, seq } = messages.at(-1) ?? { streamId: '' as StreamId, seq: 0 };
  const lost = next(first, 'disconnect');
  first.io.engine.close();
  await lost;
  await appliance.core.jumpItems.change(jumpItemId('till'), { comments: 'changed while away' });
  const again = await signedIn();
  const sent = next<StreamMessage>(again, 'stream:sent');
  const answer = await again.emitWithAck('watch:start', { resume: { streamId, acknowledgedSeq: seq } });
  expect(answer).toMatchObject({ ok: true, value: { streamId, resumed: true } });
  const message = await sent;
  expect(message.seq).toBe(seq + 1);
  expect(message.jumpItems?.upserted).toMatchObject([{ comments: 'changed while away' }]);
});

test('answers are as the contract says', async () => {
  const socket = await signedIn();
  const answer = await socket.emitWithAck('support-session:join', { sessionId: 'nowhere' });
  expect(replyEnvelope(applianceRequests['support-session:join'].reply).parse(answer)).toEqual({
    ok: false,
    code: 'session-not-found',
  });
});

describe('malformed requests are answered so, and end the connection when they go on', () => {
  const payloads: [string, string, unknown][] = [
    ['a text', 'watch:start', 'x'],
    ['an array', 'watch:start', []],
    ['null', 'watch:start', null],
    ['a surplus key', 'watch:start', { resume: null, more: 1 }],
    ['an own __proto__', 'watch:start', JSON.parse('{"resume":null,"__proto__":{"x":1}}')],
    [
      'a number that is none',
      'jump-item:jump',
      { opId: anOpId(), repeated: false, jumpItemId: 'a', seen: Number.POSITIVE_INFINITY },
    ],
    ['51 ids', 'statistics:watch', { jumpItemIds: Array.from({ length: 51 }, (_, index) => `${index}`) }],
    ['bytes', 'support-session:join', { sessionId: Buffer.from('x') }],
    ['an unknown name', 'jump-item:remove-all', {}],
    ['the name of a method', 'toString', {}],
  ];
  for (const [title, name, payload] of payloads) {
    test(title, async () => {
      const socket = await signedIn();
      const malformed = { ok: false, code: 'malformed' };
      expect(await socket.emitWithAck(name, payload)).toEqual(malformed);
      expect(await socket.emitWithAck(name, payload)).toEqual(malformed);
      socket.emit(name, payload, () => undefined);
      expect(await next(socket, 'disconnect')).toBe('io server disconnect');
    });
  }
});

describe('malformed events and frames end the connection, and nothing else', () => {
  const streamId = '00000000-0000-4000-8000-000000000000';
  const events: [string, string, unknown[]][] = [
    ['an acknowledgement of nothing', 'stream:acknowledged', [{}]],
    ['an acknowledgement twice in one', 'stream:acknowledged', [{ streamId, seq: 1 }, {}]],
    ['a request without an answer', 'watch:start', [{ resume: null }]],
    ['an unknown event', 'stream:please', [{}]],
  ];
  for (const [title, name, words] of events) {
    test(title, async () => {
      const socket = await signedIn();
      socket.emit(name, ...words);
      expect(await next(socket, 'disconnect')).toBe('io server disconnect');
    });
  }

  test('an acknowledgement of what was never sent', async () => {
    const socket = await signedIn();
    const [message] = await watchAll(socket);
    socket.emit('stream:acknowledged', { streamId: message?.streamId, seq: 999 });
    expect(await next(socket, 'disconnect')).toBe('io server disconnect');
  });

  const frames: [string, string | Buffer][] = [
    ['an event before the sign-in', '42["watch:start",{"resume":null}]'],
    ['a packet of no kind', '9'],
    ['half of a packet', '42["watch:st'],
    ['an attachment that never comes', '451-["x",{"_placeholder":true,"num":0}]'],
    ['a reserved name', '42["connect"]'],
    ['bytes', Buffer.from([0, 1, 2, 3])],
    ['65,537 bytes', `42["watch:start","${'x'.repeat(65_537)}"]`],
  ];
  for (const [title, frame] of frames) {
    test(title, async () => {
      const socket = appliance.raw('/console');
      const closed = next(socket, 'close');
      await next(socket, 'open');
      socket.send(frame);
      await closed;
    });
  }

  test('10,000 levels of arrays', async () => {
    const socket = appliance.raw('/console');
    const closed = next(socket, 'close');
    await next(socket, 'open');
    const token = appliance.announcement.accounts[0]?.token;
    socket.send(`40${JSON.stringify({ protocol: 1, token })}`);
    socket.send(`42["stream:acknowledged",${'['.repeat(10_000)}${']'.repeat(10_000)}]`);
    await closed;
    await watchAll(await signedIn());
  });

  test('1,000 frames of chance leave the appliance at work', async () => {
    const socket = appliance.raw('/console');
    await next(socket, 'open');
    const closed = next(socket, 'close');
    for (let count = 0; count < 1_000; count += 1) {
      socket.send(
        String.fromCharCode(...Array.from({ length: count % 40 }, (_, at) => (count * 31 + at * 17) % 256)),
      );
    }
    await closed;
    await watchAll(await signedIn());
  });
});

test('10,000 items are there well before anybody has looked up', async () => {
  const large = await startForTest(generateFleet({ items: 10_000, seed: 7 }));
  const socket = large.console('admin');
  await next(socket, 'connect');
  const messages = await watchAll(socket);
  const ids = messages.flatMap(({ jumpItems }) => jumpItems?.upserted.map(({ id }) => id) ?? []);
  expect(new Set(ids).size).toBe(10_000);
  await large.close();
});
