import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSearchQuery } from '#app/domain/search-query.ts';
import { highlightRanges } from './highlight-ranges.ts';

const termsOf = (search: string) =>
  parseSearchQuery(search, 0).terms.flatMap((term) => (term.kind === 'text' ? [term.text] : []));
const marked = (text: string, search: string) =>
  highlightRanges(text, termsOf(search))
    .filter(({ isMatch }) => isMatch)
    .map((part) => part.text);

test.each([
  ['POS-0412 Main Street', 'pos', ['POS']],
  ['till 1, pos v7', 'POS till', ['till', 'pos']],
  ['aaaa', 'aa', ['aaaa']],
  ['Émile', 'emile', ['Émile']],
  ['Straße', 'zzz', []],
])('R1.5 in %j the search %j marks %j', (text, search, parts) => {
  expect(marked(text, search)).toEqual(parts);
});

test('R1.5 marking never changes the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, search) => {
      const parts = highlightRanges(text, termsOf(search));
      expect(parts.map((part) => part.text).join('')).toBe(text);
    }),
  );
});
