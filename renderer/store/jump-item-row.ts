import type { JumpGroupId, JumpItemId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { buildHaystack, type SearchField, type SearchWords } from '#app/domain/jump-item-search.ts';
import { JUMP_ITEM_STATUSES, jumpItemStatus } from '#app/domain/jump-item-status.ts';
import { type PresenceBucket, presenceBucket } from '#app/domain/jump-item-summary.ts';
import type { JumpItemSorting } from './jump-item-query.ts';
import { naturalKey } from './natural-key.ts';

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
  sortKey: string;
  /** The last watch that named this row: at a snapshot's end those of earlier ones leave. */
  epoch: number;
  replaced: boolean;
};

export type RowKeys = {
  readonly searchFields: readonly SearchField[];
  readonly searchWords: SearchWords;
  readonly sorting: JumpItemSorting | null;
  readonly groupLabels: ReadonlyMap<JumpGroupId, string>;
};

export function createRow(item: JumpItem, epoch: number, keys: RowKeys): JumpItemRow {
  const nameKey = naturalKey(item.name);
  const row: JumpItemRow = {
    id: item.id,
    item,
    nameKey,
    bucket: presenceBucket(item),
    haystack: buildHaystack(item, keys.searchFields, keys.searchWords),
    sortKey: '',
    epoch,
    replaced: false,
  };
  row.sortKey = sortKeyOf(row, keys);
  return row;
}

/** The text by which the chosen column sorts a row; rows with the same one follow by name, then id. */
export function sortKeyOf({ item, nameKey }: JumpItemRow, keys: RowKeys): string {
  switch (keys.sorting?.column) {
    case 'hostname':
      return naturalKey(item.hostname);
    case 'method':
      return keys.searchWords.jumpMethod[item.method];
    case 'comments':
      // Empty comments follow all others, as an empty cell tells nothing.
      return item.comments === '' ? '\uffff' : naturalKey(item.comments);
    case 'group':
      return naturalKey(keys.groupLabels.get(item.jumpGroupId) ?? '');
    case 'status':
      return String(JUMP_ITEM_STATUSES.indexOf(jumpItemStatus(item)));
    case 'name':
      return nameKey;
    default:
      return '';
  }
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The order of rows for one sorting; total, so that it never depends on who came first. */
export function rowOrder(sorting: JumpItemSorting | null): (one: JumpItemRow, other: JumpItemRow) => number {
  if (sorting === null) return (one, other) => compareTexts(one.id, other.id);
  const ascending = (one: JumpItemRow, other: JumpItemRow) =>
    compareTexts(one.sortKey, other.sortKey) ||
    compareTexts(one.nameKey, other.nameKey) ||
    compareTexts(one.id, other.id);
  return sorting.descending ? (one, other) => ascending(other, one) : ascending;
}
