import type { Header, ReactTable } from '@tanstack/react-table';
import type { JumpItemRow } from '../../store/jump-item-row.ts';
import type { features } from './columns.tsx';
import styles from './jump-item-table.module.css';

type Props = {
  table: ReactTable<typeof features, JumpItemRow>;
  /** Before a column is dragged: all columns take the widths that they have on the screen. */
  onResizeStart: (table: ReactTable<typeof features, JumpItemRow>, headers: HTMLElement) => void;
  onReset: (table: ReactTable<typeof features, JumpItemRow>) => void;
};

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

/** The head of the grid: a click sorts, the line at a column's end resizes it, a double click resets the widths. */
export function ColumnHeaders({ table, onResizeStart, onReset }: Props) {
  const [group] = table.getHeaderGroups();
  return (
    // biome-ignore lint/a11y/useSemanticElements: the grid is no table element
    <div role="rowgroup" className={styles.head}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: its headers take the focus */}
      <div role="row" className={styles.headRow} aria-rowindex={1}>
        {group?.headers.map((header) => (
          <ColumnHeader
            key={header.id}
            header={header}
            onResizeStart={(headers) => onResizeStart(table, headers)}
            onReset={() => onReset(table)}
          />
        ))}
      </div>
    </div>
  );
}

type HeaderProps = {
  header: Header<typeof features, JumpItemRow, unknown>;
  onResizeStart: (headers: HTMLElement) => void;
  onReset: () => void;
};

function ColumnHeader({ header, onResizeStart, onReset }: HeaderProps) {
  const { column } = header;
  const sorted = column.getIsSorted();
  return (
    // biome-ignore lint/a11y/useSemanticElements: the grid is no table element
    // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus
    <div
      role="columnheader"
      className={styles.header}
      aria-sort={sorted === false ? 'none' : ARIA_SORT[sorted]}
      data-column={column.id}
    >
      <button
        type="button"
        tabIndex={-1}
        className={styles.sort}
        onClick={(event) => column.getToggleSortingHandler()?.(event)}
      >
        {String(column.columnDef.header)}
        {sorted !== false && <span aria-hidden="true">{sorted === 'asc' ? ' ↑' : ' ↓'}</span>}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: for the pointer alone; widths are a matter of looks */}
      <span
        className={styles.resizer}
        data-resizing={column.getIsResizing() || undefined}
        onMouseDown={(event) => {
          const headers = event.currentTarget.closest<HTMLElement>('[role=row]');
          if (headers !== null) onResizeStart(headers);
          header.getResizeHandler()(event);
        }}
        onDoubleClick={onReset}
      />
    </div>
  );
}
