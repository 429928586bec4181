import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { JumpItemId } from '#app/domain/ids.ts';
import { isSameQuestion } from '#app/domain/search-query.ts';
import { useConsole } from '../../store/console-context.tsx';
import type { JumpItemList, JumpItemRows } from '../../store/jump-item-rows.ts';
import { clampTop, ROW_HEIGHT, rowsInSight, type ScrollView } from './rows-in-sight.ts';

/**
 * R1.11: a row that comes or goes above moves nothing in sight. What stays in its place is the selected row where it
 * is in sight, else the first row in sight; a list at its top stays at its top. Another search or Jump Group begins
 * at its own top, and clearing the search leads back to where one was.
 *
 * The place is known before the list is drawn, so that its rows are drawn once, where they will stand.
 * @returns where the scroller is about to stand, in CSS pixels, while another list is drawn than before; null afterwards
 */
export function useAnchoredScroll(
  list: JumpItemList,
  activeId: JumpItemId | null,
  view: RefObject<ScrollView>,
  moveTo: (top: number) => void,
): number | null {
  const { rows } = useConsole();
  const shown = useRef(list);
  const topBeforeSearch = useRef(0);
  const before = shown.current;
  const { height } = view.current;
  const now = { height, top: clampTop(view.current.top, before.rows.length, height) };
  const change = queryChange(before, list);
  let top: number | null = null;
  if (before.rows !== list.rows) {
    const anchored = anchoredTop(now, before, rows, activeId, change === null);
    const otherwise = change === null ? now.top : change === 'clear' ? topBeforeSearch.current : 0;
    top = clampTop(anchored ?? otherwise, list.rows.length, height);
  }
  useLayoutEffect(() => {
    shown.current = list;
    if (top === null) return;
    if (change === 'search') topBeforeSearch.current = now.top;
    if (change === 'scope') topBeforeSearch.current = 0;
    moveTo(top);
  });
  return top;
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
  if (isSameQuestion(before.query.terms, list.query.terms)) return null;
  if (list.query.terms.length === 0) return 'clear';
  return before.query.terms.length === 0 ? 'search' : 'narrow';
}

/** Where the list must stand for the anchor to stay where it is; null when there is none to keep. */
function anchoredTop(
  view: ScrollView,
  before: JumpItemList,
  rows: JumpItemRows,
  activeId: JumpItemId | null,
  mayKeepFirst: boolean,
): number | null {
  if (view.top === 0 && mayKeepFirst) return null;
  const { first, end } = rowsInSight(view);
  const inSight = before.rows.slice(first, end);
  const activeOffset = inSight.findIndex((row) => row.id === activeId);
  if (activeOffset === -1 && !mayKeepFirst) return null;
  const offset = Math.max(0, activeOffset);
  const anchor = inSight[offset];
  if (anchor === undefined) return null;
  const place = rows.indexOf(anchor.id);
  return place === -1 ? null : view.top + (place - first - offset) * ROW_HEIGHT;
}
