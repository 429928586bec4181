import type { CSSProperties } from 'react';
import type { ColumnId } from '../../store/jump-item-query.ts';
import type { ShownColumn } from '../../store/selectors.ts';
import { clampWidth } from './column-layout.ts';
import { defaultWidth } from './columns.tsx';

/** Behind the last column: room for the button over the head's end. */
const TAIL = 28;
/** A column without a width of its own takes a share of the pane, and never less than this part of its default. */
const LEAST_SHARE = 0.85;

/** A pinned column does not stretch: the next one must know where it ends. */
function fixedWidth({ id, width, isPinned }: ShownColumn): number | null {
  return width === null && isPinned ? defaultWidth(id) : width;
}

function leastWidth(column: ShownColumn): number {
  return clampWidth(fixedWidth(column) ?? defaultWidth(column.id) * LEAST_SHARE);
}

/** Custom properties of the grid: its column template, its least width, and where each pinned column stays. */
export function templateOf(columns: readonly ShownColumn[]): Record<`--${string}`, string> {
  const tracks = columns.map((column) => {
    const least = `${leastWidth(column)}px`;
    return fixedWidth(column) === null ? `minmax(${least}, ${defaultWidth(column.id)}fr)` : least;
  });
  const template: Record<`--${string}`, string> = { '--columns': `${tracks.join(' ')} ${TAIL}px` };
  let left = 0;
  for (const column of columns) {
    if (column.isPinned) template[`--pin-${column.id}`] = `${left}px`;
    left += leastWidth(column);
  }
  template['--table-width'] = `${left + TAIL}px`;
  return template;
}

/** The template while a column is measured: as wide as what it shows, without the room behind the last one. */
export function measuringTemplate(columns: readonly ShownColumn[], id: ColumnId): string {
  const tracks = columns.map((column) => (column.id === id ? 'max-content' : `${leastWidth(column)}px`));
  return `${tracks.join(' ')} 0px`;
}

/** What keeps a pinned column's cells in their place; the last one casts a line on what scrolls below it. */
export function pinProps(
  columns: readonly ShownColumn[],
  place: number,
): { 'data-pinned'?: 'last' | 'inner'; style?: CSSProperties } {
  const column = columns[place];
  if (column?.isPinned !== true) return {};
  const isLast = columns[place + 1]?.isPinned !== true;
  return { 'data-pinned': isLast ? 'last' : 'inner', style: { left: `var(--pin-${column.id})` } };
}
