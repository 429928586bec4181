import { type PointerEvent, type RefObject, useMemo, useRef } from 'react';
import { editJumpItems } from '../../actions/change-jump-items.ts';
import { type Console, useConsole } from '../../store/console-context.tsx';
import type { DropTarget } from '../../store/item-drag-slice.ts';
import { selectedItems } from '../../store/selected-rows.ts';
import { createGroupLabelsSelector } from '../../store/selectors.ts';
import { createDragScroll } from './drag-scroll.ts';
import { dropTargetOf, scopeOfNode } from './drop-target.ts';
import { createSpringOpen } from './spring-open.ts';

/** So far the pointer may slip on a click. */
export const SLIP = 5;

type Point = { readonly clientX: number; readonly clientY: number };

/**
 * Drags the selected Jump Items onto a group or a tag. By the pointer's events rather than the browser's own dragging:
 * a row may leave the page under the pointer, when it is scrolled or changed, and that would end the browser's.
 * @param ghost what follows the pointer
 */
export function useItemDrag(ghost: RefObject<HTMLElement | null>) {
  const console = useConsole();
  const dragging = useRef(false);
  const selectLabels = useMemo(createGroupLabelsSelector, []);

  /** Where the pointer is now: what is under it, and what dropping there would do. */
  const point = ({ clientX, clientY }: Point) => {
    placeGhost(ghost.current, { clientX, clientY });
    const state = console.store.getState();
    const { itemDrag } = state;
    if (itemDrag === null) return;
    const nodeId = nodeAt(clientX, clientY);
    if (nodeId === (itemDrag.target?.nodeId ?? null)) return;
    const scope = nodeId === null ? null : scopeOfNode(nodeId, state.jumpGroups.rows);
    const known = { ...state, labels: selectLabels(state) };
    const target = scope === null ? null : dropTargetOf(known, itemDrag.items, scope);
    if (target !== itemDrag.target) state.setItemDrag({ ...itemDrag, target });
  };

  return (down: PointerEvent<HTMLElement>) => {
    const isOnRow = down.target instanceof Element && down.target.closest('[aria-selected]') !== null;
    if (down.button !== 0 || !isOnRow || dragging.current) return;
    const grid = down.currentTarget;
    const begin = (at: Point) => {
      grid.setPointerCapture(down.pointerId);
      console.store.getState().setItemDrag({ items: selectedItems(console), target: null });
      requestAnimationFrame(() => placeGhost(ghost.current, at)); // it is drawn by then
    };
    dragging.current = true;
    followPointer(console, { grid, down, begin, point }, () => {
      dragging.current = false;
    });
  };
}

type Follow = {
  readonly grid: HTMLElement;
  readonly down: PointerEvent<HTMLElement>;
  readonly begin: (at: Point) => void;
  readonly point: (at: Point) => void;
};

/** Until the pointer is let go, Escape is pressed, or the window loses it. */
function followPointer(console: Console, { grid, down, begin, point }: Follow, onEnd: () => void): void {
  const { store } = console;
  const listening = new AbortController();
  const { signal } = listening;
  const scroll = createDragScroll(point);
  const spring = createSpringOpen(store);
  let hasBegun = false;

  const end = (into: DropTarget | null) => {
    listening.abort();
    scroll.stop();
    spring.stop(into);
    grid.style.cursor = '';
    store.getState().setItemDrag(null);
    onEnd();
  };
  const move = (at: globalThis.PointerEvent) => {
    const slipped = Math.hypot(at.clientX - down.clientX, at.clientY - down.clientY);
    if (!hasBegun && slipped < SLIP) return;
    if (!hasBegun) begin(at);
    hasBegun = true;
    point(at);
    scroll.at(at);
    const target = store.getState().itemDrag?.target ?? null;
    spring.over(nodeAt(at.clientX, at.clientY));
    grid.style.cursor = target?.drop === null ? 'not-allowed' : 'grabbing';
  };
  const cancel = () => end(null);
  const drop = () => {
    const target = store.getState().itemDrag?.target ?? null;
    end(target);
    if (target !== null && target.drop !== null) void moveItems(console, target.drop);
  };
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', drop, { signal });
  window.addEventListener('pointercancel', cancel, { signal });
  window.addEventListener('blur', cancel, { signal });
  const cancelByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !hasBegun) return;
    event.preventDefault();
    event.stopPropagation(); // the list would give its selection up
    cancel();
  };
  window.addEventListener('keydown', cancelByKey, { signal, capture: true });
}

async function moveItems(
  console: Console,
  { items, change }: NonNullable<DropTarget['drop']>,
): Promise<void> {
  const answer = await editJumpItems(console, items, change);
  if (answer?.ok === false) console.store.getState().showRefusal(answer.refusal);
}

/** The group or tag at a point of the window. */
function nodeAt(x: number, y: number): string | null {
  const node = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop-zone] [data-node-id]');
  return node?.dataset.nodeId ?? null;
}

/** Beside the pointer, and never out of the window. */
function placeGhost(ghost: HTMLElement | null, { clientX, clientY }: Point): void {
  if (ghost === null) return;
  const left = Math.min(clientX + 14, window.innerWidth - ghost.offsetWidth - 8);
  const top = Math.min(clientY + 12, window.innerHeight - ghost.offsetHeight - 8);
  ghost.style.transform = `translate(${left}px, ${top}px)`;
}
