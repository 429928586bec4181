import { expect, test } from 'vitest';
import { FIGURES } from './goals.ts';
import type { Measurement } from './measurement.ts';
import { quantile } from './quantile.ts';
import { summarize } from './summary.ts';
import { formatTable } from './table.ts';

function aMeasurement(some: Partial<Measurement>): Measurement {
  return {
    figure: FIGURES.keystroke,
    side: 'console',
    items: 10_000,
    run: 1,
    unit: 'ms',
    values: [],
    ...some,
  };
}

test('a quantile lies straight between its two nearest values', () => {
  expect(quantile([30, 10, 20], 0.5)).toBe(20);
  expect(quantile([0, 10], 0.95)).toBeCloseTo(9.5);
  expect(quantile([], 0.5)).toBeNaN();
});

test('the median over the runs keeps one disturbed run from deciding', () => {
  const runs = [
    [10, 20, 30],
    [12, 22, 32],
    [500, 600, 700],
  ];
  const [row] = summarize(runs.map((values, index) => aMeasurement({ run: index + 1, values })));
  expect(row?.console?.p50).toBe(22);
});

test('a figure taken once a run has its spread across the runs', () => {
  const values = [900, 1_000, 2_000];
  const [row] = summarize(
    values.map((value, index) =>
      aMeasurement({ figure: FIGURES.firstRows, run: index + 1, values: [value] }),
    ),
  );
  expect(row?.console?.p50).toBe(1_000);
  expect(row?.met).toBe(true);
});

test('the console stands beside the floor of the same size, judged by the goal', () => {
  const [row] = summarize([
    aMeasurement({ values: [60, 60] }),
    aMeasurement({ side: 'floor', values: [40, 40] }),
    aMeasurement({ side: 'floor', items: 1_000, values: [1, 1] }),
  ]).filter(({ items }) => items === 10_000);
  expect(row).toMatchObject({ ratio: 1.5, met: false, goal: { judged: 'p95', most: 50 } });
});

test('the table shows a dash where nothing was measured', () => {
  const table = formatTable(summarize([aMeasurement({ side: 'floor', values: [40, 40] })]));
  const [head, line] = table.split('\n');
  expect(head).toMatch(/items\s+probe\s+unit\s+p50/);
  expect(line).toMatch(/10,000\s+keystroke → list painted\s+ms\s+–\s+–\s+40\s+40\s+–\s+p95 ≤ 50\s+–/);
});
