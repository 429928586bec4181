import { type PointerEvent, useRef, useState } from 'react';
import { useConsole } from '../../store/console-context.tsx';
import { type ColumnId, isColumnId } from '../../store/jump-item-query.ts';
import { selectLayout } from '../../store/selectors.ts';
import { moveColumn } from './column-layout.ts';

/** So far the pointer may slip on a click. */
const SLIP = 5;
/** Near an edge of the table the columns behind it come into sight. */
const EDGE = 24;

/** The column that is dragged, and before which one it would come; null: behind the last. */
export type ColumnDrag = { readonly id: ColumnId; readonly before: ColumnId | null };

/** R1.3: a header is dragged to another place; Escape leaves it where it was. */
export function useColumnDrag() {
  const { store } = useConsole();
  const [drag, setDrag] = useState<ColumnDrag | null>(null);
  const wasDragged = useRef(false);

  const onPointerDown = (id: ColumnId, down: PointerEvent<HTMLElement>) => {
    wasDragged.current = false;
    if (down.button !== 0) return;
    const header = down.currentTarget;
    const grid = header.closest<HTMLElement>('[role=grid]');
    if (grid === null) return;
    const listening = new AbortController();
    const { signal } = listening;
    let latest: ColumnDrag | null = null;
    const end = () => {
      listening.abort();
      setDrag(null);
    };
    const move = ({ clientX }: { clientX: number }) => {
      if (latest === null && Math.abs(clientX - down.clientX) < SLIP) return;
      if (latest === null) header.setPointerCapture(down.pointerId);
      wasDragged.current = true;
      scrollNearEdge(grid, clientX);
      const before = columnBehind(grid, clientX);
      if (latest?.before === before) return;
      latest = { id, before };
      setDrag(latest);
    };
    // A fast pointer has left the header before its first move.
    window.addEventListener('pointermove', move, { signal });
    window.addEventListener('pointercancel', end, { signal });
    window.addEventListener(
      'pointerup',
      () => {
        end();
        if (latest === null) return;
        const { columns } = selectLayout(store.getState());
        store.getState().changeLayout({ columns: moveColumn(columns, latest.id, latest.before) });
      },
      { signal },
    );
    window.addEventListener('keydown', (event) => event.key === 'Escape' && end(), { signal });
  };
  /** The click that ends a drag is none. */
  return { drag, onPointerDown, wasDragged: () => wasDragged.current };
}

function scrollNearEdge(grid: HTMLElement, x: number): void {
  const { left, right } = grid.getBoundingClientRect();
  if (x < left + EDGE) grid.scrollBy({ left: -EDGE });
  if (x > right - EDGE) grid.scrollBy({ left: EDGE });
}

/** The first column whose middle is right of the pointer. */
function columnBehind(grid: HTMLElement, x: number): ColumnId | null {
  for (const header of grid.querySelectorAll<HTMLElement>('[role=columnheader]')) {
    const { left, width } = header.getBoundingClientRect();
    const id = header.dataset.column ?? '';
    if (x < left + width / 2 && isColumnId(id)) return id;
  }
  return null;
}
