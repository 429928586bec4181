import { EventEmitter } from 'node:events';
import type { Socket } from 'socket.io-client';
import { expect, test, vi } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { createSilentLog, type LogLine } from '../testing/silent-log.ts';
import { connectToAppliance } from './appliance-connection.ts';
import { LASTING_MS, WELCOME_TIMEOUT_MS } from './kept-connection.ts';

const WELCOME = { jumpClientId: 'jc-1', name: 'Reception', removalDigest: 'd'.repeat(43) };

class FakeSocket extends EventEmitter {
  disconnect = vi.fn();
}

function aConnection() {
  const sockets: FakeSocket[] = [];
  const clock = createManualClock();
  const lines: LogLine[] = [];
  const options = {
    openSocket: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as Socket;
    },
    handshake: vi.fn(),
    onWelcomed: vi.fn(),
    onLost: vi.fn(),
    onRefused: vi.fn<() => 'try-again' | 'give-up'>(() => 'give-up'),
    onRemoved: vi.fn(),
    onSessionStart: vi.fn(async () => ({ ok: true }) as const),
    clock,
    random: () => 0.5,
    log: createSilentLog(lines),
  };
  const connection = connectToAppliance(options);
  const latest = () => sockets.at(-1) ?? new FakeSocket();
  const welcome = () => latest().emit('jump-client:welcomed', WELCOME);
  return { sockets, clock, lines, options, connection, latest, welcome };
}

test('R5.1 reconnects with jittered back-off, each wait up to twice as long', () => {
  const { sockets, clock, latest } = aConnection();
  for (const wait of [250, 500, 1_000, 2_000]) {
    latest().emit('connect_error', new Error('websocket error'));
    expect(clock.nextDelay).toBe(wait);
    clock.advance(wait);
  }
  expect(sockets).toHaveLength(5);
});

test('R5.1 says once that the appliance cannot be reached, not at each attempt', () => {
  const { clock, latest, lines, welcome } = aConnection();
  for (let attempt = 0; attempt < 5; attempt += 1) {
    latest().emit('connect_error', new Error('websocket error'));
    clock.advance(clock.nextDelay ?? 0);
  }
  expect(lines).toHaveLength(1);
  welcome();
  latest().emit('disconnect', 'ping timeout');
  expect(lines.map(({ msg }) => msg.slice(0, 13))).toEqual([
    'No connection',
    'Connected to ',
    'No connection',
  ]);
});

test('R5.1 an appliance that takes the connection and says nothing is left and tried again', () => {
  const { sockets, clock } = aConnection();
  clock.advance(WELCOME_TIMEOUT_MS);
  expect(sockets[0]?.disconnect).toHaveBeenCalledOnce();
  clock.advance(250);
  expect(sockets).toHaveLength(2);
});

test('R5.1 only a connection that lasted makes the next wait short again', () => {
  const { clock, latest, welcome } = aConnection();
  latest().emit('connect_error', new Error('websocket error'));
  clock.advance(250);
  welcome();
  latest().emit('disconnect', 'transport close');
  expect(clock.nextDelay).toBe(500);
  clock.advance(500);
  welcome();
  clock.advance(LASTING_MS);
  latest().emit('disconnect', 'transport close');
  expect(clock.nextDelay).toBe(250);
});

test('what a lost connection still says is not heard', () => {
  const { sockets, options, latest } = aConnection();
  latest().emit('disconnect', 'transport close');
  sockets[0]?.emit('jump-client:welcomed', WELCOME);
  expect(options.onWelcomed).not.toHaveBeenCalled();
});

test('a refusal for good ends the attempts', () => {
  const { clock, latest, options } = aConnection();
  latest().emit('connect_error', new Error('installer-key-refused'));
  expect(options.onRefused).toHaveBeenCalledExactlyOnceWith('installer-key-refused');
  expect(clock.nextDelay).toBeNull();
});

test('a closed connection tries no more, whatever it waited for', () => {
  const { clock, latest, connection } = aConnection();
  latest().emit('connect_error', new Error('websocket error'));
  connection.close();
  expect(clock.nextDelay).toBeNull();
});

test.each([{ ...WELCOME, jumpClientId: '' }, { ...WELCOME, also: 1 }, 'welcome', null])(
  'a malformed welcome is dropped: %j',
  (input) => {
    const { latest, options, lines } = aConnection();
    latest().emit('jump-client:welcomed', input);
    expect(options.onWelcomed).not.toHaveBeenCalled();
    expect(lines).toHaveLength(1);
  },
);

test('a malformed session start starts nothing; a good one is answered with its outcome', async () => {
  const { latest, options, welcome } = aConnection();
  welcome();
  latest().emit(
    'support-session:start',
    { sessionId: 's', representativeId: 'r', representativeName: 'R', sessionToken: 'x'.repeat(129) },
    vi.fn(),
  );
  expect(options.onSessionStart).not.toHaveBeenCalled();
  const outcome = new Promise((resolve) => {
    latest().emit(
      'support-session:start',
      { sessionId: 's', representativeId: 'r', representativeName: 'R', sessionToken: 'x' },
      resolve,
    );
  });
  expect(await outcome).toEqual({ ok: true });
});

test.each([{}, { removalKey: 'short' }, { removalKey: 'r'.repeat(43), path: '/' }, null])(
  'a malformed removal removes nothing: %j',
  (input) => {
    const { latest, options, welcome } = aConnection();
    welcome();
    latest().emit('jump-client:removed', input, vi.fn());
    expect(options.onRemoved).not.toHaveBeenCalled();
  },
);

test('a report without a connection fails', async () => {
  const { connection } = aConnection();
  await expect(connection.report('jump-client:uninstall', {})).rejects.toThrow('no connection');
});
