import type { CSSProperties } from 'react';
import type { ColumnId } from '../../store/jump-item-query.ts';
import type { ShownColumn } from '../../store/selectors.ts';
import { clampWidth } from './column-layout.ts';
import { defaultWidth, shareOf } from './columns.tsx';

/** Behind the last column: room for the button over the head's end. */
const TAIL = 28;
/** A column without a width of its own is never narrower than this part of its default. */
const LEAST_SHARE = 0.85;

/** The window whose room the shares of the columns are made for. */
const WIDE_WINDOW = 1920;

/**
 * A width in CSS that no text decides; null for a column that shares what room there is. A pinned one does not: the next
 * one must know where it ends. It follows the window instead, from its default to its share of a wide one.
 */
function fixedWidth({ id, width, isPinned }: ShownColumn): string | null {
  if (width !== null) return `${clampWidth(width)}px`;
  if (!isPinned) return null;
  const [least, most] = [defaultWidth(id), shareOf(id)];
  if (least === most) return `${least}px`;
  return `clamp(${least}px, ${((most / WIDE_WINDOW) * 100).toFixed(2)}vw, ${most}px)`;
}

function leastWidth({ id, width }: ShownColumn): number {
  return clampWidth(width ?? defaultWidth(id) * LEAST_SHARE);
}

function sumOf(widths: readonly string[]): string {
  return widths.length > 1 ? `calc(${widths.join(' + ')})` : (widths[0] ?? '0px');
}

/** Custom properties of the grid: its column template, its least width, and where each pinned column stays. */
export function templateOf(columns: readonly ShownColumn[]): Record<`--${string}`, string> {
  const track = trackOf(columns);
  const tracks = columns.map(track);
  const template: Record<`--${string}`, string> = { '--columns': `${tracks.join(' ')} ${TAIL}px` };
  const before: string[] = [];
  for (const column of columns) {
    if (column.isPinned) template[`--pin-${column.id}`] = sumOf(before);
    before.push(fixedWidth(column) ?? `${leastWidth(column)}px`);
  }
  template['--table-width'] = sumOf([...before, `${TAIL}px`]);
  return template;
}

/**
 * Where not every column has room for its default width, those without a width of their own give way alike. Where there
 * is more room than that, each grows by its part of it, so that all have their shares at the same time; what is left
 * then is shared.
 */
function trackOf(columns: readonly ShownColumn[]): (column: ShownColumn) => string {
  const flexible = columns.filter((column) => fixedWidth(column) === null);
  const wanted = sum(flexible.map(({ id }) => defaultWidth(id)));
  const wish = sum(flexible.map(({ id }) => shareOf(id))) - wanted;
  const fixed = [...columns.flatMap((column) => fixedWidth(column) ?? []), `${TAIL}px`].join(' - ');
  return (column) => {
    const own = fixedWidth(column);
    if (own !== null) return own;
    const [width, share] = [defaultWidth(column.id), shareOf(column.id)];
    const least = `clamp(${leastWidth(column)}px, (100% - ${fixed}) * ${part(width, wanted)}, ${width}px)`;
    const more = share - width;
    if (more === 0) return `minmax(${least}, ${share}fr)`;
    const growth = `clamp(0px, (100% - ${fixed} - ${wanted}px) * ${part(more, wish)}, ${more}px)`;
    return `minmax(calc(${least} + ${growth}), ${share}fr)`;
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function part(number: number, whole: number): string {
  return (number / whole).toFixed(4);
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
