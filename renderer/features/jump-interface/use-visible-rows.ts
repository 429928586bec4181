import { type RefObject, useCallback, useDeferredValue, useMemo } from 'react';
import type { JumpItemId } from '#app/domain/ids.ts';
import type { JumpItemList } from '../../store/jump-item-rows.ts';
import { elementCount, OVERSCAN, ROW_HEIGHT, rowsToDraw, topToShow } from './rows-in-sight.ts';
import { useAnchoredScroll } from './use-anchored-scroll.ts';
import { useScrollView } from './use-scroll-view.ts';

/** The rows in sight, and a scroll position that stays with them while the list changes around them. */
export function useVisibleRows(
  list: JumpItemList,
  activeId: JumpItemId | null,
  scroller: RefObject<HTMLDivElement | null>,
) {
  const { drawn, view, moveTo } = useScrollView(scroller);
  const rowCount = list.rows.length;
  const top = useAnchoredScroll(list, activeId, view, moveTo) ?? drawn.top;
  // A table that is new shows first what is in sight: the rows beyond it follow when that is painted.
  const overscan = useDeferredValue(OVERSCAN, 0);
  const { first, end } = rowsToDraw({ ...drawn, top }, rowCount, overscan);
  const rows = useMemo(() => list.rows.slice(first, end), [list.rows, first, end]);
  const scrollToIndex = useCallback(
    (index: number) => moveTo(topToShow(index, view.current)),
    [view, moveTo],
  );
  const elements = elementCount(drawn.height);
  return { rows, firstIndex: first, elements, height: rowCount * ROW_HEIGHT, scrollToIndex };
}
