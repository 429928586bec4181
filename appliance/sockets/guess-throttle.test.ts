import { expect, test } from 'vitest';
import { createFakeEnvironment } from '../testing/fake-environment.ts';
import { createGuessThrottle } from './guess-throttle.ts';

function open() {
  const environment = createFakeEnvironment();
  return { environment, throttle: createGuessThrottle(environment.clock) };
}
const one = '192.0.2.1';

test('guesses of one address at once are looked at one after the other, slower and slower', () => {
  const { throttle } = open();
  const waits = Array.from({ length: 11 }, () => throttle.enter(one));
  expect(waits).toEqual([0, 0, 0, 0, 0, 500, 1_500, 3_500, 7_500, null, null]);
});

test('another address does not wait for it, and a right guess is none', () => {
  const { throttle } = open();
  for (let count = 0; count < 7; count += 1) throttle.enter(one);
  expect(throttle.enter('192.0.2.2')).toBe(0);
  throttle.right(one);
  expect(throttle.enter(one)).toBe(0);
});

test('many addresses together are slowed down, too: no more than two guesses a second', () => {
  const { throttle } = open();
  const waits = Array.from({ length: 80 }, (_, index) => throttle.enter(`192.0.2.${index}`));
  expect(waits.slice(0, 51).every((wait) => wait === 0)).toBe(true);
  expect(waits.slice(51, 54)).toEqual([500, 1_000, 1_500]);
  expect(waits.at(-1)).toBeNull();
});

test('a quarter of an hour without a guess forgives', () => {
  const { throttle, environment } = open();
  for (let count = 0; count < 9; count += 1) throttle.enter(one);
  environment.advance(15 * 60 * 1_000);
  expect(throttle.enter(one)).toBe(0);
  expect(throttle.enter(one)).toBe(0);
});
