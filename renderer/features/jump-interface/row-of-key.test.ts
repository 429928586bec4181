import { expect, test } from 'vitest';
import { rowOfKey } from './row-of-key.ts';

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 0, 0],
  ['ArrowUp', -1, 0],
  ['PageDown', -1, 20],
  ['PageDown', 95, 99],
  ['PageUp', 5, 0],
  ['Home', 50, 0],
  ['End', 0, 99],
  ['x', 5, null],
])('R1.3 %s leads from row %i of 100 to %s', (key, from, to) => {
  expect(rowOfKey(key, from, 100, 20)).toBe(to);
});

test('R1.3 an empty list has no row to go to', () => {
  expect(rowOfKey('End', -1, 0, 20)).toBeNull();
});
