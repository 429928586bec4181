import { assert, nat, property, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { placesOf, runsOf } from './refused-runs.ts';

test('places are written down in runs, and read again', () => {
  expect(runsOf([])).toEqual([]);
  expect(runsOf([0, 1, 2])).toEqual([0, 3]);
  expect(runsOf([3, 4, 9])).toEqual([3, 2, 4, 1]);
  void assert(
    property(uniqueArray(nat(300)), (some) => {
      const places = some.toSorted((one, other) => one - other);
      expect(placesOf(runsOf(places), 301)).toEqual(places);
    }),
  );
});

test('runs that lead out of the list end with it', () => {
  expect(placesOf([1, 1_000_000_000], 3)).toEqual([1, 2]);
});
