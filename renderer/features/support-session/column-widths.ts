/** Values matter more than heads: beyond this many characters a head is clipped rather than its neighbour's value. */
const HEAD_AT_MOST = 9;
const WIDEST = 20;
/** The room between two columns, in characters. */
const GAP = 2;

/**
 * How a pane's width is shared among a table's columns: by their longest value, within limits, so that every column
 * is in sight and only texts that are long beyond the others are clipped.
 * @returns percentages that add up to 100
 */
export function columnWidths(columns: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const weights = columns.map((column, place) => {
    const head = Math.min(Math.max(column.length, 1), HEAD_AT_MOST);
    const longest = rows.reduce((length, row) => Math.max(length, row[place]?.length ?? 0), head);
    return Math.min(longest, WIDEST) + GAP;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (weight / total) * 100);
}

const NUMBER = /^\d[\d.,]*(\s?(%|[KMGTP]?i?B))?$/;

/** Which columns hold numbers alone, with or without a unit: those stand under each other by their ones. */
export function numberColumns(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): readonly boolean[] {
  return columns.map((_, place) => rows.length > 0 && rows.every((row) => NUMBER.test(row[place] ?? '')));
}
