import { expect, test } from 'vitest';
import { encodeFrame, type Frame, MalformedFrame } from './frame.ts';
import { BULK_CREDIT_BYTES, CREDIT_BYTES } from './outgoing-bytes.ts';
import { createSessionEndpoint, MAX_CHANNELS } from './session-endpoint.ts';

const SHELL = { service: 'command-shell', columns: 80, rows: 24 } as const;
const FILE = { service: 'file-transfer', use: 'transfer' } as const;
const FRAMES = 100_000;
/** The same each time: a failure can be looked into. */
const seededRandom = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
  return seed / 2 ** 31;
};

/** What a side may send, some of it a lie. */
function anyFrame(random: () => number): Frame {
  const channel = Math.floor(random() * 5);
  const offset = [0, 1, CREDIT_BYTES, 2 ** 40, Math.floor(random() * 2_000)][Math.floor(random() * 5)] ?? 0;
  const entry = {
    channel: channel + 1,
    service: SHELL,
    endOffset: offset,
    receivedOffset: 0,
    consumedOffset: 0,
  };
  const frames: Frame[] = [
    { kind: 'hello', channel: 0, hello: { fresh: random() < 0.5, channels: [entry] } },
    { kind: 'open', channel: channel + 1, service: random() < 0.5 ? SHELL : FILE },
    { kind: 'data', channel: channel + 1, offset, bytes: new Uint8Array(Math.floor(random() * 300)) },
    { kind: 'credit', channel: channel + 1, consumedOffset: offset },
    { kind: 'control', channel: channel + 1, control: { type: 'resize', columns: 80, rows: 24 } },
    { kind: 'close', channel: channel + 1, closed: { reason: 'exited', exitCode: 1 } },
    { kind: 'closed', channel: channel + 1 },
  ];
  return frames[Math.floor(random() * frames.length)] ?? { kind: 'closed', channel: 1 };
}

/** A few bits turned, some of it cut off, something put behind. */
function mutated(message: Uint8Array, random: () => number): Uint8Array {
  const turns = Math.floor(random() * 4);
  const copy = Uint8Array.from(message);
  for (let turn = 0; turn < turns; turn += 1) {
    const at = Math.floor(random() * Math.min(copy.length, 20));
    copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  if (random() < 0.1) return copy.subarray(0, Math.floor(random() * copy.length));
  if (random() < 0.1) return Uint8Array.from([...copy, ...new Uint8Array(40)]);
  return copy;
}

test.each(['representative', 'computer'] as const)(
  'a hundred thousand mutated frames: the %s refuses or takes each, and keeps no more than its credit',
  (side) => {
    const random = seededRandom(7);
    let waitingBytes = 0;
    let refused = 0;
    const makeEndpoint = () => {
      const made = createSessionEndpoint({
        side,
        sendFrame: () => undefined,
        onChannelOpened: (channel) => {
          channel.listener = {
            data(bytes) {
              waitingBytes += bytes.length; // nobody reads: nothing is given back
            },
          };
        },
      });
      made.peerPresent(true);
      waitingBytes = 0;
      return made;
    };
    let endpoint = makeEndpoint();
    for (let count = 0; count < FRAMES; count += 1) {
      try {
        endpoint.receive(mutated(encodeFrame(anyFrame(random)), random));
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedFrame);
        refused += 1;
        endpoint.closeAll({ reason: 'lost' });
        endpoint = makeEndpoint(); // the session is broken off; the next one begins
      }
      if (endpoint.channels.size > MAX_CHANNELS) throw new Error('There are too many channels.');
      if (waitingBytes > MAX_CHANNELS * BULK_CREDIT_BYTES) throw new Error('It takes beyond its credit.');
    }
    expect(refused).toBeGreaterThan(FRAMES / 10);
    expect(refused).toBeLessThan(FRAMES);
  },
);

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 0.5, 2 ** 53, -(2 ** 40)])(
  'credit of %d is refused',
  (offset) => {
    const endpoint = createSessionEndpoint({
      side: 'representative',
      sendFrame: () => undefined,
      onChannelOpened: () => undefined,
    });
    const message = encodeFrame({ kind: 'credit', channel: 1, consumedOffset: 0 });
    new DataView(message.buffer).setFloat64(5, offset);
    expect(() => endpoint.receive(message)).toThrow(MalformedFrame);
  },
);
