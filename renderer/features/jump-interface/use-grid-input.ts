import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback } from 'react';
import type { JumpItemId } from '#app/domain/ids.ts';
import { actionOfKey } from '../../actions/shortcuts.ts';
import type { JumpItemList } from '../../store/jump-item-rows.ts';
import { rowElementId } from './jump-item-table-row.tsx';
import { rowOfKey } from './row-of-key.ts';
import { ROW_HEIGHT } from './use-visible-rows.ts';

type Options = {
  list: JumpItemList;
  activeId: JumpItemId | null;
  scroller: RefObject<HTMLDivElement | null>;
  scrollToIndex: (index: number) => void;
  onSelect: (id: JumpItemId) => void;
  onJump: () => void;
  onMenu: (at: { x: number; y: number }) => void;
};

/** What keys and the right button do in the grid: move the selection, jump (R1.8), open the row's menu. */
export function useGridInput({ list, activeId, scroller, scrollToIndex, ...options }: Options) {
  const { onSelect, onJump, onMenu } = options;
  const select = useCallback(
    (index: number) => {
      const row = list.rows[index];
      if (row === undefined) return;
      onSelect(row.id);
      scrollToIndex(index);
    },
    [list, onSelect, scrollToIndex],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (actionOfKey(event, 'jump-items') === 'jump') {
      event.preventDefault();
      onJump();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const active = activeId === null ? -1 : list.rows.findIndex((row) => row.id === activeId);
    const next = rowOfKey(event.key, active, list.rows.length, pageRows);
    if (next === null) return;
    event.preventDefault();
    select(next);
  };

  const onContextMenu = (event: MouseEvent<HTMLDivElement>) => {
    event.preventDefault();
    const at = menuPlace(event, activeId);
    if (at !== null) onMenu(at);
  };
  return { onKeyDown, onContextMenu };
}

/** Where the menu opens: at the pointer or, from the keyboard, at the selected row. */
function menuPlace(event: MouseEvent, activeId: JumpItemId | null): { x: number; y: number } | null {
  if (activeId === null) return null;
  const isOnRow =
    event.target instanceof Element && event.target.closest('[role=row][aria-selected]') !== null;
  if (isOnRow) return { x: event.clientX, y: event.clientY };
  const active = document.getElementById(rowElementId(activeId))?.getBoundingClientRect();
  return event.button === 2 || active === undefined ? null : { x: active.left + 24, y: active.bottom };
}
