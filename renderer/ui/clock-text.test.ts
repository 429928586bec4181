import { expect, test } from 'vitest';
import { clockText } from './clock-text.ts';

test.each([
  [-5_000, '0:00'],
  [61_900, '1:01'],
  [3_600_000, '1:00:00'],
  [90_061_000, '25:01:01'],
])('a session of %i ms lasts %s', (milliseconds, text) => {
  expect(clockText(milliseconds)).toBe(text);
});
