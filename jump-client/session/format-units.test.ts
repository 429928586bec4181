import { expect, test } from 'vitest';
import { formatBytes, formatDuration, formatLocalTime } from './format-units.ts';

test.each([
  [0, '0 B'],
  [1_023, '1023 B'],
  [1_536, '1.5 KiB'],
  [8 * 1024 ** 3, '8.0 GiB'],
  [5_000 * 1024 ** 5, '5000.0 PiB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.each([
  [59_000, '0 min'],
  [3_600_000, '1 h 0 min'],
  [90_061_000, '1 d 1 h 1 min'],
  [-5, '0 min'],
])('%d ms last %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});

test.each([
  [120, '2026-01-01 01:30 +02:00'],
  [-570, '2025-12-31 14:00 -09:30'],
])('a moment on a clock %d minutes ahead of UTC', (offset, text) => {
  expect(formatLocalTime(Date.parse('2025-12-31T23:30:00Z'), offset)).toBe(text);
});
