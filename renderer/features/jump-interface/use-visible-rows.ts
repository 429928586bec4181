import { type RefObject, useCallback, useMemo } from 'react';
import type { JumpItemId } from '#app/domain/ids.ts';
import type { JumpItemList } from '../../store/jump-item-rows.ts';
import { elementCount, ROW_HEIGHT, rowsToDraw, topToShow } from './rows-in-sight.ts';
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
  const { first, end } = rowsToDraw({ ...drawn, top }, rowCount);
  const rows = useMemo(() => list.rows.slice(first, end), [list.rows, first, end]);
  const scrollToIndex = useCallback(
    (index: number) => moveTo(topToShow(index, view.current)),
    [view, moveTo],
  );
  const elements = elementCount(drawn.height);
  return { rows, firstIndex: first, elements, height: rowCount * ROW_HEIGHT, scrollToIndex };
}
