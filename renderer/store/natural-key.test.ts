import fc from 'fast-check';
import { expect, test } from 'vitest';
import { naturalKey } from './natural-key.ts';

const sorted = (...texts: string[]) =>
  texts.toSorted((one, other) => (naturalKey(one) < naturalKey(other) ? -1 : 1));

test('R1.3 numbers sort by their value, whatever the zeros in front', () => {
  expect(sorted('pos-10', 'pos-9', 'pos-0100', 'pos-2')).toEqual(['pos-2', 'pos-9', 'pos-10', 'pos-0100']);
});

test('R1.3 case and accents do not count', () => {
  expect(naturalKey('ÉMILE')).toBe(naturalKey('emile'));
});

test('R1.3 two whole numbers of up to nine digits sort as numbers', () => {
  const digits = fc.nat({ max: 999_999_999 });
  fc.assert(
    fc.property(digits, digits, (one, other) => {
      expect(naturalKey(String(one)) < naturalKey(String(other))).toBe(one < other);
    }),
  );
});
