import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnWidths, numberColumns } from './column-widths.ts';

test('a column is as wide as its longest value, within limits; a long head counts for less', () => {
  expect(columnWidths(['Mount point', 'Process'], [['/', 'systemd-something-long']])).toEqual([
    (11 / 33) * 100,
    (22 / 33) * 100,
  ]);
});

test('whatever a computer sends, the columns fill the pane and none vanishes', () => {
  const texts = fc.array(fc.string(), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(texts, fc.array(fc.array(fc.string(), { maxLength: 8 })), (columns, rows) => {
      const widths = columnWidths(columns, rows);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100);
      expect(Math.min(...widths)).toBeGreaterThan(2);
    }),
  );
});

test('numbers with or without a unit are told from words, addresses and what is missing', () => {
  const rows = [
    ['1204', '0.5 %', '600.1 MiB', '10.0.0.1', 'eth0', '1'],
    ['7', '12 %', '0 B', '::1', 'lo', ''],
  ];
  expect(numberColumns(['', '', '', '', '', ''], rows)).toEqual([true, true, true, false, false, false]);
  expect(numberColumns(['PID'], [])).toEqual([false]);
});
