import { expect, test } from 'vitest';
import { createFakeEnvironment } from '../testing/fake-environment.ts';
import { createStreamPace, FOLLOWING_MESSAGES, LARGE_CHANGE } from './stream-pace.ts';

/**
 * Sends as often as it may for so long, always with more to tell.
 * @param isFlow one item changes all the time
 * @returns how many messages that were
 */
function sendFor(ms: number, { clock, advance, pace }: ReturnType<typeof aPace>, isFlow = false): number {
  let messages = 0;
  for (const until = clock.now() + ms; clock.now() < until; ) {
    if (isFlow) pace.changed(1);
    const wait = pace.waitMs();
    if (wait > 0) {
      advance(Math.min(wait, until - clock.now()));
      continue;
    }
    pace.sent(100, true);
    messages += 1;
  }
  return messages;
}

function aPace() {
  const environment = createFakeEnvironment();
  return { ...environment, pace: createStreamPace(environment.clock) };
}

test('the first change goes out at once, the next is gathered', () => {
  const { pace, advance } = aPace();
  expect(pace.waitMs()).toBeLessThanOrEqual(0);
  pace.sent(1, false);
  expect(pace.waitMs()).toBe(50);
  advance(50);
  expect(pace.waitMs()).toBe(0);
});

test('R1.11 one large change is told within a second, whatever it holds more than one message', () => {
  const site = aPace();
  site.pace.changed(10_000);
  expect(sendFor(800, site)).toBe(100);
});

test('a flow of changes comes at the pace of gathering, however much there is', () => {
  const site = aPace();
  let messages = 0;
  for (let tick = 0; tick < 20; tick += 1) {
    site.pace.changed(LARGE_CHANGE - 1);
    messages += sendFor(50, site);
  }
  expect(messages).toBe(20);
});

test('once all is told, the next small change is gathered', () => {
  const { pace, advance } = aPace();
  pace.changed(LARGE_CHANGE);
  pace.sent(100, true);
  expect(pace.waitMs()).toBe(8);
  advance(8);
  pace.sent(1, false);
  expect(pace.waitMs()).toBe(50);
});

test('a large change within a flow hurries for as many items as it has', () => {
  const site = aPace();
  site.pace.changed(LARGE_CHANGE);
  expect(sendFor(80, site, true)).toBe(10);
  expect(sendFor(1_000, site, true)).toBe(20);
});

test('large changes without an end come at the pace of gathering, too', () => {
  const site = aPace();
  site.pace.changed(1_000_000);
  const first = sendFor(10_000, site, true);
  expect(first).toBeLessThan(FOLLOWING_MESSAGES * 2.2);
  expect(sendFor(10_000, site, true)).toBeLessThan(250);
});

test('what a flow has left behind is told a message a frame once the flow has ended', () => {
  const site = aPace();
  site.pace.changed(LARGE_CHANGE - 1);
  expect(sendFor(200, site)).toBe(4);
  expect(sendFor(1_600, site)).toBe(100);
  site.pace.changed(1);
  expect(sendFor(200, site)).toBe(4);
});
