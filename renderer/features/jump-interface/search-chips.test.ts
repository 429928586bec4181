import { expect, test } from 'vitest';
import { parseSearchQuery } from '#app/domain/search-query.ts';
import { searchChips } from './search-chips.ts';

const chips = (text: string) =>
  searchChips(text, parseSearchQuery(text, 0).terms).map(({ start, end }) => text.slice(start, end));

test.each([
  ['tag:Tills -test "two words"', ['tag:Tills', '-test', '"two words"']],
  ['Leeds · Till 1', ['Leeds ·', 'Till', '1']],
  ['Leeds · – Till', ['Leeds · –', 'Till']],
  ['· - Till', ['· - Till']],
  ['accessed:soon · Till', ['· Till']],
  ['Till accessed:soon · -', ['Till']],
  ['· accessed:soon Till', ['Till']],
  ['tag:· 🖥', ['tag:·', '🖥']],
  ['·', []],
])('R1.5 what is nothing but marks is no chip by itself: %s', (text, shown) => {
  expect(chips(text)).toEqual(shown);
});

test('R1.5 a term that is left out stays left out with marks behind it', () => {
  const text = 'Till -test ·';
  expect(searchChips(text, parseSearchQuery(text, 0).terms)).toEqual([
    { start: 0, end: 4, negated: false },
    { start: 5, end: 12, negated: true },
  ]);
});
