import { type Goal, goalOf } from './goals.ts';
import type { Measurement, SideName } from './measurement.ts';
import { median, quantile } from './quantile.ts';

/** One figure at one size. */
export type SummaryRow = {
  readonly figure: string;
  readonly items: number;
  readonly unit: Measurement['unit'];
  readonly console: Spread | undefined;
  readonly floor: Spread | undefined;
  /** The console's judged value against the floor's (the median's where nothing is judged). */
  readonly ratio: number | undefined;
  readonly goal: Goal | undefined;
  readonly met: boolean | undefined;
};

/** Median over the runs of each run's p50 and p95, so that one disturbed run does not decide. */
export type Spread = { readonly p50: number; readonly p95: number };

/** Gathers the runs of each figure and sets the console beside its floor. */
export function summarize(measurements: readonly Measurement[]): readonly SummaryRow[] {
  const firsts = new Map(measurements.map((one) => [`${one.items} ${one.figure}`, one]));
  return [...firsts.values()]
    .map((first) => summarizeFigure(first, measurements))
    .sort((a, b) => a.items - b.items);
}

function summarizeFigure({ figure, items, unit }: Measurement, all: readonly Measurement[]): SummaryRow {
  const measurements = all.filter((one) => one.figure === figure && one.items === items);
  const console = spreadOf(measurements, 'console');
  const floor = spreadOf(measurements, 'floor');
  const goal = goalOf(figure, items);
  const judged = goal?.judged ?? 'p50';
  return {
    figure,
    items,
    unit,
    console,
    floor,
    goal,
    ratio: console && floor && floor[judged] > 0 ? console[judged] / floor[judged] : undefined,
    met: console && goal ? console[judged] <= goal.most : undefined,
  };
}

/**
 * A figure with many values a run (keystrokes) has a spread within each run; one with a single value (launch) has
 * it across the runs.
 */
function spreadOf(measurements: readonly Measurement[], side: SideName): Spread | undefined {
  const runs = measurements.filter((one) => one.side === side && one.values.length > 0);
  if (runs.length === 0) return undefined;
  const single = runs.every((run) => run.values.length === 1);
  if (single) {
    const values = runs.flatMap((run) => run.values);
    return { p50: median(values), p95: quantile(values, 0.95) };
  }
  return {
    p50: median(runs.map((run) => median(run.values))),
    p95: median(runs.map((run) => quantile(run.values, 0.95))),
  };
}
