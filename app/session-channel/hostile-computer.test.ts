import { expect, test } from 'vitest';
import { encodeFrame, type Frame, type Hello, MalformedFrame } from './frame.ts';
import { CREDIT_BYTES } from './outgoing-bytes.ts';
import type { SessionChannel } from './session-channel.ts';
import { createSessionEndpoint } from './session-endpoint.ts';

const SHELL = { service: 'command-shell', columns: 80, rows: 24 } as const;
const CHANNEL = 7;

/** A console whose computer is the test. */
function aConsole(channels: Partial<Hello['channels'][number]>[] = [{}]) {
  const found: SessionChannel[] = [];
  const got: { text: string; replayed: boolean }[] = [];
  let sentFrames = 0;
  const endpoint = createSessionEndpoint({
    side: 'representative',
    sendFrame: () => {
      sentFrames += 1;
    },
    onChannelOpened(channel) {
      found.push(channel);
      channel.listener = {
        data: (bytes, replayed) => got.push({ text: new TextDecoder().decode(bytes), replayed }),
      };
    },
  });
  const receive = (frame: Frame) => endpoint.receive(encodeFrame(frame));
  const greet = (entries: Partial<Hello['channels'][number]>[]) => {
    const entry = { channel: CHANNEL, service: SHELL, endOffset: 0, receivedOffset: null, consumedOffset: 0 };
    const all = entries.map((part) => ({ ...entry, ...part }));
    receive({ kind: 'hello', channel: 0, hello: { fresh: false, channels: all } });
  };
  endpoint.peerPresent(true);
  greet(channels);
  const print = (offset: number, text: string | Uint8Array) => {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    receive({ kind: 'data', channel: CHANNEL, offset, bytes });
  };
  return { endpoint, found, got, receive, greet, print, sentFrames: () => sentFrames };
}

test('what was printed before the console came is told apart from what is printed now', () => {
  const { print, got } = aConsole([{ endOffset: 10 }]);
  print(4, 'old');
  print(7, 'oldnew');
  print(7, 'oldnew!');
  expect(got).toEqual([
    { text: 'old', replayed: true },
    { text: 'old', replayed: true },
    { text: 'new', replayed: false },
    { text: '!', replayed: false },
  ]);
});

test('after a connection that was merely lost nothing is a replay', () => {
  const { endpoint, greet, print, got } = aConsole([{ endOffset: 3 }]);
  print(0, 'old');
  endpoint.peerPresent(false);
  endpoint.peerPresent(true);
  greet([{ endOffset: 100 }]);
  print(3, 'printed meanwhile');
  expect(got.at(-1)).toEqual({ text: 'printed meanwhile', replayed: false });
});

test('a computer that sends beyond its credit is refused', () => {
  const { print, found } = aConsole();
  const piece = new Uint8Array(16_000);
  for (let offset = 0; offset + piece.length <= CREDIT_BYTES; offset += piece.length) print(offset, piece);
  const sent = Math.floor(CREDIT_BYTES / piece.length) * piece.length;
  expect(() => print(sent, piece)).toThrow(MalformedFrame);
  found[0]?.consumed(piece.length);
  expect(() => print(sent, piece)).not.toThrow();
});

test('what a computer has not used yet counts for the console that takes its channel over', () => {
  const { found } = aConsole([{ receivedOffset: CREDIT_BYTES, consumedOffset: 10 }]);
  expect(found[0]?.waitingBytes).toBe(CREDIT_BYTES - 10);
  expect(found[0]?.send(new Uint8Array(10))).toBe(false);
});

test.each([
  ['more used than received', { receivedOffset: 5, consumedOffset: 6 }],
  ['something used, nothing received', { receivedOffset: null, consumedOffset: 1 }],
  ['a channel that is none', { channel: 0 }],
  ['a channel beyond all', { channel: 2 ** 31 }],
  ['an end that is no whole number', { endOffset: 0.5 }],
  ['an end beyond what numbers can count', { endOffset: 2 ** 53 }],
])('a greeting with %s is refused', (_, entry) => {
  expect(() => aConsole([entry])).toThrow(MalformedFrame);
});

test('a greeting that names a channel twice opens it once; one with thousands is refused', () => {
  expect(aConsole([{}, {}]).found).toHaveLength(1);
  expect(() => aConsole(Array.from({ length: 65 }, (_, place) => ({ channel: place + 1 })))).toThrow(
    MalformedFrame,
  );
});

test('a computer opens no channel', () => {
  const { receive } = aConsole();
  expect(() => receive({ kind: 'open', channel: 9, service: SHELL })).toThrow(MalformedFrame);
});

test('frames of channels that do not exist, and a second close, are nothing', () => {
  const { receive, found, endpoint, got } = aConsole();
  const closed: string[] = [];
  const [channel] = found;
  if (channel !== undefined) channel.listener.closed = ({ reason }) => void closed.push(reason);
  for (let number = 100; number < 5_000; number += 1)
    receive({ kind: 'data', channel: number, offset: 0, bytes: new Uint8Array(1) });
  receive({ kind: 'credit', channel: 99, consumedOffset: 7 });
  for (let times = 0; times < 2; times += 1)
    receive({ kind: 'close', channel: CHANNEL, closed: { reason: 'exited', exitCode: 0 } });
  receive({ kind: 'closed', channel: CHANNEL });
  expect(closed).toEqual(['exited']);
  expect(got).toEqual([]);
  expect(endpoint.channels.size).toBe(0);
});

test('credit for what was never sent gives none', () => {
  const { receive, found } = aConsole();
  receive({ kind: 'credit', channel: CHANNEL, consumedOffset: 2 ** 50 });
  expect(found[0]?.send(new Uint8Array(CREDIT_BYTES))).toBe(false);
  expect(found[0]?.waitingBytes).toBe(CREDIT_BYTES);
});

test('bytes that come one by one take no more room than many at once', () => {
  const { found, receive, sentFrames } = aConsole([{ receivedOffset: 0, consumedOffset: 0 }]);
  for (let count = 0; count < 50_000; count += 1) found[0]?.send(Uint8Array.of(count % 256));
  const before = sentFrames();
  // Asked to send all of it again, it needs as many frames as the bytes fill.
  const entry = { channel: CHANNEL, service: SHELL, endOffset: 0, receivedOffset: 0, consumedOffset: 0 };
  receive({ kind: 'hello', channel: 0, hello: { fresh: false, channels: [entry] } });
  expect(sentFrames() - before).toBeLessThanOrEqual(4);
});
