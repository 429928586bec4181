/** `--row` of tokens.css. */
export const ROW_HEIGHT = 28;
/** The sticky head over the rows. */
const HEAD_HEIGHT = 28;
/** Rows that are drawn beyond either end of what is in sight. */
export const OVERSCAN = 8;

/** Where the scroller stands, in CSS pixels. */
export type ScrollView = { readonly top: number; readonly height: number };

/** Rows from `first` on, up to but without `end`. */
export type RowSpan = { readonly first: number; readonly end: number };

/** Where the scroller can stand at most for its last row to be whole in sight. */
function lastTop(rowCount: number, height: number): number {
  return Math.max(0, rowCount * ROW_HEIGHT + HEAD_HEIGHT - height);
}

/** The browser's own rule, ahead of it: a list that has become shorter stands at its end. */
export function clampTop(top: number, rowCount: number, height: number): number {
  return Math.min(Math.max(0, top), lastTop(rowCount, height));
}

/**
 * The rows to draw, `overscan` of them out of sight at either end. All have one height: where each stands is a product,
 * not a measurement.
 */
export function rowsToDraw({ top, height }: ScrollView, rowCount: number, overscan = OVERSCAN): RowSpan {
  const known = clampTop(top, rowCount, height);
  const first = Math.floor(known / ROW_HEIGHT) - overscan;
  const end = Math.ceil((known + height) / ROW_HEIGHT) + overscan;
  return { first: Math.max(0, first), end: Math.min(rowCount, end) };
}

/**
 * How many elements the drawn rows of such a height take at most. A row that comes into sight takes the element of one
 * that left, by its place modulo this: new texts in elements that are there cost far less than other elements.
 */
export function elementCount(height: number): number {
  return Math.ceil(height / ROW_HEIGHT) + 1 + 2 * OVERSCAN;
}

/** True when both views need the very same rows. */
export function drawsSameRows(one: ScrollView, other: ScrollView): boolean {
  return (
    one.height === other.height && Math.floor(one.top / ROW_HEIGHT) === Math.floor(other.top / ROW_HEIGHT)
  );
}

/** The rows that are in sight, as far as they are the list's. */
export function rowsInSight({ top, height }: ScrollView): RowSpan {
  const first = Math.floor(top / ROW_HEIGHT);
  return { first, end: first + Math.max(0, Math.floor(height / ROW_HEIGHT)) };
}

/** Where the scroller must stand for a row to be in sight, moved as little as possible. */
export function topToShow(index: number, { top, height }: ScrollView): number {
  const rowTop = index * ROW_HEIGHT;
  const lowest = rowTop + ROW_HEIGHT + HEAD_HEIGHT - height;
  return Math.max(0, Math.min(rowTop, Math.max(top, lowest)));
}
