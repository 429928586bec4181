import { array, assert, constantFrom, property, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import { createSortedIds, indexAfter } from './sorted-ids.ts';

test('ids stay in order through any additions, removals and reads', async () => {
  const step = record({ act: constantFrom('add', 'remove', 'read'), id: string({ maxLength: 2 }) });
  await assert(
    property(array(step), (steps) => {
      const ids = createSortedIds<string>();
      const model = new Set<string>();
      for (const { act, id } of steps) {
        if (act === 'add' && !model.has(id)) {
          model.add(id);
          ids.add(id);
        }
        if (act === 'remove' && model.delete(id)) ids.remove(id);
        if (act === 'read') expect(ids.list()).toEqual([...model].sort());
      }
      expect(ids.list()).toEqual([...model].sort());
    }),
  );
});

test('the index after a cursor is that of the first greater id', () => {
  expect([indexAfter([], 'a'), indexAfter(['a', 'c'], ''), indexAfter(['a', 'c'], 'a')]).toEqual([0, 0, 1]);
  expect([indexAfter(['a', 'c'], 'b'), indexAfter(['a', 'c'], 'c')]).toEqual([1, 2]);
});
