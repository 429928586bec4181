import { expect, test } from 'vitest';
import type { JumpItem } from './jump-item.ts';
import { aJumpClient, aJumpShortcut, sampleSearchWords as words } from './jump-item-samples.test-support.ts';
import { buildHaystack, parseSearch, SEARCH_FIELDS, type SearchField } from './jump-item-search.ts';
import { matchesQuery } from './search-match.ts';
import { parseSearchQuery } from './search-query.ts';

function finds(item: JumpItem, input: string, fields: readonly SearchField[] = SEARCH_FIELDS): boolean {
  const scope = { fields, words, groupLabel: () => '', duplicateOf: () => null };
  const { terms } = parseSearchQuery(input, 0);
  return matchesQuery({ item, haystack: buildHaystack(item, fields, words) }, terms, scope);
}

const everything = aJumpClient({
  comments: 'invoice printer',
  consoleUser: 'mgarcia',
  domain: 'corp.example',
  lastAccessedAt: Date.UTC(2026, 10, 22),
  name: 'Front desk',
  privateIp: '10.4.12.7',
  publicIp: '203.0.113.54',
  tag: 'point-of-sale',
  workGroup: 'FLOOR2',
  presence: 'disabled',
});

test.each([
  ['comments', 'INVOICE'],
  ['console-user', 'mgar'],
  ['domain-group', 'corp.'],
  ['jump-method', 'jump client'],
  ['last-accessed-date', '2026-11-22'],
  ['name', 'front'],
  ['private-ip', '10.4.12'],
  ['public-ip', '113.54'],
  ['status', 'disabled'],
  ['tag', 'of-sale'],
  ['work-group', 'floor2'],
] as const)('R1.5 the field %s is searched while it is checked, and not otherwise', (field, input) => {
  expect(finds(everything, input, [field])).toBe(true);
  expect(
    finds(
      everything,
      input,
      SEARCH_FIELDS.filter((other) => other !== field),
    ),
  ).toBe(false);
});

test('R1.5 there are the eleven fields, in the order of the guide', () => {
  expect(SEARCH_FIELDS).toHaveLength(11);
});

test('R1.5 every term must be found, in any field; case and accents do not count', () => {
  expect(finds(everything, 'front INVOICE')).toBe(true);
  expect(finds(everything, 'front absent')).toBe(false);
  expect(finds(aJumpClient({ name: 'Café Zürich' }), 'cafe zurich')).toBe(true);
  expect(finds(aJumpShortcut(), '172.16')).toBe(true);
  expect(finds(everything, '   ')).toBe(true);
});

test('words are folded, and spaces are none', () => {
  expect(parseSearch('  Café  TILL ')).toEqual(['cafe', 'till']);
  expect(parseSearch('   ')).toEqual([]);
});
