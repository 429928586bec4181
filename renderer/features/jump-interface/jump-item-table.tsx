import { useTable } from '@tanstack/react-table';
import { useMemo, useRef } from 'react';
import type { JumpItemId } from '#app/domain/ids.ts';
import { useShownColumns } from '../../store/console-context.tsx';
import type { JumpItemList } from '../../store/jump-item-rows.ts';
import { t } from '../../texts.ts';
import { ColumnHeaders } from './column-headers.tsx';
import { type CellContext, columnsOf, features } from './columns.tsx';
import styles from './jump-item-table.module.css';
import { JumpItemTableRow, rowElementId } from './jump-item-table-row.tsx';
import { useColumnWidths } from './use-column-widths.ts';
import { useGridInput } from './use-grid-input.ts';
import { useKeptSorting } from './use-kept-sorting.ts';
import { useVisibleRows } from './use-visible-rows.ts';

type Props = {
  list: JumpItemList;
  context: Omit<CellContext, 'isStarting'>;
  selectedIds: ReadonlySet<JumpItemId>;
  activeId: JumpItemId | null;
  startingIds: ReadonlySet<JumpItemId>;
  /** Grey: the rows show what was known, not what is. */
  isOutOfDate: boolean;
  onSelect: (id: JumpItemId) => void;
  onJump: () => void;
  onMenu: (at: { x: number; y: number }) => void;
};

/** The Jump Items as a grid of virtual rows (R1.3): however many there are, only those in sight are in the page. */
export function JumpItemTable({ list, context, activeId, onSelect, onJump, onMenu, ...props }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const { virtualizer, rows, firstIndex } = useVisibleRows(list, activeId, scroller);
  const sorting = useKeptSorting();
  const shownColumns = useShownColumns();
  const columnIds = useMemo(() => shownColumns.map(({ id }) => id), [shownColumns]);
  const columns = useMemo(() => columnsOf(columnIds), [columnIds]);
  const widths = useColumnWidths(shownColumns);
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => row.id,
    manualSorting: true,
    enableMultiSort: false,
    sortDescFirst: false,
    columnResizeMode: 'onChange',
    ...sorting,
    ...widths.options,
  });

  const input = useGridInput({
    list,
    activeId,
    scroller,
    scrollToIndex: virtualizer.scrollToIndex,
    onSelect,
    onJump,
    onMenu,
  });

  const rowContext = useMemo(
    () => ({ marks: context.marks, groupLabels: context.groupLabels }),
    [context.marks, context.groupLabels],
  );

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that are placed one by one are no table's
    <div
      ref={scroller}
      role="grid"
      className={styles.grid}
      aria-label={t('jump-items.title')}
      aria-rowcount={list.rows.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={rows.some((row) => row.id === activeId) ? rowElementId(activeId) : undefined}
      aria-busy={list.loading !== null}
      data-out-of-date={props.isOutOfDate || undefined}
      tabIndex={0}
      style={widths.style(table)}
      {...input}
    >
      <ColumnHeaders table={table} onResizeStart={widths.onResizeStart} onReset={widths.onReset} />
      {/* biome-ignore lint/a11y/useSemanticElements: rows that are placed one by one are no table's body */}
      <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
        {table.getRowModel().rows.map((row, offset) => (
          <JumpItemTableRow
            key={row.id}
            row={row.original}
            index={firstIndex + offset}
            columnIds={columnIds}
            context={rowContext}
            isSelected={props.selectedIds.has(row.original.id)}
            isStarting={props.startingIds.has(row.original.id)}
            onSelect={onSelect}
            onJump={onJump}
          />
        ))}
      </div>
    </div>
  );
}
