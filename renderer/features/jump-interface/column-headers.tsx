import type { ReactTable } from '@tanstack/react-table';
import { type KeyboardEvent, type MouseEvent, type RefObject, useState } from 'react';
import type { ColumnId } from '../../store/jump-item-query.ts';
import type { JumpItemRow } from '../../store/jump-item-row.ts';
import type { ShownColumn } from '../../store/selectors.ts';
import type { MenuPlace } from '../../ui/menu-at.tsx';
import { ColumnHeader } from './column-header.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { pinProps } from './column-template.ts';
import type { features } from './columns.tsx';
import styles from './jump-item-table.module.css';
import { isMenuKey, placeUnder } from './menu-key.ts';
import { useColumnDrag } from './use-column-drag.ts';
import { useColumnWidths } from './use-column-widths.ts';

type Props = {
  table: ReactTable<typeof features, JumpItemRow>;
  columns: readonly ShownColumn[];
  grid: RefObject<HTMLElement | null>;
};

type OpenMenu = { readonly id: ColumnId; readonly at: MenuPlace; readonly isFromKeyboard: boolean };

const WIDTH_STEP = 16;

/** The head of the grid (R1.3). Tab and the arrow up from the first row lead to one of its headers. */
export function ColumnHeaders({ table, columns, grid }: Props) {
  const widths = useColumnWidths(columns, grid);
  const dragging = useColumnDrag();
  const [focused, setFocused] = useState<ColumnId | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const current = columns.find(({ id }) => id === focused) ?? columns[0];
  const [group] = table.getHeaderGroups();

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, id: ColumnId) => {
    if (isMenuKey(event)) setMenu({ id, at: placeUnder(event.currentTarget), isFromKeyboard: true });
    else if (event.altKey && isSideways(event.key))
      widths.widen(id, event.key === 'ArrowLeft' ? -WIDTH_STEP : WIDTH_STEP);
    else if (!moveFocus(event)) return;
    event.preventDefault();
  };
  const onMenu = (event: MouseEvent<HTMLElement>, id: ColumnId) => {
    event.preventDefault();
    event.stopPropagation();
    setMenu({ id, at: { x: event.clientX, y: event.clientY }, isFromKeyboard: false });
  };
  const closeMenu = () => {
    const header = menu?.isFromKeyboard
      ? grid.current?.querySelector<HTMLElement>(`[role=columnheader][data-column=${menu.id}] button`)
      : null;
    setMenu(null);
    (header ?? grid.current)?.focus();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: the grid is no table element
    <div role="rowgroup" className={styles.head} data-drop-last={dragging.drag?.before === null || undefined}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: its headers take the focus */}
      <div role="row" className={styles.headRow} aria-rowindex={1}>
        {columns.map((column, place) => {
          const header = group?.headers[place];
          return (
            header && (
              <ColumnHeader
                key={column.id}
                header={header}
                column={column}
                widths={widths}
                dragging={dragging}
                isCurrent={column === current}
                isSortedBySeveral={table.state.sorting.length > 1}
                pin={pinProps(columns, place)}
                onFocus={() => setFocused(column.id)}
                onKeyDown={(event) => onKeyDown(event, column.id)}
                onMenu={(event) => onMenu(event, column.id)}
              />
            )
          );
        })}
      </div>
      {menu && <ColumnMenu id={menu.id} at={menu.at} onFit={() => widths.fit(menu.id)} onClose={closeMenu} />}
    </div>
  );
}

function isSideways(key: string): boolean {
  return key === 'ArrowLeft' || key === 'ArrowRight';
}

/** Arrows, Home and End go from header to header, the arrow down and Escape back to the rows. */
function moveFocus({ key, currentTarget, altKey, ctrlKey, metaKey }: KeyboardEvent<HTMLElement>): boolean {
  if (altKey || ctrlKey || metaKey) return false;
  if (key === 'ArrowDown' || key === 'Escape') {
    currentTarget.closest<HTMLElement>('[role=grid]')?.focus();
    return true;
  }
  const header = currentTarget.closest('[role=columnheader]');
  const target = {
    ArrowLeft: header?.previousElementSibling,
    ArrowRight: header?.nextElementSibling,
    Home: header?.parentElement?.firstElementChild,
    End: header?.parentElement?.lastElementChild,
  }[key];
  target?.querySelector('button')?.focus();
  return target !== undefined;
}
