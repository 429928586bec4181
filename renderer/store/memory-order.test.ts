import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSummaryCounter, type PresenceBucket } from '#app/domain/jump-item-summary.ts';
import type { JumpItemRow } from './jump-item-row.ts';
import { createMemoryOrder, type Demand } from './memory-order.ts';
import { mergeRows } from './merge-rows.ts';

const ROWS_IN_BLOCK = 4;

let rowsMade = 0;
function aRow(haystack: string, bucket: PresenceBucket = 'online'): JumpItemRow {
  rowsMade += 1;
  return {
    id: `ji-${rowsMade}`,
    sortKey: haystack,
    haystack,
    bucket,
    slot: -1,
    replaced: false,
  } as JumpItemRow;
}
const order = (one: JumpItemRow, other: JumpItemRow) =>
  Number(one.sortKey > other.sortKey) - Number(one.sortKey < other.sortKey) ||
  Number(one.id > other.id) - Number(one.id < other.id);
const byText = (text: string): Demand => ({ text, rest: null });

function naive(rows: readonly JumpItemRow[], { text, rest }: Demand) {
  const found = rows.filter((row) => (text === null || row.haystack.includes(text)) && (rest?.(row) ?? true));
  const counter = createSummaryCounter();
  for (const { bucket } of found) counter.count(bucket, 1);
  return { rows: found, summary: counter.summary() };
}

const texts = fc.array(fc.constantFrom('a', 'b', 'ab', 'ba', 'é', '日', '\n', ' '), { maxLength: 5 });
const haystacks = texts.map((parts) => `${parts.join('')}\n`);
const demands = fc.record({
  text: fc.option(
    texts.map((parts) => parts.join('').replaceAll('\n', '')),
    { nil: null },
  ),
  rest: fc.constantFrom(null, ({ bucket }: JumpItemRow) => bucket === 'offline'),
});
const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('add' as const), haystack: haystacks }),
    fc.record({ do: fc.constant('remove' as const), which: fc.nat() }),
    fc.record({ do: fc.constant('change' as const), which: fc.nat(), haystack: fc.option(haystacks) }),
    fc.record({ do: fc.constant('rewrite' as const), which: fc.nat(), haystack: haystacks }),
    fc.record({ do: fc.constant('narrow' as const), demands: fc.array(demands, { maxLength: 3 }) }),
  ),
  { maxLength: 60 },
);

test('R1.5 whatever came, changed and went before, a search finds what a walk through all rows would', () => {
  fc.assert(
    fc.property(steps, (given) => {
      const memory = createMemoryOrder(ROWS_IN_BLOCK);
      let sorted: readonly JumpItemRow[] = [];
      const become = (gone: JumpItemRow[], arrived: JumpItemRow[]) => {
        for (const row of gone) memory.remove(row);
        for (const row of arrived) memory.add(row);
        const { rows, swaps } = mergeRows(sorted, gone, arrived, order);
        memory.follow(sorted, rows, swaps);
        sorted = rows;
      };
      for (const step of given) {
        const chosen = 'which' in step ? sorted[step.which % Math.max(1, sorted.length)] : undefined;
        if (step.do === 'add') become([], [aRow(step.haystack, rowsMade % 3 === 0 ? 'offline' : 'online')]);
        if (step.do === 'remove' && chosen !== undefined) become([chosen], []);
        if (step.do === 'change' && chosen !== undefined) {
          // With another key it takes another place.
          const sortKey = step.haystack ?? chosen.sortKey;
          become([chosen], [{ ...chosen, sortKey, haystack: step.haystack ?? 'b\n', bucket: 'offline' }]);
        }
        if (step.do === 'rewrite' && chosen !== undefined) {
          chosen.haystack = step.haystack;
          memory.rewrite();
        }
        if (step.do !== 'narrow') continue;
        let wider = sorted;
        for (const demand of step.demands) {
          const expected = naive(wider, demand);
          const { rows, counter } = memory.narrow(wider, demand);
          expect({ rows, summary: counter.summary() }).toEqual(expected);
          wider = rows;
        }
      }
    }),
  );
});

test('a text is not found across two rows, not even one that holds what stands between them', () => {
  const memory = createMemoryOrder(ROWS_IN_BLOCK);
  const rows = ['tail', 'light', 'tail\0light', 'none', 'none'].map((haystack) => aRow(haystack));
  for (const row of rows) memory.add(row);
  expect(memory.narrow(rows, byText('taillight')).rows).toEqual([]);
  expect(memory.narrow(rows, byText('tail\0light')).rows).toEqual([rows[2]]);
});

test('no text is in every row', () => {
  const memory = createMemoryOrder(ROWS_IN_BLOCK);
  const rows = ['one', '', 'three', 'four', 'five'].map((haystack) => aRow(haystack));
  for (const row of rows) memory.add(row);
  expect(memory.narrow(rows, byText('')).rows).toEqual(rows);
});

test('what has gone takes no room for ever: after many changes of few rows they are written anew', () => {
  const memory = createMemoryOrder(ROWS_IN_BLOCK);
  let row = aRow('first');
  memory.add(row);
  let highest = 0;
  for (let change = 0; change < 1_000; change += 1) {
    memory.remove(row);
    row = { ...row, haystack: `change ${change}` };
    memory.add(row);
    highest = Math.max(highest, row.slot);
  }
  expect(highest).toBeLessThan(2 * ROWS_IN_BLOCK);
  expect(memory.narrow([row], byText('change 999')).rows).toEqual([row]);
});
