import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBackOff, LAST_BOUND_MS } from './back-off.ts';

test('R5.1 waits double their bound from half a second up to thirty seconds', () => {
  const backOff = createBackOff(() => 0.999_999, LAST_BOUND_MS.fleet);
  const waits = Array.from({ length: 9 }, () => backOff.next());
  expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
});

test('in a session, where somebody waits, they grow to four seconds and no further', () => {
  const backOff = createBackOff(() => 0.999_999, LAST_BOUND_MS.session);
  const waits = Array.from({ length: 5 }, () => backOff.next());
  expect(waits).toEqual([500, 1_000, 2_000, 4_000, 4_000]);
});

test('R5.1 after a reset the first wait is short again', () => {
  const backOff = createBackOff(() => 0.5, LAST_BOUND_MS.fleet);
  for (let count = 0; count < 10; count += 1) backOff.next();
  backOff.reset();
  expect(backOff.next()).toBe(250);
});

test('R5.1 a wait is spread over everything up to its bound, so that not all come back at once', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.nat(20),
      (share, attempts) => {
        const backOff = createBackOff(() => share, LAST_BOUND_MS.fleet);
        for (let count = 0; count < attempts; count += 1) backOff.next();
        const bound = Math.min(30_000, 500 * 2 ** attempts);
        expect(backOff.next()).toBe(Math.round(share * bound));
      },
    ),
  );
});
