import type { ReactTable } from '@tanstack/react-table';
import { type CSSProperties, useEffect, useRef } from 'react';
import { useConsole } from '../../store/console-context.tsx';
import type { JumpItemRow } from '../../store/jump-item-row.ts';
import { type ShownColumn, selectLayout } from '../../store/selectors.ts';
import type { features } from './columns.tsx';

type Table = ReactTable<typeof features, JumpItemRow>;

/**
 * Column widths: shares of the pane until one is dragged, from then on pixels, kept with the view. They stand in one
 * custom property of the grid, so that a drag redraws no row.
 */
export function useColumnWidths(columns: readonly ShownColumn[]) {
  const { store } = useConsole();
  const drag = useRef<Table | null>(null);

  useEffect(() => {
    const keepWidths = (widthOf: (id: string) => number | null) => {
      const { columns: kept } = selectLayout(store.getState());
      store
        .getState()
        .changeLayout({ columns: kept.map((column) => ({ ...column, width: widthOf(column.id) })) });
    };
    const onMouseUp = () => {
      const table = drag.current;
      if (table === null) return;
      drag.current = null;
      const sizes = table.store.state.columnSizing;
      keepWidths((id) => (sizes[id] === undefined ? null : clampWidth(sizes[id])));
    };
    // After the table's own listener on the document, which takes the last position.
    window.addEventListener('mouseup', onMouseUp);
    return () => window.removeEventListener('mouseup', onMouseUp);
  }, [store]);

  return {
    options: { initialState: { columnSizing: sizingOf(columns) } },
    style: (table: Table) => ({ '--columns': templateOf(table, columns) }) as CSSProperties,
    onResizeStart(table: Table, headers: HTMLElement) {
      const cells = [...headers.querySelectorAll<HTMLElement>('[data-column]')];
      table.setColumnSizing(
        Object.fromEntries(cells.map((cell) => [cell.dataset.column ?? '', cell.offsetWidth])),
      );
      drag.current = table;
    },
    onReset(table: Table) {
      table.setColumnSizing({});
      const { columns: kept } = selectLayout(store.getState());
      store.getState().changeLayout({ columns: kept.map((column) => ({ ...column, width: null })) });
    },
  };
}

function sizingOf(columns: readonly ShownColumn[]): Record<string, number> {
  return Object.fromEntries(columns.flatMap(({ id, width }) => (width === null ? [] : [[id, width]])));
}

function clampWidth(width: number): number {
  return Math.min(2_000, Math.max(48, Math.round(width)));
}

/** The grid's column template; the last column takes what is left over. */
function templateOf(table: Table, columns: readonly ShownColumn[]): string {
  const sizes = table.state.columnSizing;
  return columns
    .map(({ id }, index) => {
      const width = sizes[id];
      const isLast = index === columns.length - 1;
      if (width !== undefined)
        return isLast ? `minmax(${clampWidth(width)}px, 1fr)` : `${clampWidth(width)}px`;
      const size = table.getColumn(id)?.columnDef.size ?? 100;
      return `minmax(${Math.round(size * 0.7)}px, ${size}fr)`;
    })
    .join(' ');
}
