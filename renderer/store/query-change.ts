import type { JumpItemQuery, JumpItemSorting } from './jump-item-query.ts';

/** True when the rows must be brought into another order. */
export function needsSort(before: JumpItemQuery, next: JumpItemQuery): boolean {
  if (before.groupLabels !== next.groupLabels && next.sorting.some(({ column }) => column === 'group')) {
    return true;
  }
  return !isSameSorting(before.sorting, next.sorting, false);
}

/** The same columns the other way round: no comparison is needed. */
export function isReversal(before: JumpItemQuery, next: JumpItemQuery): boolean {
  return (
    before.sorting.length > 0 &&
    before.groupLabels === next.groupLabels &&
    isSameSorting(before.sorting, next.sorting, true)
  );
}

/** True when only the terms differ, and the order: what one query lists is told by its terms alone. */
export function isSameButTerms(before: JumpItemQuery, next: JumpItemQuery): boolean {
  return (
    before.searchFields === next.searchFields &&
    before.scopes === next.scopes &&
    before.groupLabels === next.groupLabels
  );
}

/** @param flipped the same columns, each the other way round */
function isSameSorting(
  before: readonly JumpItemSorting[],
  next: readonly JumpItemSorting[],
  flipped: boolean,
): boolean {
  return (
    before.length === next.length &&
    before.every(
      ({ column, descending }, index) =>
        column === next[index]?.column && (descending !== next[index]?.descending) === flipped,
    )
  );
}
