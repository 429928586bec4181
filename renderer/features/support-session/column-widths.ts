const NARROWEST = 4;
const WIDEST = 20;

/**
 * How a pane's width is shared among a table's columns: by their longest text, within limits, so that every column
 * is in sight and only texts that are long beyond the others are clipped.
 * @returns percentages that add up to 100
 */
export function columnWidths(columns: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const weights = columns.map((column, place) => {
    const longest = rows.reduce((length, row) => Math.max(length, row[place]?.length ?? 0), column.length);
    return Math.min(Math.max(longest, NARROWEST), WIDEST);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (weight / total) * 100);
}
