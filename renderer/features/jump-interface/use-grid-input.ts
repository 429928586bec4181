import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useRef } from 'react';
import type { JumpItemId } from '#app/domain/ids.ts';
import { isSameQuestion } from '#app/domain/search-query.ts';
import { runAction } from '../../actions/actions.ts';
import { actionOfKey } from '../../actions/shortcuts.ts';
import { useConsole } from '../../store/console-context.tsx';
import type { JumpItemList } from '../../store/jump-item-rows.ts';
import { moveActive, type Selection, selectOne, selectRange, toggleOne } from '../../store/selection.ts';
import type { MenuPlace } from '../../ui/menu-at.tsx';
import { rowElementId } from './jump-item-table-row.tsx';
import { isMenuKey, placeUnder } from './menu-key.ts';
import { rowOfKey } from './row-of-key.ts';
import { ROW_HEIGHT } from './rows-in-sight.ts';
import { SLIP } from './use-item-drag.ts';

type Options = {
  list: JumpItemList;
  scroller: RefObject<HTMLDivElement | null>;
  scrollToIndex: (index: number) => void;
  onMenu: (at: MenuPlace) => void;
};

/**
 * What keys and the mouse do in the rows (R1.3). Alone they select one; Shift selects up to it; Ctrl with the mouse
 * and the space bar adds and takes away, with the other keys it moves without selecting.
 */
export function useGridInput({ list, scroller, scrollToIndex, onMenu }: Options) {
  const console = useConsole();
  const { changeSelection } = console.store.getState();
  const placeOfActive = usePlaceOfActive(list);

  const go = (to: number, event: KeyboardEvent) => {
    const { rows } = list;
    const id = rows[to]?.id;
    if (id === undefined) return;
    const isControl = event.ctrlKey || event.metaKey;
    changeSelection((selection) => {
      if (event.shiftKey) return selectRange(selection, rows, to, isControl);
      return isControl ? moveActive(selection, id) : selectOne(id);
    });
    placeOfActive.remember(to);
    scrollToIndex(to);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return;
    const action = actionOfKey(event, 'jump-items');
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const place = placeOfActive.find();
    const next = event.altKey ? null : rowOfKey(event.key, place.from(event.key), list.rows.length, pageRows);
    if (action !== null) runAction(action, console);
    else if (isMenuKey(event)) openMenu();
    else if (event.key === 'ArrowUp' && place.listed === 0 && !event.shiftKey)
      focusHeader(event.currentTarget);
    else if (next !== null) go(next, event);
    else if (!selectByKey(event, place.listed)) return;
    event.preventDefault();
  };

  /** The keys that change the selection in its place. */
  const selectByKey = (event: KeyboardEvent, place: number): boolean => {
    const isControl = event.ctrlKey || event.metaKey;
    const id = list.rows[place]?.id;
    if (event.key === ' ' && id !== undefined) {
      if (isControl) changeSelection((selection) => toggleOne(selection, id));
      else go(place, event);
    } else if (event.key === 'Escape' && console.store.getState().selectedIds.size > 1) {
      console.store.getState().selectJumpItem(id ?? null);
    } else return false;
    return true;
  };

  const openMenu = () => {
    const { activeId } = console.store.getState();
    const active = document.getElementById(rowElementId(activeId));
    if (active !== null) onMenu(placeUnder(active));
  };
  const onContextMenu = (event: MouseEvent<HTMLDivElement>) => {
    event.preventDefault();
    const isOnRow = event.target instanceof Element && event.target.closest('[aria-selected]') !== null;
    if (isOnRow) onMenu({ x: event.clientX, y: event.clientY });
  };
  return { onKeyDown, onContextMenu };
}

/** R1.11: where the row that the keyboard is on has gone, the keyboard goes on from its place. */
function usePlaceOfActive(list: JumpItemList) {
  const { store, rows } = useConsole();
  const last = useRef({ place: -1, query: list.query });
  return {
    remember(place: number) {
      last.current = { place, query: list.query };
    },
    find() {
      const { activeId } = store.getState();
      const listed = activeId === null ? -1 : rows.indexOf(activeId);
      const { terms, scopes } = last.current.query;
      const isSameList = isSameQuestion(terms, list.query.terms) && scopes === list.query.scopes;
      const lost = isSameList ? Math.min(last.current.place, list.rows.length) : -1;
      return {
        listed,
        /** The row that took the lost one's place is the next one downwards. */
        from: (key: string) => (listed !== -1 || lost < 1 ? listed : key === 'ArrowDown' ? lost - 1 : lost),
      };
    },
  };
}

function focusHeader(grid: HTMLElement): void {
  grid.querySelector<HTMLElement>('[role=columnheader] button[tabindex="0"]')?.focus();
}

/** What a mouse button does on a row; the right one keeps a selection that the row is part of. */
export function useRowPress(): (id: JumpItemId, event: MouseEvent) => void {
  const { store, rows } = useConsole();
  return useCallback(
    (id, event) => {
      const { changeSelection } = store.getState();
      const isControl = event.ctrlKey || event.metaKey;
      if (event.button === 2) {
        changeSelection((selection) =>
          selection.selectedIds.has(id) ? moveActive(selection, id) : selectOne(id),
        );
      } else if (event.button === 0 && event.shiftKey) {
        const listed = rows.getList().rows;
        changeSelection((selection) => selectRange(selection, listed, rows.indexOf(id), isControl));
      } else if (event.button === 0 && !isControl && isOneOfMany(store.getState(), id)) {
        // It may be the begin of a drag of all of them: a click it is once the button is let go where it was.
        changeSelection((selection) => moveActive(selection, id));
        onceLetGo(event, () => changeSelection(() => selectOne(id)));
      } else if (event.button === 0) {
        changeSelection((selection) => (isControl ? toggleOne(selection, id) : selectOne(id)));
      }
    },
    [store, rows],
  );
}

function isOneOfMany({ selectedIds }: Pick<Selection, 'selectedIds'>, id: JumpItemId): boolean {
  return selectedIds.size > 1 && selectedIds.has(id);
}

function onceLetGo(down: MouseEvent, onClick: () => void): void {
  const letGo = ({ clientX, clientY }: globalThis.MouseEvent) => {
    if (Math.hypot(clientX - down.clientX, clientY - down.clientY) < SLIP) onClick();
  };
  window.addEventListener('mouseup', letGo, { once: true });
}
