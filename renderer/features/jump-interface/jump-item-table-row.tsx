import { type MouseEvent, memo } from 'react';
import type { JumpItemId } from '#app/domain/ids.ts';
import { jumpItemStatus } from '#app/domain/jump-item-status.ts';
import type { JumpItemRow } from '../../store/jump-item-row.ts';
import type { ShownColumn } from '../../store/selectors.ts';
import { pinProps } from './column-template.ts';
import { type CellContext, JumpItemCell } from './columns.tsx';
import styles from './jump-item-table.module.css';
import { ROW_HEIGHT } from './rows-in-sight.ts';

/** The element of a row, which the grid names as its active descendant. */
export function rowElementId(id: JumpItemId | null): string {
  return `jump-item-${id}`;
}

type Props = {
  row: JumpItemRow;
  index: number;
  context: Omit<CellContext, 'isStarting'>;
  columns: readonly ShownColumn[];
  isSelected: boolean;
  /** The keyboard is on it. */
  isActive: boolean;
  isStarting: boolean;
  onPress: (id: JumpItemId, event: MouseEvent) => void;
  onJump: () => void;
};

/** One row in sight; drawn again only when something of it changes. */
export const JumpItemTableRow = memo(function JumpItemTableRow({ row, index, isSelected, ...props }: Props) {
  const { columns, context, isActive, isStarting, onPress, onJump } = props;
  const cellContext = { ...context, isStarting };
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names this row as active
    // biome-ignore lint/a11y/useSemanticElements: a row that is placed by itself is no table's row
    <div
      role="row"
      id={rowElementId(row.id)}
      className={styles.row}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-active={isActive || undefined}
      data-status={jumpItemStatus(row.item)}
      style={{ transform: `translateY(${index * ROW_HEIGHT}px)` }}
      onMouseDown={(event) => onPress(row.id, event)}
      onDoubleClick={(event) => {
        if (!event.shiftKey && !event.ctrlKey && !event.metaKey) onJump();
      }}
    >
      {columns.map((column, place) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        <div
          key={column.id}
          role="gridcell"
          className={styles.cell}
          data-column={column.id}
          {...pinProps(columns, place)}
        >
          <JumpItemCell id={column.id} row={row} context={cellContext} />
        </div>
      ))}
    </div>
  );
});
