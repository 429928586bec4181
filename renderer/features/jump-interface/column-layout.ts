import { DEFAULT_PREFERENCES, type TableLayout } from '#app/contracts/preferences.ts';
import { type ColumnId, isColumnId } from '../../store/jump-item-query.ts';

/** The columns that a view keeps; those of another version stay in it unseen. */
type Columns = TableLayout['columns'];

export const GUIDE_COLUMNS: Columns = DEFAULT_PREFERENCES.layout.columns;
export const MIN_WIDTH = 48;
const MAX_WIDTH = 2_000;

export function clampWidth(width: number): number {
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, Math.round(width)));
}

/**
 * Shows these columns and no others; new ones come last. Without any the table would be blank: then nothing changes.
 * @param widthOf for new columns where the others have widths of their own
 */
export function chooseColumns(
  columns: Columns,
  chosen: ReadonlySet<ColumnId>,
  widthOf: (id: ColumnId) => number,
): Columns {
  if (chosen.size === 0) return columns;
  const kept = columns.filter(({ id }) => !isColumnId(id) || chosen.has(id));
  const hasWidths = columns.some(({ width }) => width !== null);
  const added = [...chosen].filter((id) => !columns.some((column) => column.id === id));
  return [...kept, ...added.map((id) => ({ id, width: hasWidths ? widthOf(id) : null, isPinned: false }))];
}

/** Moves a column before another, or to the end; a pinned one stays among the pinned, the others behind them. */
export function moveColumn(columns: Columns, id: ColumnId, before: ColumnId | null): Columns {
  const moved = columns.find((column) => column.id === id);
  if (moved === undefined || id === before) return columns;
  const others = columns.filter((column) => column.id !== id);
  const at = others.findIndex((column) => column.id === before);
  return pinnedFirst(at === -1 ? [...others, moved] : others.toSpliced(at, 0, moved));
}

/** Moves a column by one place; null where there is none on that side. */
export function stepColumn(columns: Columns, id: ColumnId, by: -1 | 1): Columns | null {
  const isPinned = columns.find((column) => column.id === id)?.isPinned;
  const siblings = columns.flatMap((column) =>
    isColumnId(column.id) && column.isPinned === isPinned ? [column.id] : [],
  );
  const place = siblings.indexOf(id);
  const neighbour = siblings[place + by];
  if (neighbour === undefined) return null;
  return by === -1 ? moveColumn(columns, id, neighbour) : moveColumn(columns, neighbour, id);
}

/** A pinned column joins the others at the left edge; one that is not pinned any more comes right behind them. */
export function pinColumn(columns: Columns, id: ColumnId, isPinned: boolean): Columns {
  const others = columns.filter((column) => column.id !== id);
  const changed = columns.flatMap((column) => (column.id === id ? [{ ...column, isPinned }] : []));
  const pinned = others.filter((column) => column.isPinned);
  return [...pinned, ...changed, ...others.filter((column) => !column.isPinned)];
}

/** Takes the widths that columns have on the screen, in pixels. */
export function setWidths(columns: Columns, widths: ReadonlyMap<string, number>): Columns {
  return columns.map((column) => {
    const width = widths.get(column.id);
    return width === undefined ? column : { ...column, width: clampWidth(width) };
  });
}

function pinnedFirst(columns: Columns): Columns {
  return [...columns.filter(({ isPinned }) => isPinned), ...columns.filter(({ isPinned }) => !isPinned)];
}
