import { expect, test } from 'vitest';
import { SEARCH_FIELDS } from '#app/domain/jump-item-search.ts';
import type { SearchScope } from '#app/domain/search-match.ts';
import { parseSearchQuery } from '#app/domain/search-query.ts';
import { COLUMN_IDS, type ColumnId } from '../../store/jump-item-query.ts';
import { searchWords } from '../../store/search-words.ts';
import { aJumpClient } from '../../test-support/jump-items.ts';
import { createSearchMarks, NO_MARKS } from './search-marks.ts';

const scope: SearchScope = {
  fields: SEARCH_FIELDS,
  words: searchWords,
  groupLabel: () => 'All users',
  duplicateOf: () => ({ is: 'older', newest: 'till-5' }),
};
const till = aJumpClient('till-4', {
  tag: 'tills',
  consoleUser: 'mgarcia',
  comments: 'by the door, third floor, printer',
  lastAccessedAt: new Date(2026, 10, 19).getTime(),
});

function marksOf(search: string, columns: readonly ColumnId[], fields = scope.fields) {
  return createSearchMarks(parseSearchQuery(search, Date.now()).terms, columns, { ...scope, fields });
}

test('R1.5 a word is marked in every column whose field is checked, a named field’s only in its own', () => {
  const { termsOf } = marksOf('garcia tag:till "third floor" -rdp', COLUMN_IDS);
  expect(termsOf('console-user')).toEqual(['garcia', 'third floor']);
  expect(termsOf('tag')).toEqual(['garcia', 'till', 'third floor']);
  expect(termsOf('group')).toEqual([]);
  expect(marksOf('group:all', COLUMN_IDS).termsOf('group')).toEqual(['all']);
  expect(marksOf('till', COLUMN_IDS, ['name']).termsOf('tag')).toEqual([]);
});

test.each([
  ['garcia', ['name'], { field: 'console-user', text: 'mgarcia', terms: ['garcia'] }],
  ['garcia', ['name', 'console-user'], null],
  ['till', ['name'], null],
  ['tag:till', ['name'], { field: 'tag', text: 'tills', terms: ['till'] }],
  ['till garcia', ['name'], { field: 'console-user', text: 'mgarcia', terms: ['garcia'] }],
  ['-rdp', ['name'], null],
  ['os:debian', ['name'], { field: 'operating-system', text: 'Debian 12', terms: ['debian'] }],
] as const)('R1.5 the search %j with the columns %j tells of %j', (search, columns, match) => {
  expect(marksOf(search, columns).hiddenMatch(till)).toEqual(match);
});

test('a match far in a long text is in sight', () => {
  expect(marksOf('printer', ['name']).hiddenMatch(till)?.text).toBe('…loor, printer');
});

test('a date that was searched is told, too', () => {
  const match = marksOf('accessed:2026-11', ['name']).hiddenMatch(till);
  expect(match?.field).toBe('last-accessed-date');
  expect(match?.text).toContain('2026-11-19');
  expect(match?.terms).toEqual([match?.text]);
});

test('since when a status holds is marked where the status stands, and told where none does', () => {
  const { hiddenMatch, termsOf } = marksOf('since:>30d', COLUMN_IDS);
  expect(termsOf('status', 'Online')).toEqual(['online']);
  expect(hiddenMatch(till)).toBeNull();
  expect(marksOf('since:>30d', ['name']).hiddenMatch(till)?.field).toBe('status-since');
});

test('a span of time marks the whole date in its column, with words that were searched there, too', () => {
  const { termsOf } = marksOf('accessed:<30d 11', COLUMN_IDS);
  expect(termsOf('last-accessed', '2026-11-19 00:00')).toEqual(['2026-11-19 00:00']);
  expect(termsOf('last-accessed', '')).toEqual(['11']);
  expect(termsOf('name', 'till-4')).toEqual(['11']);
  expect(marksOf('-accessed:today', COLUMN_IDS)).toBe(NO_MARKS);
});

test('nothing to mark is always the same nothing, so that no row is drawn again', () => {
  expect(marksOf('', COLUMN_IDS)).toBe(NO_MARKS);
  expect(marksOf('-rdp', COLUMN_IDS)).toBe(NO_MARKS);
});
