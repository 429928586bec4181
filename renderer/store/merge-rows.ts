import type { JumpItemRow } from './jump-item-row.ts';

type RowOrder = (one: JumpItemRow, other: JumpItemRow) => number;

/** The first place of `rows` whose row does not come before `row`, searched from `from` on. */
function placeOf(rows: readonly JumpItemRow[], row: JumpItemRow, order: RowOrder, from: number): number {
  let [low, high] = [from, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = rows[middle];
    if (there !== undefined && order(there, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Sorted rows without those that were replaced, and with those that arrived at their places: a copy of pointers and
 * a few comparisons for each arrival, where sorting anew would compare every row at every frame.
 * @param arrived in any order, none of them replaced
 */
export function mergeRows(
  sorted: readonly JumpItemRow[],
  arrived: readonly JumpItemRow[],
  order: RowOrder,
): readonly JumpItemRow[] {
  const kept = sorted.some((row) => row.replaced) ? sorted.filter((row) => !row.replaced) : sorted;
  if (arrived.length === 0) return kept;
  const ordered = arrived.toSorted(order);
  const merged: JumpItemRow[] = [];
  let from = 0;
  for (const row of ordered) {
    const place = placeOf(kept, row, order, from);
    for (let index = from; index < place; index += 1) merged.push(kept[index] as JumpItemRow);
    merged.push(row);
    from = place;
  }
  for (let index = from; index < kept.length; index += 1) merged.push(kept[index] as JumpItemRow);
  return merged;
}
