import type { SummaryRow } from './summary.ts';

const HEAD = [
  'items',
  'probe',
  'unit',
  'p50',
  'p95',
  'floor p50',
  'floor p95',
  'ratio',
  'goal',
  'met?',
] as const;
const LEFT_ALIGNED = new Set<string>(['probe', 'unit', 'goal', 'met?']);

/** The summary as plain aligned text, one figure a line. */
export function formatTable(rows: readonly SummaryRow[]): string {
  const lines = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines.map((line) => formatLine(line, widths)).join('\n');
}

function cells(row: SummaryRow): readonly string[] {
  return [
    row.items.toLocaleString('en'),
    row.figure,
    row.unit,
    number(row.console?.p50),
    number(row.console?.p95),
    number(row.floor?.p50),
    number(row.floor?.p95),
    row.ratio === undefined ? '–' : row.ratio.toFixed(2),
    row.goal ? `${row.goal.judged} ≤ ${row.goal.most.toLocaleString('en')}` : '–',
    row.met === undefined ? '–' : row.met ? 'yes' : 'NO',
  ];
}

const number = (value: number | undefined): string =>
  value === undefined ? '–' : Math.round(value).toLocaleString('en');

function formatLine(line: readonly string[], widths: readonly number[]): string {
  const padded = line.map((cell, column) => {
    const width = widths[column] ?? 0;
    return LEFT_ALIGNED.has(HEAD[column] ?? '') ? cell.padEnd(width) : cell.padStart(width);
  });
  return padded.join('  ').trimEnd();
}
