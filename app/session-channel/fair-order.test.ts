import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFairOrder } from './fair-order.ts';
import type { TrafficClass } from './traffic-class.ts';

const FRAME = 65_536;
const one = (channel: number, trafficClass: TrafficClass) => ({ flow: { channel, trafficClass } });
const shell = one(1, 'interactive');
const flood = one(2, 'interactive');
const file = one(3, 'bulk');
const otherFile = one(4, 'bulk');

/** Sends `count` frames of those that always have more. @returns the channels, in the order in which they went */
function sendAll(order: ReturnType<typeof createFairOrder>, waiting: (typeof shell)[], count: number) {
  return Array.from({ length: count }, () => {
    const chosen = order.next(waiting);
    if (chosen !== null) order.sent(chosen.flow, FRAME);
    return chosen?.flow.channel;
  });
}

test('a key goes next, whatever else waits and however long that has waited', () => {
  const order = createFairOrder();
  sendAll(order, [flood, file, otherFile], 500);
  expect(order.next([file, otherFile, flood, shell])).toBe(shell);
  order.sent(shell.flow, 20);
  sendAll(order, [flood, file], 7);
  expect(order.next([file, flood, shell])).toBe(shell);
});

test('a shell that prints without end goes before a file, and does not starve it; two files share', () => {
  const order = createFairOrder();
  const sent = sendAll(order, [file, flood, otherFile], 180);
  const count = (channel: number) => sent.filter((each) => each === channel).length;
  expect(count(2)).toBeGreaterThan(150);
  expect(count(3)).toBeGreaterThanOrEqual(9);
  expect(Math.abs(count(3) - count(4))).toBeLessThanOrEqual(1);
});

test('who was silent has saved up nothing', () => {
  const order = createFairOrder();
  sendAll(order, [file], 1_000);
  const sent = sendAll(order, [file, otherFile], 10);
  expect(sent.filter((channel) => channel === 3).length).toBeGreaterThanOrEqual(4);
});

test('somebody is chosen wherever somebody waits', () => {
  const anyFlow = fc.record({
    channel: fc.nat(5),
    trafficClass: fc.constantFrom<TrafficClass>('interactive', 'screen', 'bulk'),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.array(anyFlow), fc.nat(FRAME))), (turns) => {
      const order = createFairOrder();
      for (const [flows, bytes] of turns) {
        const waiting = flows.map((flow) => ({ flow }));
        const chosen = order.next(waiting);
        expect(chosen === null).toBe(waiting.length === 0);
        if (chosen !== null) order.sent(chosen.flow, bytes);
      }
    }),
  );
});
