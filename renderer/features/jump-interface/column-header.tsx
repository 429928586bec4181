import type { Header } from '@tanstack/react-table';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { JumpItemRow } from '../../store/jump-item-row.ts';
import type { ShownColumn } from '../../store/selectors.ts';
import { t } from '../../texts.ts';
import type { pinProps } from './column-template.ts';
import type { features } from './columns.tsx';
import styles from './jump-item-table.module.css';
import type { useColumnDrag } from './use-column-drag.ts';
import type { ColumnWidths } from './use-column-widths.ts';

type Props = {
  header: Header<typeof features, JumpItemRow, unknown>;
  column: ShownColumn;
  widths: ColumnWidths;
  dragging: ReturnType<typeof useColumnDrag>;
  /** The one header that Tab leads to. */
  isCurrent: boolean;
  isSortedBySeveral: boolean;
  pin: ReturnType<typeof pinProps>;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onMenu: (event: MouseEvent<HTMLElement>) => void;
};

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

/** A click sorts, with Shift besides what sorts already; dragged it moves; the line at its end resizes and fits it. */
export function ColumnHeader({ header, column, widths, dragging, ...props }: Props) {
  const sorted = header.column.getIsSorted();
  const place = header.column.getSortIndex();
  const { drag } = dragging;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the grid is no table element
    // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus
    <div
      role="columnheader"
      className={styles.header}
      aria-sort={sorted !== false && place === 0 ? ARIA_SORT[sorted] : 'none'}
      data-column={column.id}
      data-dragged={drag?.id === column.id || undefined}
      data-drop={drag !== null && drag.id !== column.id && drag.before === column.id ? true : undefined}
      {...props.pin}
      onContextMenu={props.onMenu}
    >
      <button
        type="button"
        tabIndex={props.isCurrent ? 0 : -1}
        className={styles.sort}
        title={t(`column.${column.id}`)}
        aria-description={sorted === false ? undefined : sortedText(sorted, place)}
        onFocus={props.onFocus}
        onKeyDown={props.onKeyDown}
        // The keyboard stays in the rows while the pointer sorts them.
        onMouseDown={(event) => event.preventDefault()}
        onPointerDown={(event) => dragging.onPointerDown(column.id, event)}
        onClick={(event) => {
          if (!dragging.wasDragged() || event.detail === 0) header.column.getToggleSortingHandler()?.(event);
        }}
      >
        <span className={styles.title}>{t(`column.${column.id}`)}</span>
        {sorted !== false && (
          <span aria-hidden="true" className={styles.sortMark}>
            {sorted === 'asc' ? '↑' : '↓'}
            {props.isSortedBySeveral && <span className={styles.sortPlace}>{place + 1}</span>}
          </span>
        )}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: for the pointer; the keyboard has the header's menu and Alt with the arrows */}
      <span
        className={styles.resizer}
        onPointerDown={(event) => {
          if (event.button === 0) widths.startResize(column.id, event);
        }}
        onMouseDown={(event) => event.preventDefault()}
        onDoubleClick={() => widths.fit(column.id)}
      />
    </div>
  );
}

/** What a screen reader is told of every column that sorts: `aria-sort` may stand on the first alone. */
function sortedText(sorted: 'asc' | 'desc', place: number): string {
  return t(`column.sorted-${ARIA_SORT[sorted]}`, { place: place + 1 });
}
