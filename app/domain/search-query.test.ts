import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDateRange } from './date-range.ts';
import { aJumpClient, sampleSearchWords } from './jump-item-samples.test-support.ts';
import { buildHaystack, SEARCH_FIELDS } from './jump-item-search.ts';
import { matchesQuery, type SearchScope } from './search-match.ts';
import {
  isSameQuestion,
  parseSearchQuery,
  queryNarrows,
  type SearchTerm,
  withoutPart,
} from './search-query.ts';

const NOW = new Date(2026, 10, 22, 15, 30).getTime();

const scope: SearchScope = {
  fields: SEARCH_FIELDS,
  groupLabel: () => 'Field support',
  duplicateOf: () => ({ is: 'older', newest: 'Till two' }),
  words: sampleSearchWords,
};

const till = aJumpClient({
  name: 'POS-0412 Main Street',
  tag: 'point-of-sale',
  comments: 'till 1, invoice printer',
  lastAccessedAt: NOW - 3 * 86_400_000,
  presenceSince: NOW - 40 * 86_400_000,
});

function finds(input: string, fields: SearchScope['fields'] = SEARCH_FIELDS): boolean {
  const searchable = { item: till, haystack: buildHaystack(till, fields, scope.words) };
  return matchesQuery(searchable, parseSearchQuery(input, NOW).terms, { ...scope, fields });
}

test.each([
  ['pos main', true],
  ['"main street"', true],
  ['"street main"', false],
  ['-invoice', false],
  ['pos -rdp', true],
  ['tag:sale status:online', true],
  ['tag:servers', false],
  ['-tag:servers', true],
  ['tag:"point-of-sale" till', true],
  ['group:field', true],
  ['TAG:Point', true],
  ['accessed:<7d', true],
  ['accessed:>7d', false],
  ['-accessed:>7d', true],
  ['accessed:2026-11', true],
  ['accessed:2026-11-19', true],
  ['accessed:today', false],
  ['accessed:never', false],
  ['since:>30d', true],
  ['status:online since:2026-10', true],
  ['since:<7d', false],
  ['since:never', false],
  ['duplicate:older', true],
  ['duplicate:newest', false],
  ['-duplicate:older', false],
] as const)('R1.5 terms combine: %s → %s', (input, expected) => {
  expect(finds(input)).toBe(expected);
});

test('R1.5 a field that a term names is searched even when it is not checked', () => {
  expect(finds('tag:sale', ['name'])).toBe(true);
  expect(finds('sale', ['name'])).toBe(false);
});

test('a word with a colon whose first half is no field is searched as it stands', () => {
  expect(parseSearchQuery('fe80::1 c:\\temp http://x', NOW)).toMatchObject({
    terms: [{ text: 'fe80::1' }, { text: 'c:\\temp' }, { text: 'http://x' }],
    problems: [],
  });
});

test('what cannot be read says where, and the rest still counts', () => {
  expect(parseSearchQuery('pos accessed:soon tag: "main', NOW)).toMatchObject({
    terms: [{ text: 'pos' }, { text: 'main' }],
    problems: [
      { code: 'date-not-understood', start: 4, end: 17 },
      { code: 'value-missing', start: 18, end: 22 },
      { code: 'quote-not-closed', start: 23, end: 28 },
    ],
  });
});

test.each(['2026-13', '2026-02-30', '7d', '<d', 'soon', '', '<99999999d'])('%j is no date', (text) => {
  expect(parseDateRange(text, NOW)).toBeNull();
});

test('whatever is typed is read without an end in sight, and every term lies where it was typed', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'tag:', 'accessed:', ' ', '"', '-', ':', '😀', '<7d', '\t'),
    maxLength: 20,
  });
  fc.assert(
    fc.property(text, (input) => {
      const { terms, problems } = parseSearchQuery(input, NOW);
      for (const place of [...terms, ...problems]) {
        expect(place.start).toBeLessThan(place.end);
        expect(place.end).toBeLessThanOrEqual(input.length);
      }
    }),
  );
});

test('R1.5 a query that narrows another finds nothing that the other did not', () => {
  const text = fc.string({ unit: fc.constantFrom('o', 's', ' ', '-', 'tag:', '"', 'x'), maxLength: 8 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const [previous, next] = [parseSearchQuery(before, NOW).terms, parseSearchQuery(after, NOW).terms];
      if (queryNarrows(previous, next) && finds(after)) expect(finds(before)).toBe(true);
    }),
  );
});

test.each([
  ['tag:servers status:online invoice', 1, 'tag:servers invoice'],
  ['tag:servers  status:online', 0, 'status:online'],
  ['pos "main street" -rdp', 2, 'pos "main street"'],
  ['a"b c"d', 1, 'a d'],
])('in %j term %d is removed', (input, index, rest) => {
  const term = parseSearchQuery(input, NOW).terms[index];
  expect(term && withoutPart(input, term)).toBe(rest);
});

test('a term that is removed leaves all the others as they were', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', 'tag:', 'accessed:', ' ', '"', '-', ':', '😀', '\u202E', '<7d', '\u00A0'),
    maxLength: 20,
  });
  const meaning = ({ start: _start, end: _end, ...rest }: SearchTerm) => rest;
  fc.assert(
    fc.property(text, fc.nat(), (input, choice) => {
      const { terms } = parseSearchQuery(input, NOW);
      const removed = terms[choice % Math.max(1, terms.length)];
      if (removed === undefined) return;
      const left = parseSearchQuery(withoutPart(input, removed), NOW).terms;
      expect(left.map(meaning)).toEqual(terms.filter((term) => term !== removed).map(meaning));
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  'a'.repeat(4_096),
  '\uD83D',
  '\u0000',
  '\u202Egpj.exe',
  '<img src=x onerror=alert(1)>',
  '{{7*7}} %00 &lt;',
  "=cmd|'/c calc'!A1",
  'C:\\x \\\\?\\C:',
  '$(touch CANARY)',
  '__proto__:x constructor:y hasOwnProperty:z toString:',
])('%j is searched as it stands', (input) => {
  const { terms, problems } = parseSearchQuery(input, NOW);
  expect(problems).toEqual([]);
  expect(terms.every((term) => term.kind === 'text')).toBe(true);
  expect(terms.map(({ start, end }) => input.slice(start, end)).join(' ')).toBe(input);
});

test.each([
  ['since:<7d till', 'since:<7d  till ', true],
  ['since:<7d', 'since:<8d', false],
  ['till', 'name:till', false],
  ['name:till', 'host:till', false],
  ['till', '-till', false],
  ['till', 'till x', false],
])('%j asked later as %j is the same question: %j', (one, other, isSame) => {
  const [before, after] = [parseSearchQuery(one, NOW).terms, parseSearchQuery(other, NOW + 60_000).terms];
  expect(isSameQuestion(before, after)).toBe(isSame);
});
