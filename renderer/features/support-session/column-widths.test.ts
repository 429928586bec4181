import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnWidths } from './column-widths.ts';

test('a column is as wide as its longest value, within limits; a long head counts for less', () => {
  expect(columnWidths(['Mount point', 'Process'], [['/', 'systemd-something-long']])).toEqual([
    (8 / 30) * 100,
    (22 / 30) * 100,
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
