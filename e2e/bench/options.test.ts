import { expect, test } from 'vitest';
import { OptionsError, parseOptions } from './options.ts';

test('without words everything is measured', () => {
  const options = parseOptions([]);
  expect(options.items).toEqual([1000, 10000]);
  expect(options.probes).toContain('launch');
  expect(options.sides).toEqual(['console', 'floor']);
});

test('sizes, runs and probes can be chosen', () => {
  const options = parseOptions(['--items', '100000', '--runs', '3', '--probes', 'search,sort']);
  expect(options).toMatchObject({ items: [100000], runs: 3, probes: ['search', 'sort'] });
});

test.each([
  [['--items', 'many'], /--items.*many/],
  [['--runs', '0'], /--runs.*0/],
  [['--probes', 'smell'], /--probes.*smell/],
  [['--colour'], /--colour/],
])('%j is refused by name', (words, message) => {
  expect(() => parseOptions(words)).toThrow(OptionsError);
  expect(() => parseOptions(words)).toThrow(message);
});
