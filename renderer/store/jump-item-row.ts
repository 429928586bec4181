import type { JumpGroupId, JumpItemId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { buildHaystack, type SearchField, type SearchWords } from '#app/domain/jump-item-search.ts';
import { type PresenceBucket, presenceBucket } from '#app/domain/jump-item-summary.ts';
import type { JumpItemSorting } from './jump-item-query.ts';
import { naturalKey } from './natural-key.ts';
import { sortKey } from './sort-key.ts';

/**
 * A Jump Item and what was computed of it once, so that a keystroke scans strings and a sort compares them.
 * A changed item is a new row; the old one is marked `replaced` and leaves the arrays at the next merge.
 */
export type JumpItemRow = {
  readonly id: JumpItemId;
  readonly item: JumpItem;
  readonly nameKey: string;
  readonly bucket: PresenceBucket;
  haystack: string;
  /** The key of the column that sorts first, and those of the columns that sort next. */
  sortKey: string;
  laterSortKeys: readonly string[];
  /** The last watch that named this row: at a snapshot's end those of earlier ones leave. */
  epoch: number;
  replaced: boolean;
  /** Where it stands in the order of memory (`memory-order.ts`). */
  slot: number;
};

export type RowKeys = {
  readonly searchFields: readonly SearchField[];
  readonly searchWords: SearchWords;
  readonly sorting: readonly JumpItemSorting[];
  readonly groupLabels: ReadonlyMap<JumpGroupId, string>;
};

const NONE: readonly string[] = [];

export function createRow(item: JumpItem, epoch: number, keys: RowKeys): JumpItemRow {
  const nameKey = naturalKey(item.name);
  const row: JumpItemRow = {
    id: item.id,
    item,
    nameKey,
    bucket: presenceBucket(item),
    haystack: buildHaystack(item, keys.searchFields, keys.searchWords),
    sortKey: '',
    laterSortKeys: NONE,
    epoch,
    replaced: false,
    slot: -1,
  };
  computeSortKeys(row, keys);
  return row;
}

/** Computes anew what a row is sorted by, after the sorting or the groups' labels changed. */
export function computeSortKeys(row: JumpItemRow, keys: RowKeys): void {
  const [first, ...later] = keys.sorting;
  if (first === undefined) row.sortKey = '';
  else row.sortKey = first.column === 'name' ? row.nameKey : sortKey(row.item, first.column, keys);
  row.laterSortKeys = later.length === 0 ? NONE : later.map(({ column }) => sortKey(row.item, column, keys));
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Total: two rows are equal only when they are of the same item and have the same keys. */
export type RowOrder = (one: JumpItemRow, other: JumpItemRow) => number;

/** The order of rows for one sorting; total, so that it never depends on who came first. */
export function rowOrder(sorting: readonly JumpItemSorting[]): RowOrder {
  const [first, ...later] = sorting;
  if (first === undefined) return (one, other) => compareTexts(one.id, other.id);
  const directions = later.map(({ descending }) => (descending === first.descending ? 1 : -1));
  const ascending: RowOrder = (one, other) =>
    compareTexts(one.sortKey, other.sortKey) ||
    (directions.length === 0 ? 0 : compareLater(one, other, directions)) ||
    compareTexts(one.nameKey, other.nameKey) ||
    compareTexts(one.id, other.id);
  return first.descending ? (one, other) => ascending(other, one) : ascending;
}

function compareLater(one: JumpItemRow, other: JumpItemRow, directions: readonly number[]): number {
  for (let index = 0; index < directions.length; index += 1) {
    const order = compareTexts(one.laterSortKeys[index] ?? '', other.laterSortKeys[index] ?? '');
    if (order !== 0) return order * (directions[index] ?? 1);
  }
  return 0;
}
