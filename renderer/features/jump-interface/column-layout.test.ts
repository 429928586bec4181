import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMN_IDS, type ColumnId } from '../../store/jump-item-query.ts';
import {
  chooseColumns,
  GUIDE_COLUMNS,
  moveColumn,
  pinColumn,
  setWidths,
  stepColumn,
} from './column-layout.ts';

type Columns = typeof GUIDE_COLUMNS;
const ids = (columns: Columns | null) => columns?.map(({ id }) => id).join(' ');
const chosen = (...names: ColumnId[]) => new Set(names);

describe('R1.3 the columns of a view', () => {
  test('are chosen: new ones come last, the last one stays', () => {
    const columns = chooseColumns(GUIDE_COLUMNS, chosen('name', 'group', 'tag', 'uptime'), () => 90);
    expect(ids(columns)).toBe('name group tag uptime');
    expect(chooseColumns(columns, new Set(), () => 90)).toBe(columns);
  });

  test('have widths of their own once one has: new ones, too', () => {
    const sized = setWidths(GUIDE_COLUMNS, new Map([['name', 20.4]]));
    expect(sized[0]?.width).toBe(48);
    expect(chooseColumns(sized, chosen('name', 'tag'), () => 90).at(-1)?.width).toBe(90);
    expect(chooseColumns(GUIDE_COLUMNS, chosen('name', 'tag'), () => 90).at(-1)?.width).toBeNull();
  });

  test('are moved before one another, to the end, or by one', () => {
    expect(ids(moveColumn(GUIDE_COLUMNS, 'group', 'hostname'))).toBe(
      'name group hostname method comments status',
    );
    expect(ids(moveColumn(GUIDE_COLUMNS, 'name', null))).toBe('hostname method comments group status name');
    expect(ids(stepColumn(GUIDE_COLUMNS, 'method', 1))).toBe('name hostname comments method group status');
    expect(ids(stepColumn(GUIDE_COLUMNS, 'method', -1))).toBe('name method hostname comments group status');
    expect(stepColumn(GUIDE_COLUMNS, 'name', -1)).toBeNull();
    expect(stepColumn(GUIDE_COLUMNS, 'status', 1)).toBeNull();
  });

  test('a pinned one stands at the left, and stays among the pinned', () => {
    const columns = pinColumn(pinColumn(GUIDE_COLUMNS, 'group', true), 'status', true);
    expect(ids(columns)).toBe('group status name hostname method comments');
    expect(ids(moveColumn(columns, 'comments', 'group'))).toBe('group status comments name hostname method');
    expect(ids(moveColumn(columns, 'group', null))).toBe('status group name hostname method comments');
    expect(stepColumn(columns, 'status', 1)).toBeNull();
    expect(ids(pinColumn(columns, 'group', false))).toBe('status group name hostname method comments');
  });

  test('those of another version stay in the view', () => {
    const columns = [...GUIDE_COLUMNS, { id: '__proto__', width: 80, isPinned: false }];
    expect(ids(chooseColumns(columns, chosen('name'), () => 90))).toBe('name __proto__');
    expect(ids(stepColumn(columns, 'group', 1))).toBe('name hostname method comments status group __proto__');
  });

  test('whatever is done with them, none is lost or doubled, and the pinned ones come first', () => {
    const id = fc.constantFrom(...COLUMN_IDS);
    const step = fc.oneof(
      fc.tuple(id, fc.option(id)).map(
        ([one, before]) =>
          (columns: Columns) =>
            moveColumn(columns, one, before),
      ),
      fc.tuple(id, fc.boolean()).map(
        ([one, is]) =>
          (columns: Columns) =>
            pinColumn(columns, one, is),
      ),
      fc.tuple(id, fc.constantFrom(-1 as const, 1 as const)).map(
        ([one, by]) =>
          (columns: Columns) =>
            stepColumn(columns, one, by) ?? columns,
      ),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const columns = steps.reduce((now, next) => next(now), GUIDE_COLUMNS);
        expect(columns.map((column) => column.id).toSorted()).toEqual(
          GUIDE_COLUMNS.map((column) => column.id).toSorted(),
        );
        const firstFree = columns.findIndex((column) => !column.isPinned);
        if (firstFree !== -1) expect(columns.slice(firstFree).some((column) => column.isPinned)).toBe(false);
      }),
    );
  });
});
