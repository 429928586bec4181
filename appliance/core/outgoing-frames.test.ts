import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeFrame, encodeFrame } from '#app/session-channel/frame.ts';
import { createOutgoingFrames } from './outgoing-frames.ts';

const data = (channel: number, offset: number, trafficClass: 'interactive' | 'bulk', length = 1) =>
  encodeFrame({ kind: 'data', channel, offset, bytes: new Uint8Array(length) }, trafficClass);

function takeAll(outgoing: ReturnType<typeof createOutgoingFrames>): Uint8Array[] {
  const taken: Uint8Array[] = [];
  for (let frame = outgoing.next(); frame !== null; frame = outgoing.next()) taken.push(frame);
  return taken;
}

test('a key overtakes a file; each channel keeps its order; nothing is kept or lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 900 })), {
        maxLength: 600,
      }),
      (frames) => {
        const outgoing = createOutgoingFrames();
        for (const [at, [channel, length]] of frames.entries())
          outgoing.push(data(channel, at, channel % 2 === 0 ? 'bulk' : 'interactive', length));
        const taken = takeAll(outgoing).map(
          (message) => decodeFrame(message) as { channel: number; offset: number },
        );
        expect(taken.map(({ offset }) => offset).sort((a, b) => a - b)).toEqual(frames.map((_, at) => at));
        const last = new Map<number, number>();
        for (const { channel, offset } of taken) {
          expect(offset).toBeGreaterThan(last.get(channel) ?? -1);
          last.set(channel, offset);
        }
        expect(outgoing.waitingBytes).toBe(0);
      },
    ),
  );
});

test('a key that comes last leaves first', () => {
  const outgoing = createOutgoingFrames();
  for (let offset = 0; offset < 20; offset += 1) outgoing.push(data(1, offset, 'bulk', 60_000));
  outgoing.next();
  const key = data(2, 0, 'interactive');
  outgoing.push(key);
  expect(outgoing.next()).toBe(key);
});

test('what no side writes is passed on, unread, after all else', () => {
  const outgoing = createOutgoingFrames();
  const strange = [new Uint8Array(0), Uint8Array.of(0xff), new TextEncoder().encode('uname -a')];
  for (const frame of strange) outgoing.push(frame);
  const key = data(2, 0, 'interactive');
  outgoing.push(key);
  expect(takeAll(outgoing)).toEqual([key, ...strange]);
});

test('millions of tiny frames weigh what they cost', () => {
  const outgoing = createOutgoingFrames();
  for (let channel = 0; channel < 10_000; channel += 1) outgoing.push(data(channel, 0, 'bulk'));
  expect(outgoing.waitingBytes).toBeGreaterThan(10_000 * 128);
  expect(takeAll(outgoing)).toHaveLength(10_000);
});
