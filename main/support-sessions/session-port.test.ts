import { expect, test, vi } from 'vitest';
import type { SessionChannel } from '#app/session-channel/session-channel.ts';
import type { SessionEndpoint } from '#app/session-channel/session-endpoint.ts';
import { createFakePort } from '../testing/fake-port.ts';
import { createQuietLog } from '../testing/quiet-log.ts';
import { createSessionPort } from './session-port.ts';

const SHELL = { service: 'command-shell', columns: 80, rows: 24 } as const;

function aChannel() {
  return {
    number: 1_007,
    service: SHELL,
    send: vi.fn(() => true),
    control: vi.fn(),
    consumed: vi.fn(),
    close: vi.fn(),
    listener: { data: () => undefined },
  } satisfies SessionChannel;
}

function aPort() {
  const port = createFakePort();
  const channel = aChannel();
  const open = vi.fn(() => channel);
  const log = createQuietLog();
  const session = createSessionPort({ port, log, onClosed: vi.fn() });
  session.attach({ open } as unknown as SessionEndpoint);
  return { port, channel, open, log, session };
}

test.each([
  null,
  'text',
  { type: 'evil' },
  { type: 'data', channel: 1, bytes: 'text' },
  { type: 'data', channel: 1, bytes: [1, 2] },
  { type: 'data', channel: -1, bytes: new Uint8Array(1) },
  { type: 'data', channel: 1, bytes: new Uint8Array(1024 * 1024 + 1) },
  { type: 'open-channel', channel: 1, service: { service: 'files' } },
  { type: 'open-channel', channel: 1, service: { ...SHELL, columns: 0 } },
  { type: 'consumed', channel: 1, byteCount: -1 },
  { type: 'resize', channel: 1, columns: 80, rows: 1e9 },
  { type: 'close-channel', channel: 1, surplus: true },
])('main does not believe the renderer: %j is logged and dropped', (message) => {
  const { port, open, channel, log } = aPort();
  port.say({ type: 'open-channel', channel: 1, service: SHELL });
  port.say(message as never);
  expect(log.error).toHaveBeenCalledOnce();
  expect(open).toHaveBeenCalledOnce();
  for (const effect of [channel.send, channel.consumed, channel.control, channel.close]) {
    expect(effect).not.toHaveBeenCalled();
  }
});

test('a channel number that is taken is refused', () => {
  const { port, open } = aPort();
  port.say({ type: 'open-channel', channel: 1, service: SHELL });
  port.say({ type: 'open-channel', channel: 1, service: SHELL });
  expect(open).toHaveBeenCalledOnce();
  expect(port.sent.at(-1)).toMatchObject({ type: 'channel-closed', channel: 1 });
});

test('what was shown gives the sender credit', () => {
  const { port, channel } = aPort();
  port.say({ type: 'open-channel', channel: 1, service: SHELL });
  port.say({ type: 'consumed', channel: 1, byteCount: 4_096 });
  expect(channel.consumed).toHaveBeenCalledExactlyOnceWith(4_096);
});

test('only the bytes that arrived are posted, not the buffer behind them', () => {
  const { port, channel } = aPort();
  port.say({ type: 'open-channel', channel: 1, service: SHELL });
  const frame = new Uint8Array(16_384).fill(7);
  (channel as SessionChannel).listener.data(frame.subarray(13, 20));
  const posted = port.sent.at(-1);
  expect(posted).toMatchObject({ type: 'data', channel: 1, bytes: new Uint8Array(7).fill(7) });
  expect(posted?.type === 'data' && posted.bytes.buffer.byteLength).toBe(7);
});

test('a message for a channel that has closed meanwhile is nothing', () => {
  const { port, log } = aPort();
  port.say({ type: 'data', channel: 9, bytes: new Uint8Array(1) });
  port.say({ type: 'close-channel', channel: 9 });
  expect(log.error).not.toHaveBeenCalled();
});
