import { expect, test } from 'vitest';
import { createTexts } from '#app/texts/texts.ts';
import { formatAge, formatDuration } from './durations.ts';

test.each([
  [-5_000, '0:00'],
  [61_900, '1:01'],
  [3_600_000, '1:00:00'],
  [90_061_000, '25:01:01'],
])('a session of %i ms lasts %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});

test.each([
  [-1, 'now'],
  [4_999, 'now'],
  [42_500, '42 s ago'],
  [180_000, '3 min ago'],
])('information of %i ms ago is from %s', (milliseconds, text) => {
  expect(formatAge(createTexts('en'), milliseconds)).toBe(text);
});
