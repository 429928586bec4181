import type { JumpItemRow, RowOrder } from './jump-item-row.ts';

export type MergedRows = {
  readonly rows: readonly JumpItemRow[];
  /** Those of `gone` that stood among the rows. */
  readonly left: readonly JumpItemRow[];
  /** The places at which another row stands now; null: rows moved. */
  readonly swaps: readonly Swap[] | null;
};

/** A row that stands at a place of the list, or comes to stand before the one that stands there. */
export type Swap = { readonly row: JumpItemRow; readonly place: number };

/** The first place of sorted `rows` whose row does not come before `row`, searched from `from` on. */
export function placeOf(
  rows: readonly JumpItemRow[],
  row: JumpItemRow,
  order: RowOrder,
  from: number,
): number {
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
 * Sorted rows without those that are gone, and with those that arrived at their places. Both are found by their keys,
 * where looking through all rows would cost every frame in which a few of them change.
 * @param gone in any order; those that do not stand in `sorted` are passed over
 * @param arrived in any order
 * @param order total: no two rows of `sorted` are equal, and a row that arrived equals at most its own predecessor
 */
export function mergeRows(
  sorted: readonly JumpItemRow[],
  gone: readonly JumpItemRow[],
  arrived: readonly JumpItemRow[],
  order: RowOrder,
): MergedRows {
  const leaving = new Set<number>();
  for (const row of gone) {
    const place = placeOf(sorted, row, order, 0);
    if (sorted[place] === row) leaving.add(place);
  }
  const left = Array.from(leaving, (place) => sorted[place] as JumpItemRow);
  if (leaving.size === 0 && arrived.length === 0) return { rows: sorted, left, swaps: [] };
  const coming: Swap[] = [];
  let from = 0;
  for (const row of arrived.toSorted(order)) {
    from = placeOf(sorted, row, order, from);
    coming.push({ row, place: from });
  }
  const rows = swapped(sorted, leaving, coming, order);
  if (rows !== null) return { rows, left, swaps: coming };
  return { rows: spliced(sorted, leaving, coming), left, swaps: null };
}

/** The usual case, a copy at a stroke: every row that comes takes the very place of one that leaves. Else null. */
function swapped(
  sorted: readonly JumpItemRow[],
  leaving: ReadonlySet<number>,
  coming: readonly Swap[],
  order: RowOrder,
): readonly JumpItemRow[] | null {
  if (leaving.size !== coming.length) return null;
  for (const { row, place } of coming) {
    const there = sorted[place];
    if (!leaving.has(place) || there === undefined || order(there, row) !== 0) return null;
  }
  const rows = sorted.slice();
  for (const { row, place } of coming) rows[place] = row;
  return rows;
}

function spliced(
  sorted: readonly JumpItemRow[],
  leaving: ReadonlySet<number>,
  coming: readonly Swap[],
): readonly JumpItemRow[] {
  const stops = [...leaving, ...coming.map(({ place }) => place), sorted.length];
  const rows: JumpItemRow[] = [];
  let next = 0;
  let at = 0;
  for (const stop of stops.sort((one, other) => one - other)) {
    for (; at < stop; at += 1) rows.push(sorted[at] as JumpItemRow);
    for (; coming[next]?.place === stop; next += 1) rows.push((coming[next] as Swap).row);
    if (leaving.has(stop) && at === stop) at += 1;
  }
  return rows;
}
