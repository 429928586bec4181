import { expect, test } from 'vitest';
import { createFakeEnvironment } from '../testing/fake-environment.ts';
import { createSignInThrottle } from './sign-in-throttle.ts';

test('refusals wait from the fifth on, longer and longer, up to eight seconds', () => {
  const throttle = createSignInThrottle(createFakeEnvironment().clock);
  const waits = Array.from({ length: 11 }, () => throttle.refused('192.0.2.1'));
  expect(waits).toEqual([0, 0, 0, 0, 500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
  expect(throttle.refused('192.0.2.2')).toBe(0);
});

test('a sign-in, and a quarter of an hour, forgive', () => {
  const environment = createFakeEnvironment();
  const throttle = createSignInThrottle(environment.clock);
  for (let count = 0; count < 6; count += 1) throttle.refused('192.0.2.1');
  throttle.accepted('192.0.2.1');
  expect(throttle.refused('192.0.2.1')).toBe(0);
  for (let count = 0; count < 6; count += 1) throttle.refused('192.0.2.1');
  environment.advance(15 * 60 * 1_000);
  expect(throttle.refused('192.0.2.1')).toBe(0);
});
