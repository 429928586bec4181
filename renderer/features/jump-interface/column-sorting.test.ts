import { expect, test } from 'vitest';
import { chooseColumns, GUIDE_COLUMNS } from './column-layout.ts';
import { sortingOfShown } from './column-sorting.ts';

const by = (column: string) => ({ column, descending: false });

test('R1.3 a column that is hidden sorts no more; one of another version stays in the sorting', () => {
  const sorting = [by('status'), by('of-another-version'), by('name')];
  const shown = chooseColumns(GUIDE_COLUMNS, new Set(['name', 'group']), () => 90);
  expect(sortingOfShown(sorting, shown)).toEqual([by('of-another-version'), by('name')]);
});

test('R1.3 where all that sorts is shown, the sorting is the very same: nothing is sorted anew', () => {
  const sorting = [by('status'), by('name')];
  expect(sortingOfShown(sorting, GUIDE_COLUMNS)).toBe(sorting);
});
