export const PROBES = [
  'launch',
  'memory',
  'search',
  'sort',
  'scroll',
  'changes',
  'stream',
  'properties',
  'files',
] as const;
export type ProbeName = (typeof PROBES)[number];

export const SIDES = ['console', 'floor'] as const;
export type SideName = (typeof SIDES)[number];

/** What a probe found in one run on one side: one line of the results file. */
export type Measurement = {
  /** What was measured, as the table names it, e.g. `search: keystroke → painted`. */
  readonly figure: string;
  readonly side: SideName;
  readonly items: number;
  /** Counts from 1; both sides of a run are measured one after the other. */
  readonly run: number;
  readonly unit: 'ms' | 'MB' | 'frames';
  /** Every single value, in the order in which they were taken. */
  readonly values: readonly number[];
};

/** What a probe hands back: the frame adds side, items and run. */
export type Finding = Pick<Measurement, 'figure' | 'unit' | 'values'>;
