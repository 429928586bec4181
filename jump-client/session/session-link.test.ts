import { expect, test, vi } from 'vitest';
import { SESSION_GRACE_MS } from '#app/contracts/session-link.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { createSilentLog } from '../testing/silent-log.ts';
import { createSessionLink, JOIN_TIMEOUT_MS } from './session-link.ts';
import type { SessionSocketListener } from './session-socket.ts';

function aLink() {
  const sockets: { listener: SessionSocketListener | null; sent: unknown[]; close: () => void }[] = [];
  const clock = createManualClock();
  const options = {
    openSocket() {
      const socket = {
        listener: null as SessionSocketListener | null,
        sent: [] as unknown[],
        listen(listener: SessionSocketListener | null) {
          socket.listener = listener;
        },
        send: (message: string | Uint8Array) => socket.sent.push(message),
        hasRoom: true,
        close: vi.fn(),
      };
      sockets.push(socket);
      return socket;
    },
    onPeer: vi.fn(),
    onFrame: vi.fn(),
    onRoom: vi.fn(),
    onEnded: vi.fn(),
    clock,
    random: () => 0.5,
    log: createSilentLog(),
  };
  const link = createSessionLink(options);
  const latest = () => sockets.at(-1)?.listener;
  const notice = (message: object) => latest()?.text(JSON.stringify(message));
  return { sockets, clock, options, link, latest, notice };
}

test('says its token first and has joined when the appliance says so', async () => {
  const { sockets, link, latest, notice } = aLink();
  const joined = link.join('token-1');
  latest()?.opened();
  expect(sockets[0]?.sent).toEqual(['{"token":"token-1"}']);
  notice({ type: 'joined', rejoinToken: 'token-2' });
  expect(await joined).toBe(true);
});

test('a refused token, a lost connection and silence all mean: not joined', async () => {
  const refused = aLink();
  const answer = refused.link.join('token-1');
  refused.notice({ type: 'ended', reason: 'refused' });
  expect(await answer).toBe(false);
  expect(refused.options.onEnded).toHaveBeenCalledExactlyOnceWith('refused');

  const lost = aLink();
  const lostAnswer = lost.link.join('token-1');
  lost.latest()?.closed('transport error');
  expect(await lostAnswer).toBe(false);

  const silent = aLink();
  const silentAnswer = silent.link.join('token-1');
  silent.clock.advance(JOIN_TIMEOUT_MS);
  expect(await silentAnswer).toBe(false);
});

test('after a lost connection it joins again, with the token for that, after a jittered wait', () => {
  const { sockets, clock, options, link, latest, notice } = aLink();
  void link.join('token-1');
  notice({ type: 'joined', rejoinToken: 'token-2' });
  latest()?.closed('ping timeout');
  expect(options.onPeer).toHaveBeenLastCalledWith(false);
  clock.advance(250);
  latest()?.opened();
  expect(sockets[1]?.sent).toEqual(['{"token":"token-2"}']);
  expect(options.onEnded).not.toHaveBeenCalled();
});

test('a session that is not reached again within the grace is over', () => {
  const { clock, options, link, latest, notice } = aLink();
  void link.join('token-1');
  notice({ type: 'joined', rejoinToken: 'token-2' });
  const lostAt = clock.now();
  for (let attempt = 0; attempt < 100 && options.onEnded.mock.calls.length === 0; attempt += 1) {
    latest()?.closed('transport error');
    clock.advance(clock.nextDelay ?? 0);
  }
  expect(options.onEnded).toHaveBeenCalledExactlyOnceWith('timeout');
  expect(clock.now() - lostAt).toBeGreaterThanOrEqual(SESSION_GRACE_MS);
  expect(clock.nextDelay).toBeNull();
});

test('a token told anew replaces the connection and keeps the session', async () => {
  const { sockets, options, link, notice, latest } = aLink();
  void link.join('token-1');
  notice({ type: 'joined', rejoinToken: 'token-2' });
  const again = link.join('token-3');
  expect(sockets[0]?.close).toHaveBeenCalledOnce();
  latest()?.opened();
  expect(sockets[1]?.sent).toEqual(['{"token":"token-3"}']);
  notice({ type: 'joined', rejoinToken: 'token-4' });
  expect(await again).toBe(true);
  expect(options.onEnded).not.toHaveBeenCalled();
});

test.each(['', 'no json', '{"type":"other"}', '{"type":"peer"}', `{"type":"${'x'.repeat(5_000)}"}`])(
  'a malformed notice is dropped: %.20j',
  (text) => {
    const { options, link, latest } = aLink();
    void link.join('token-1');
    latest()?.text(text);
    expect(options.onEnded).not.toHaveBeenCalled();
    expect(options.onPeer).not.toHaveBeenCalled();
  },
);

test.each([
  ['before it has joined', false, 10],
  ['larger than a frame', true, 64 * 1024 + 1],
])('bytes %s end the session', (_when, hasJoined, size) => {
  const { options, link, latest, notice } = aLink();
  void link.join('token-1');
  if (hasJoined) notice({ type: 'joined', rejoinToken: 'token-2' });
  latest()?.bytes(new Uint8Array(size));
  expect(options.onFrame).not.toHaveBeenCalled();
  expect(options.onEnded).toHaveBeenCalledExactlyOnceWith('malformed');
});
