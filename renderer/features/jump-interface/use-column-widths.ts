import type { ReactTable } from '@tanstack/react-table';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { useConsole } from '../../store/console-context.tsx';
import { COLUMN_IDS } from '../../store/jump-item-query.ts';
import type { JumpItemRow } from '../../store/jump-item-row.ts';
import type { features } from './columns.tsx';

type Table = ReactTable<typeof features, JumpItemRow>;

/**
 * Column widths: shares of the pane until one is dragged, from then on pixels, kept. They stand in one custom
 * property of the grid, so that a drag redraws no row.
 */
export function useColumnWidths() {
  const { store } = useConsole();
  const [kept] = useState(() => store.getState().preferences.columnWidths);
  const drag = useRef<Table | null>(null);

  useEffect(() => {
    const onMouseUp = () => {
      const table = drag.current;
      if (table === null) return;
      drag.current = null;
      store.getState().changePreferences({ columnWidths: widthsOf(table) });
    };
    // After the table's own listener on the document, which takes the last position.
    window.addEventListener('mouseup', onMouseUp);
    return () => window.removeEventListener('mouseup', onMouseUp);
  }, [store]);

  return {
    options: { initialState: { columnSizing: kept } },
    style: (table: Table) => ({ '--columns': templateOf(table) }) as CSSProperties,
    onResizeStart(table: Table, headers: HTMLElement) {
      const cells = [...headers.querySelectorAll<HTMLElement>('[data-column]')];
      table.setColumnSizing(
        Object.fromEntries(cells.map((cell) => [cell.dataset.column ?? '', cell.offsetWidth])),
      );
      drag.current = table;
    },
    onReset(table: Table) {
      table.setColumnSizing({});
      store.getState().changePreferences({ columnWidths: {} });
    },
  };
}

function widthsOf(table: Table): Record<string, number> {
  return Object.fromEntries(
    Object.entries(table.store.state.columnSizing).map(([id, width]) => [id, clampWidth(width)]),
  );
}

function clampWidth(width: number): number {
  return Math.min(2_000, Math.max(48, Math.round(width)));
}

/** The grid's column template; the last column takes what is left over. */
function templateOf(table: Table): string {
  const kept = table.state.columnSizing;
  return COLUMN_IDS.map((id, index) => {
    const width = kept[id];
    const isLast = index === COLUMN_IDS.length - 1;
    if (width !== undefined) return isLast ? `minmax(${clampWidth(width)}px, 1fr)` : `${clampWidth(width)}px`;
    const size = table.getColumn(id)?.columnDef.size ?? 100;
    return `minmax(${Math.round(size * 0.7)}px, ${size}fr)`;
  }).join(' ');
}
