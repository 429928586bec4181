import { type PointerEvent, type RefObject, useMemo } from 'react';
import { useConsole } from '../../store/console-context.tsx';
import type { ColumnId } from '../../store/jump-item-query.ts';
import { type ShownColumn, selectLayout } from '../../store/selectors.ts';
import { setWidths } from './column-layout.ts';
import { measuringTemplate, templateOf } from './column-template.ts';

export type ColumnWidths = {
  /** The pointer drags a column's end. */
  startResize(id: ColumnId, down: PointerEvent<HTMLElement>): void;
  /** Makes a column so much wider or narrower, in pixels. */
  widen(id: ColumnId, by: number): void;
  /** Makes a column as wide as what it shows in sight. */
  fit(id: ColumnId): void;
};

/**
 * Column widths: shares of the pane until one is changed, from then on pixels, kept with the view. They stand in
 * custom properties of the grid, so that a drag redraws no row.
 */
export function useColumnWidths(
  columns: readonly ShownColumn[],
  grid: RefObject<HTMLElement | null>,
): ColumnWidths {
  const { store } = useConsole();
  return useMemo(() => {
    const show = (widths: ReadonlyMap<string, number>) => {
      const resized = columns.map((column) => ({ ...column, width: widths.get(column.id) ?? column.width }));
      applyTemplate(grid.current, templateOf(resized));
    };
    const keep = (widths: ReadonlyMap<string, number>) => {
      const { columns: kept } = selectLayout(store.getState());
      store.getState().changeLayout({ columns: setWidths(kept, widths) });
    };
    const changed = (id: ColumnId, change: (width: number) => number) => {
      const widths = shownWidths(grid.current);
      return widths.set(id, change(widths.get(id) ?? 0));
    };
    return {
      startResize(id, down) {
        const handle = down.currentTarget;
        const widths = shownWidths(grid.current);
        const start = (widths.get(id) ?? 0) - down.clientX;
        const listening = new AbortController();
        const { signal } = listening;
        const move = ({ clientX }: { clientX: number }) => show(widths.set(id, start + clientX));
        const cancel = () => {
          listening.abort();
          applyTemplate(grid.current, templateOf(columns));
        };
        const rest = ({ clientX }: { clientX: number }) => {
          listening.abort();
          if (clientX !== down.clientX) keep(widths.set(id, start + clientX));
        };
        handle.addEventListener('pointermove', move, { signal });
        handle.addEventListener('pointercancel', cancel, { signal });
        handle.addEventListener('pointerup', rest, { signal });
        handle.setPointerCapture(down.pointerId);
      },
      widen: (id, by) => keep(changed(id, (width) => width + by)),
      fit: (id) => keep(changed(id, () => widestInSight(grid.current, columns, id))),
    };
  }, [columns, grid, store]);
}

function applyTemplate(grid: HTMLElement | null, template: Record<`--${string}`, string>): void {
  for (const [name, value] of Object.entries(template)) grid?.style.setProperty(name, value);
}

/** The widths that the columns have on the screen. */
function shownWidths(grid: HTMLElement | null): Map<string, number> {
  const headers = grid?.querySelectorAll<HTMLElement>('[role=columnheader]') ?? [];
  return new Map([...headers].map((header) => [header.dataset.column ?? '', header.offsetWidth]));
}

/** Lets the column be as wide as it wants in each row for a moment that is never painted. */
function widestInSight(grid: HTMLElement | null, columns: readonly ShownColumn[], id: ColumnId): number {
  if (grid === null) return 0;
  const place = columns.findIndex((column) => column.id === id) + 1;
  const before = grid.style.getPropertyValue('--columns');
  grid.style.setProperty('--columns', measuringTemplate(columns, id));
  const cells = grid.querySelectorAll<HTMLElement>(`[role=row] > :nth-child(${place})`);
  const widest = Math.max(0, ...[...cells].map((cell) => cell.getBoundingClientRect().width));
  grid.style.setProperty('--columns', before);
  return Math.ceil(widest);
}
