import { useTable } from '@tanstack/react-table';
import { useMemo, useRef } from 'react';
import type { JumpItemId } from '#app/domain/ids.ts';
import { useShownColumns } from '../../store/console-context.tsx';
import type { JumpItemList } from '../../store/jump-item-rows.ts';
import { t } from '../../texts.ts';
import type { MenuPlace } from '../../ui/menu-at.tsx';
import { ColumnHeaders } from './column-headers.tsx';
import { templateOf } from './column-template.ts';
import { type CellContext, columnsOf, features } from './columns.tsx';
import { ColumnsButton } from './columns-button.tsx';
import { ItemDragGhost } from './item-drag-ghost.tsx';
import styles from './jump-item-table.module.css';
import { JumpItemTableRow, rowElementId } from './jump-item-table-row.tsx';
import { useGridInput, useRowPress } from './use-grid-input.ts';
import { useItemDrag } from './use-item-drag.ts';
import { useKeptSorting } from './use-kept-sorting.ts';
import { useRevealedRow } from './use-revealed-row.ts';
import { useVisibleRows } from './use-visible-rows.ts';

/** As many as a layout keeps. */
const MAX_SORTINGS = 8;

type Props = {
  list: JumpItemList;
  context: Omit<CellContext, 'isStarting'>;
  selectedIds: ReadonlySet<JumpItemId>;
  activeId: JumpItemId | null;
  startingIds: ReadonlySet<JumpItemId>;
  /** Grey: the rows show what was known, not what is. */
  isOutOfDate: boolean;
  onJump: () => void;
  onMenu: (at: MenuPlace) => void;
};

/** The Jump Items as a grid of virtual rows (R1.3): however many there are, only those in sight are in the page. */
export function JumpItemTable({ list, context, activeId, onJump, onMenu, ...props }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, firstIndex, elements, height, scrollToIndex } = useVisibleRows(list, activeId, scroller);
  const sorting = useKeptSorting();
  const shownColumns = useShownColumns();
  const columns = useMemo(() => columnsOf(shownColumns.map(({ id }) => id)), [shownColumns]);
  const template = useMemo(() => templateOf(shownColumns), [shownColumns]);
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => row.id,
    manualSorting: true,
    maxMultiSortColCount: MAX_SORTINGS,
    sortDescFirst: false,
    ...sorting,
  });
  const onPress = useRowPress();
  const ghost = useRef<HTMLDivElement>(null);
  const onPointerDown = useItemDrag(ghost);
  useRevealedRow(list, scrollToIndex);
  const input = useGridInput({ list, scroller, scrollToIndex, onMenu });

  const rowContext = useMemo(
    () => ({ marks: context.marks, groupLabels: context.groupLabels }),
    [context.marks, context.groupLabels],
  );

  return (
    <div ref={measureScrollbar} className={styles.table}>
      {/* biome-ignore lint/a11y/useSemanticElements: rows that are placed one by one are no table's */}
      <div
        ref={scroller}
        role="grid"
        className={styles.grid}
        aria-label={t('jump-items.title')}
        aria-multiselectable
        aria-rowcount={list.rows.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={rows.some((row) => row.id === activeId) ? rowElementId(activeId) : undefined}
        aria-busy={list.loading !== null}
        data-out-of-date={props.isOutOfDate || undefined}
        tabIndex={0}
        style={template}
        onPointerDown={onPointerDown}
        {...input}
      >
        <ColumnHeaders table={table} columns={shownColumns} grid={scroller} />
        {/* biome-ignore lint/a11y/useSemanticElements: rows that are placed one by one are no table's body */}
        <div role="rowgroup" className={styles.body} style={{ height }}>
          {table.getRowModel().rows.map((row, offset) => (
            <JumpItemTableRow
              // biome-ignore lint/suspicious/noArrayIndexKey: another row takes the element of the one that was there
              key={(firstIndex + offset) % elements}
              row={row.original}
              index={firstIndex + offset}
              columns={shownColumns}
              context={rowContext}
              isSelected={props.selectedIds.has(row.original.id)}
              isActive={row.original.id === activeId}
              isStarting={props.startingIds.has(row.original.id)}
              onPress={onPress}
              onJump={onJump}
            />
          ))}
        </div>
      </div>
      <ColumnsButton />
      <ItemDragGhost ref={ghost} />
    </div>
  );
}

/** The button at the head's end stands beside the scroll bar, whatever its width is here. */
function measureScrollbar(table: HTMLElement | null): void {
  const grid = table?.firstElementChild;
  if (!(grid instanceof HTMLElement)) return;
  table?.style.setProperty('--scrollbar', `${grid.offsetWidth - grid.clientWidth}px`);
}
