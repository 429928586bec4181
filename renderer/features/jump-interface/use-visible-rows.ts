import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import type { JumpItemId } from '#app/domain/ids.ts';
import type { JumpItemList } from '../../store/jump-item-rows.ts';

/** `--row` of tokens.css. */
export const ROW_HEIGHT = 28;
/** The sticky head over the rows. */
const HEAD_HEIGHT = 28;
const OVERSCAN = 8;

/** The rows in sight, and a scroll position that stays with them while the list changes around them. */
export function useVisibleRows(
  list: JumpItemList,
  activeId: JumpItemId | null,
  scroller: RefObject<HTMLDivElement | null>,
) {
  const virtualizer = useVirtualizer({
    count: list.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    paddingStart: 0,
    scrollPaddingStart: 0,
    scrollPaddingEnd: HEAD_HEIGHT,
  });
  useAnchoredScroll(list, activeId, scroller);
  const items = virtualizer.getVirtualItems();
  const firstIndex = items[0]?.index ?? 0;
  const endIndex = (items.at(-1)?.index ?? -1) + 1;
  const rows = useMemo(() => list.rows.slice(firstIndex, endIndex), [list.rows, firstIndex, endIndex]);
  return { virtualizer, rows, firstIndex };
}

/**
 * R1.11: a row that comes or goes above moves nothing in sight. What stays in its place is the selected row where it
 * is in sight, else the first row in sight; a list at its top stays at its top.
 */
function useAnchoredScroll(
  list: JumpItemList,
  activeId: JumpItemId | null,
  scroller: RefObject<HTMLDivElement | null>,
): void {
  const shown = useRef(list);
  useLayoutEffect(() => {
    const before = shown.current.rows;
    shown.current = list;
    const element = scroller.current;
    if (element === null || before === list.rows || element.scrollTop === 0) return;
    const top = element.scrollTop;
    const firstIndex = Math.floor(top / ROW_HEIGHT);
    const inSight = before.slice(firstIndex, firstIndex + Math.ceil(element.clientHeight / ROW_HEIGHT));
    const activeOffset = inSight.findIndex((row) => row.id === activeId);
    const offset = Math.max(0, activeOffset);
    const anchor = inSight[offset];
    if (anchor === undefined) return;
    const place = list.rows.findIndex((row) => row.id === anchor.id);
    if (place !== -1) element.scrollTop = top + (place - firstIndex - offset) * ROW_HEIGHT;
  }, [list, activeId, scroller]);
}
