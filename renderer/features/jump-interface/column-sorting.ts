import type { TableLayout } from '#app/contracts/preferences.ts';
import { type ColumnId, isColumnId } from '../../store/jump-item-query.ts';

type Sorting = TableLayout['sorting'];

/** Sorts by a column: in its place where it sorts already among others, else by it alone. */
export function sortBy(sorting: Sorting, column: ColumnId, descending: boolean): Sorting {
  const isSorted = sorting.some((one) => one.column === column);
  if (!isSorted) return [{ column, descending }];
  return sorting.map((one) => (one.column === column ? { column, descending } : one));
}

/** What is not shown does not sort: nobody could see why the rows stand as they do. Those of another version stay. */
export function sortingOfShown(sorting: Sorting, columns: TableLayout['columns']): Sorting {
  const isShown = (id: string) => !isColumnId(id) || columns.some((column) => column.id === id);
  return sorting.every(({ column }) => isShown(column))
    ? sorting
    : sorting.filter(({ column }) => isShown(column));
}

export function unsort(sorting: Sorting, column: ColumnId): Sorting {
  return sorting.filter((one) => one.column !== column);
}
