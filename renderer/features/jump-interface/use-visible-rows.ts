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
 * is in sight, else the first row in sight; a list at its top stays at its top. Another search or Jump Group begins
 * at its own top, and clearing the search leads back to where one was.
 */
function useAnchoredScroll(
  list: JumpItemList,
  activeId: JumpItemId | null,
  scroller: RefObject<HTMLDivElement | null>,
): void {
  const shown = useRef(list);
  const topBeforeSearch = useRef(0);
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = list;
    const element = scroller.current;
    if (element === null || before.rows === list.rows) return;
    const change = queryChange(before, list);
    if (change === 'search') topBeforeSearch.current = element.scrollTop;
    if (change === 'scope') topBeforeSearch.current = 0;
    const top = anchoredTop(element, before, list, activeId, change === null);
    if (top !== null) element.scrollTop = top;
    else if (change !== null) element.scrollTop = change === 'clear' ? topBeforeSearch.current : 0;
  }, [list, activeId, scroller]);
}

/**
 * What other question was asked; null when only its answer changed, or its order.
 * @returns `search` and `clear`: a search was begun, or given up
 */
function queryChange(
  before: JumpItemList,
  list: JumpItemList,
): 'scope' | 'search' | 'narrow' | 'clear' | null {
  if (before.query.scopes !== list.query.scopes) return 'scope';
  if (before.query.terms === list.query.terms) return null;
  if (list.query.terms.length === 0) return 'clear';
  return before.query.terms.length === 0 ? 'search' : 'narrow';
}

/** Where the list must stand for the anchor to stay where it is; null when there is none to keep. */
function anchoredTop(
  element: HTMLElement,
  before: JumpItemList,
  list: JumpItemList,
  activeId: JumpItemId | null,
  mayKeepFirst: boolean,
): number | null {
  const top = element.scrollTop;
  if (top === 0 && mayKeepFirst) return null;
  const firstIndex = Math.floor(top / ROW_HEIGHT);
  const inSight = before.rows.slice(firstIndex, firstIndex + Math.floor(element.clientHeight / ROW_HEIGHT));
  const activeOffset = inSight.findIndex((row) => row.id === activeId);
  if (activeOffset === -1 && !mayKeepFirst) return null;
  const offset = Math.max(0, activeOffset);
  const anchor = inSight[offset];
  if (anchor === undefined) return null;
  const place = list.rows.findIndex((row) => row.id === anchor.id);
  return place === -1 ? null : Math.max(0, top + (place - firstIndex - offset) * ROW_HEIGHT);
}
