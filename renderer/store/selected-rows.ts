import type { JumpItemId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import type { Console } from './console-context.tsx';
import { type JumpItemRow, rowOrder } from './jump-item-row.ts';
import type { JumpItemList, JumpItemRows } from './jump-item-rows.ts';

/** Up to so many are looked up one by one; for more it is quicker to walk the list. */
const FEW = 200;

let last: {
  list: JumpItemList['rows'];
  selectedIds: ReadonlySet<JumpItemId>;
  selected: readonly JumpItemRow[];
} | null = null;

/** The rows that are selected and listed, in the list's order: computed once for all who ask. */
export function selectedRowsOf(
  rows: JumpItemRows,
  selectedIds: ReadonlySet<JumpItemId>,
): readonly JumpItemRow[] {
  const list = rows.getList();
  if (last?.list === list.rows && last.selectedIds === selectedIds) return last.selected;
  const selected =
    selectedIds.size > FEW
      ? list.rows.filter((row) => selectedIds.has(row.id))
      : [...selectedIds].flatMap((id) => rows.getListed(id) ?? []).toSorted(rowOrder(list.query.sorting));
  last = { list: list.rows, selectedIds, selected };
  return selected;
}

/** What an action is about: the items that are selected and listed, in the list's order. */
export function selectedItems({ store, rows }: Pick<Console, 'store' | 'rows'>): readonly JumpItem[] {
  return selectedRowsOf(rows, store.getState().selectedIds).map(({ item }) => item);
}

/** How many of the selected items the list does not show; those that are gone do not count. */
export function countUnlisted(
  rows: JumpItemRows,
  selectedIds: ReadonlySet<JumpItemId>,
  listed: readonly JumpItemRow[],
): number {
  if (listed.length === selectedIds.size) return 0;
  let known = 0;
  for (const id of selectedIds) if (rows.get(id) !== undefined) known += 1;
  return known - listed.length;
}
