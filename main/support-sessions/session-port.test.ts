import { expect, test, vi } from 'vitest';
import { MAX_INPUT_BYTES } from '#app/contracts/session-port.ts';
import type { SessionChannel } from '#app/session-channel/session-channel.ts';
import { MAX_CHANNELS, type SessionEndpoint } from '#app/session-channel/session-endpoint.ts';
import { createFakePort } from '../testing/fake-port.ts';
import { createQuietLog } from '../testing/quiet-log.ts';
import { createSessionPort } from './session-port.ts';

const SHELL = { service: 'command-shell', columns: 80, rows: 24 } as const;

function aChannel() {
  return {
    number: 1_007,
    service: SHELL,
    waitingBytes: 0,
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
  const channels = new Map<number, SessionChannel>();
  const log = createQuietLog();
  const session = createSessionPort({ port, log, onFiles: vi.fn(), onClosed: vi.fn() });
  session.attach({ open, channels } as unknown as SessionEndpoint);
  return { port, channel, channels, open, log, session };
}

/** A megabyte of message is no title. */
const inShort = (message: unknown) => [JSON.stringify(message).slice(0, 80), message] as const;

test.each(
  [
    null,
    'text',
    { type: 'evil' },
    { type: 'data', channel: 1, bytes: 'text' },
    { type: 'data', channel: 1, bytes: [1, 2] },
    { type: 'data', channel: -1, bytes: new Uint8Array(1) },
    { type: 'data', channel: 1, bytes: new Uint8Array(MAX_INPUT_BYTES + 1) },
    { type: 'open-channel', channel: 1, service: { service: 'files' } },
    { type: 'open-channel', channel: 1, service: { ...SHELL, columns: 0 } },
    { type: 'consumed', channel: 1, byteCount: -1 },
    { type: 'resize', channel: 1, columns: 80, rows: 1e9 },
    { type: 'close-channel', channel: 1, surplus: true },
  ].map(inShort),
)('main does not believe the renderer: %s is logged and dropped', (_, message) => {
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
  (channel as SessionChannel).listener.data(frame.subarray(13, 20), true);
  const posted = port.sent.at(-1);
  expect(posted).toMatchObject({
    type: 'data',
    channel: 1,
    bytes: new Uint8Array(7).fill(7),
    replayed: true,
  });
  expect(posted?.type === 'data' && posted.bytes.buffer.byteLength).toBe(7);
});

test('a message for a channel that has closed meanwhile is nothing', () => {
  const { port, log } = aPort();
  port.say({ type: 'data', channel: 9, bytes: new Uint8Array(1) });
  port.say({ type: 'close-channel', channel: 9 });
  expect(log.error).not.toHaveBeenCalled();
});

test('what a computer does not take is refused as a whole, and said to be taken again', () => {
  const { port, channel } = aPort();
  port.say({ type: 'open-channel', channel: 1, service: SHELL });
  channel.waitingBytes = MAX_INPUT_BYTES - 10;
  port.say({ type: 'data', channel: 1, bytes: new Uint8Array(10) });
  port.say({ type: 'data', channel: 1, bytes: new Uint8Array(11) });
  expect(channel.send).toHaveBeenCalledExactlyOnceWith(new Uint8Array(10));
  expect(port.sent.at(-1)).toEqual({ type: 'input', channel: 1, state: 'refused' });
  (channel as SessionChannel).listener.drained?.();
  expect(port.sent.at(-1)).toEqual({ type: 'input', channel: 1, state: 'accepted' });
});

test('no more channels are opened than the computer may name in its greeting', () => {
  const { port, open, channel, channels } = aPort();
  for (let number = 1; number <= MAX_CHANNELS; number += 1) channels.set(number, channel);
  port.say({ type: 'open-channel', channel: 1, service: SHELL });
  expect(open).not.toHaveBeenCalled();
  expect(port.sent.at(-1)).toMatchObject({ type: 'channel-closed', closed: { reason: 'failed' } });
});
