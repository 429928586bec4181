/**
 * The value below which the given share of the sample lies, straight between the two nearest values.
 * @param share from 0 to 1: 0.5 is the median
 * @returns NaN for an empty sample
 */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

export const median = (sample: readonly number[]): number => quantile(sample, 0.5);
