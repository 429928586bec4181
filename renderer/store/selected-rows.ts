import type { JumpItemId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import type { Console } from './console-context.tsx';
import { type JumpItemRow, rowOrder } from './jump-item-row.ts';
import type { JumpItemList, JumpItemRows } from './jump-item-rows.ts';

/** Up to so many are looked up one by one; for more it is quicker to walk the list. */
const FEW = 200;

type Known = {
  readonly list: JumpItemList['rows'];
  readonly selectedIds: ReadonlySet<JumpItemId>;
  /** Beside each row of the list: 1 where it is selected. */
  readonly marks: Uint8Array;
  readonly selected: readonly JumpItemRow[];
};

const UNKNOWN: Known = { list: [], selectedIds: new Set(), marks: new Uint8Array(), selected: [] };
let last = UNKNOWN;

/**
 * The rows that are selected and listed, in the list's order: computed once for all who ask, and of a few rows the very
 * same array as long as none of them is another one.
 */
export function selectedRowsOf(
  rows: JumpItemRows,
  selectedIds: ReadonlySet<JumpItemId>,
): readonly JumpItemRow[] {
  const { rows: list, query } = rows.getList();
  if (last.list === list && last.selectedIds === selectedIds) return last.selected;
  if (selectedIds.size > FEW) {
    last = manySelected(list, selectedIds);
  } else {
    const listed = [...selectedIds].flatMap((id) => rows.getListed(id) ?? []).sort(rowOrder(query.sorting));
    const isSame =
      listed.length === last.selected.length && listed.every((row, place) => row === last.selected[place]);
    last = { ...UNKNOWN, list, selectedIds, selected: isSame ? last.selected : listed };
  }
  return last.selected;
}

/**
 * Of the rows that stood in the list before, what is known already is taken over: with everything selected, a frame in
 * which a few rows change asks for those alone. A row that is still in the list is not even looked into: to fetch
 * 100,000 of them from memory takes longer than all else.
 */
function manySelected(list: JumpItemList['rows'], selectedIds: ReadonlySet<JumpItemId>): Known {
  const known = last.selectedIds === selectedIds ? last : UNKNOWN;
  const marks = new Uint8Array(list.length);
  const selected: JumpItemRow[] = [];
  let before = 0;
  for (let place = 0; place < list.length; place += 1) {
    const row = list[place] as JumpItemRow;
    if (known.list[before] !== row) while (known.list[before]?.replaced === true) before += 1;
    const isKnown = known.list[before] === row;
    const mark = isKnown ? (known.marks[before] ?? 0) : Number(selectedIds.has(row.id));
    if (isKnown) before += 1;
    if (mark === 0) continue;
    marks[place] = 1;
    selected.push(row);
  }
  return { list, selectedIds, marks, selected };
}

/** What an action is about: the items that are selected and listed, in the list's order. */
export function selectedItems({ store, rows }: Pick<Console, 'store' | 'rows'>): readonly JumpItem[] {
  return selectedRowsOf(rows, store.getState().selectedIds).map(({ item }) => item);
}

let lastCount: { selectedIds: ReadonlySet<JumpItemId>; membership: number; known: number } | null = null;

/** How many of the selected items the list does not show; those that are gone do not count. */
export function countUnlisted(
  rows: JumpItemRows,
  selectedIds: ReadonlySet<JumpItemId>,
  listed: readonly JumpItemRow[],
): number {
  if (listed.length === selectedIds.size) return 0;
  const { membership } = rows.getList();
  if (lastCount?.selectedIds !== selectedIds || lastCount.membership !== membership) {
    let known = 0;
    for (const id of selectedIds) if (rows.get(id) !== undefined) known += 1;
    lastCount = { selectedIds, membership, known };
  }
  return lastCount.known - listed.length;
}
