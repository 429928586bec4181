import { expect, test } from 'vitest';
import { formatAge, formatDuration, formatWallClock, formatWhen } from './time.ts';

test.each([
  [-5_000, 'now'],
  [900, 'now'],
  [3_000, '3 s ago'],
  [59_400, '59 s ago'],
  [125_000, '2 min ago'],
  [4 * 3_600_000, '4 h ago'],
  [12 * 86_400_000, '12 d ago'],
])('R1.6 an age of %i ms is %j', (age, text) => {
  expect(formatAge(age)).toBe(text);
});

test.each([
  [5 * 60_000, '5 min'],
  [3_600_000 + 120_000, '1 h 2 min'],
  [12 * 86_400_000 + 4 * 3_600_000, '12 d 4 h'],
])('a span of %i ms is %j', (span, text) => {
  expect(formatDuration(span)).toBe(text);
});

test('R1.6 the local time of a computer is that of its own clock on the wall', () => {
  const noonUtc = Date.UTC(2026, 10, 22, 12, 0);
  expect(formatWallClock(noonUtc, 330)).toBe('17:30');
  expect(formatWallClock(noonUtc, -720)).toBe('00:00');
});

test('a moment of today is its time, yesterday’s says so, another has its date', () => {
  const now = new Date(2026, 10, 22, 18, 0).getTime();
  expect(formatWhen(new Date(2026, 10, 22, 9, 5).getTime(), now)).toBe('09:05');
  expect(formatWhen(new Date(2026, 10, 21, 9, 5).getTime(), now)).toBe('yesterday 09:05');
  expect(formatWhen(new Date(2026, 10, 20, 9, 5).getTime(), now)).toBe('2026-11-20 09:05');
});
