import { EventEmitter } from 'node:events';
import type { Socket } from 'socket.io-client';
import { describe, expect, test, vi } from 'vitest';
import { CustomerHandshake } from '#app/contracts/customer-protocol.ts';
import { SESSION_GRACE_MS } from '#app/contracts/session-link.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { createSilentLog } from '../testing/silent-log.ts';
import { startSupportClient } from './support-client.ts';

const WELCOME = { sessionId: 'session-1', siteName: 'Small Site', representatives: ['Anna'] };
const START = {
  sessionId: 'session-1',
  representativeId: 'representative-anna',
  representativeName: 'Anna Berg',
  sessionToken: 'token',
};

class FakeSocket extends EventEmitter {
  readonly told: [string, unknown][] = [];
  disconnect = vi.fn();
  timeout() {
    return {
      emitWithAck: async (name: string, message: unknown) => {
        this.told.push([name, message]);
        return {};
      },
    };
  }
}

function aSupportClient() {
  const sockets: FakeSocket[] = [];
  const handshakes: CustomerHandshake[] = [];
  const clock = createManualClock();
  const pinning = {
    asked: vi.fn(async () => undefined),
    ordered: vi.fn(async () => undefined),
    ended: vi.fn(),
    lost: vi.fn(),
    answer: vi.fn(() => true),
    answerLatest: vi.fn(() => true),
    stop: vi.fn(async () => undefined),
  };
  const options = {
    openSocket: (handshake: CustomerHandshake) => {
      handshakes.push(CustomerHandshake.parse(handshake));
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as Socket;
    },
    sessionKey: '1234567',
    secret: 's'.repeat(43),
    computer: {
      name: '',
      hostname: 'home',
      platform: 'linux',
      operatingSystem: 'Debian',
      mode: 'user',
    } as const,
    sessions: {
      count: 0,
      start: vi.fn(async () => ({ ok: true }) as const),
      endAll: vi.fn(),
      whenNone: async () => undefined,
    },
    createPinning: () => pinning,
    onJoined: vi.fn(),
    onView: vi.fn(),
    clock,
    random: () => 0.5,
    log: createSilentLog(),
  };
  const client = startSupportClient(options);
  const latest = () => sockets.at(-1) ?? new FakeSocket();
  const welcome = (change: object = {}) =>
    latest().emit('support-session:welcomed', { ...WELCOME, ...change });
  return { client, sockets, handshakes, clock, options, latest, welcome };
}

test('it joins with the key, once; lost, it returns with the secret alone', () => {
  const { handshakes, clock, latest, welcome, options } = aSupportClient();
  welcome();
  latest().emit('disconnect', 'transport close');
  clock.advance(clock.nextDelay ?? 0);
  welcome();
  expect(handshakes).toMatchObject([
    { kind: 'session-key', sessionKey: '1234567', secret: options.secret },
    { kind: 'return', sessionId: 'session-1', secret: options.secret },
  ]);
  expect(handshakes[1]).not.toHaveProperty('sessionKey');
  expect(options.onJoined).toHaveBeenCalledTimes(1);
  expect(options.onView.mock.calls.map(([view]) => view.isConnected)).toEqual([true, false, true]);
});

test('who takes part is shown whenever that changes', () => {
  const { welcome, options } = aSupportClient();
  welcome();
  welcome({ representatives: ['Anna', 'Ben'] });
  expect(options.onView).toHaveBeenLastCalledWith({
    siteName: 'Small Site',
    representatives: ['Anna', 'Ben'],
    isConnected: true,
  });
});

test('a session is started as on a Jump Client', async () => {
  const { welcome, latest, options } = aSupportClient();
  welcome();
  const answer = new Promise((resolve) => latest().emit('support-session:start', START, resolve));
  expect(await answer).toEqual({ ok: true });
  expect(options.sessions.start).toHaveBeenCalledWith(START);
});

test('what is malformed is dropped', () => {
  const { latest, options } = aSupportClient();
  latest().emit('support-session:welcomed', { ...WELCOME, also: 1 });
  latest().emit('support-session:start', { sessionId: 's' }, vi.fn());
  latest().emit('support-session:ended', { reason: 'bored' });
  expect([options.onJoined.mock.calls, options.sessions.start.mock.calls]).toEqual([[], []]);
});

describe('it ends', () => {
  const endings: [string, object, object][] = [
    ['when a representative says so', { reason: 'representative' }, { end: 'ended', by: 'representative' }],
    ['when the appliance waited too long', { reason: 'timeout' }, { end: 'lost', joined: true }],
    ['when it could not be started', { reason: 'refused' }, { end: 'ended', by: 'failure' }],
  ];
  for (const [title, message, end] of endings) {
    test(title, async () => {
      const { client, latest, welcome, options, sockets, clock } = aSupportClient();
      welcome();
      latest().emit('support-session:ended', message);
      latest().emit('disconnect', 'io server disconnect');
      expect(await client.ended).toEqual(end);
      expect(options.sessions.endAll).toHaveBeenCalledTimes(1);
      clock.advance(SESSION_GRACE_MS * 2);
      expect(sockets).toHaveLength(1);
    });
  }

  test('when the customer says so, and the appliance is told', async () => {
    const { client, latest, welcome } = aSupportClient();
    welcome();
    await client.end();
    expect(latest().told).toEqual([['support-session:end', {}]]);
    expect(await client.ended).toEqual({ end: 'ended', by: 'customer' });
  });

  test('when the customer says so before there is a session', async () => {
    const { client } = aSupportClient();
    await client.end();
    expect(await client.ended).toEqual({ end: 'ended', by: 'customer' });
  });

  test('at a key that is refused, without another attempt', async () => {
    const { client, latest, sockets, clock } = aSupportClient();
    latest().emit('connect_error', new Error('session-key-refused'));
    expect(await client.ended).toEqual({ end: 'refused', refusal: 'session-key-refused' });
    clock.advance(SESSION_GRACE_MS);
    expect(sockets).toHaveLength(1);
  });

  test('two minutes after the connection was lost', async () => {
    const { client, clock, latest, welcome, options } = aSupportClient();
    welcome();
    latest().emit('disconnect', 'transport close');
    clock.advance(SESSION_GRACE_MS - 1);
    expect(options.sessions.endAll).not.toHaveBeenCalled();
    clock.advance(1);
    expect(await client.ended).toEqual({ end: 'lost', joined: true });
  });

  test('where the appliance is never reached', async () => {
    const { client, clock } = aSupportClient();
    clock.advance(SESSION_GRACE_MS);
    expect(await client.ended).toEqual({ end: 'lost', joined: false });
  });
});

test('it waits and tries again while too many guess', () => {
  const { latest, sockets, clock } = aSupportClient();
  latest().emit('connect_error', new Error('too-many-attempts'));
  clock.advance(clock.nextDelay ?? 0);
  expect(sockets).toHaveLength(2);
});
