import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JumpItemId } from '#app/domain/ids.ts';
import { createFakeConsole } from '../test-support/fake-console.ts';
import { aJumpClient } from '../test-support/jump-items.ts';
import { countUnlisted, selectedItems, selectedRowsOf } from './selected-rows.ts';
import {
  moveActive,
  NOTHING_SELECTED,
  type Selection,
  selectAll,
  selectOne,
  selectRange,
  toggleOne,
} from './selection.ts';

const id = (place: number) => JumpItemId.parse(`ji-${place}`);
const listed = Array.from({ length: 12 }, (_, place) => ({ id: id(place) }));
const places = (selection: Selection) =>
  listed.flatMap((row, place) => (selection.selectedIds.has(row.id) ? [place] : []));

describe('R1.3 the selection', () => {
  test('one by a click, more and fewer with Ctrl', () => {
    const two = toggleOne(selectOne(id(2)), id(5));
    expect(places(two)).toEqual([2, 5]);
    expect(places(toggleOne(two, id(2)))).toEqual([5]);
    expect(toggleOne(two, id(2)).activeId).toBe(id(2));
  });

  test('Shift selects from the anchor on, again and again, upwards too', () => {
    const down = selectRange(selectOne(id(4)), listed, 7, false);
    expect(places(down)).toEqual([4, 5, 6, 7]);
    const up = selectRange(down, listed, 2, false);
    expect(places(up)).toEqual([2, 3, 4]);
    expect(up).toMatchObject({ activeId: id(2), anchorId: id(4) });
  });

  test('Ctrl+Shift adds a range to what is selected', () => {
    const selection = selectRange(toggleOne(selectOne(id(0)), id(6)), listed, 8, true);
    expect(places(selection)).toEqual([0, 6, 7, 8]);
  });

  test('an anchor that is no longer listed gives way to the row that the keyboard is on', () => {
    const selection = { ...selectOne(id(99)), activeId: id(3) };
    expect(places(selectRange(selection, listed, 5, false))).toEqual([3, 4, 5]);
    expect(places(selectRange(selectOne(id(99)), listed, 5, false))).toEqual([5]);
  });

  test('all of the list are selected and the keyboard stays in its place; no row, no range', () => {
    const all = selectAll(moveActive(selectOne(id(1)), id(3)), listed);
    expect(all.selectedIds.size).toBe(listed.length);
    expect(all.activeId).toBe(id(3));
    expect(selectRange(all, [], 0, false)).toBe(all);
  });

  test('whatever was done before, a range is what stands between its ends, and nothing else', () => {
    const place = fc.nat({ max: listed.length - 1 });
    const step = fc.oneof(
      place.map((at) => (selection: Selection) => toggleOne(selection, id(at))),
      place.map((at) => () => selectOne(id(at))),
      place.map((at) => (selection: Selection) => selectRange(selection, listed, at, true)),
      place.map((at) => (selection: Selection) => moveActive(selection, id(at))),
    );
    fc.assert(
      fc.property(fc.array(step), place, place, (steps, from, to) => {
        const before = steps.reduce((selection, next) => next(selection), NOTHING_SELECTED);
        const kept = before.selectedIds;
        const copy = new Set(kept);
        const ranged = selectRange({ ...before, anchorId: id(from) }, listed, to, false);
        const [first, end] = [Math.min(from, to), Math.max(from, to)];
        expect(places(ranged)).toEqual(
          Array.from({ length: end - first + 1 }, (_, offset) => first + offset),
        );
        expect(ranged).toMatchObject({ activeId: id(to), anchorId: id(from) });
        expect(kept).toEqual(copy);
      }),
    );
  });
});

describe('R1.11 what actions are about', () => {
  async function setUp(count: number) {
    const fake = createFakeConsole();
    fake.sendSnapshot(
      Array.from({ length: count }, (_, place) =>
        aJumpClient(`ji-${place}`, { name: `n${String(place).padStart(4, '0')}` }),
      ),
    );
    return fake;
  }

  test('only what is selected and listed, in the list’s order; the rest is counted', async () => {
    const { console, rows, store, send } = await setUp(4);
    const { changeSelection, search } = store.getState();
    changeSelection(() => toggleOne(toggleOne(selectOne(id(3)), id(1)), id(2)));
    expect(selectedItems(console).map((item) => item.id)).toEqual([id(1), id(2), id(3)]);
    search('n0002');
    const listedRows = selectedRowsOf(rows, store.getState().selectedIds);
    expect(listedRows.map((row) => row.id)).toEqual([id(2)]);
    expect(countUnlisted(rows, store.getState().selectedIds, listedRows)).toBe(2);
    send({ jumpItems: { upserted: [], removed: [id(3)] } });
    expect(countUnlisted(rows, store.getState().selectedIds, listedRows)).toBe(1);
    search('');
    expect(selectedItems(console).map((item) => item.id)).toEqual([id(1), id(2)]);
  });

  test('many are told as few are', async () => {
    const { console, rows, store } = await setUp(300);
    store.getState().changeSelection((selection) => selectAll(selection, rows.getList().rows));
    expect(selectedItems(console)).toHaveLength(300);
    expect(selectedItems(console)[7]?.id).toBe(id(7));
    store.getState().search('n001');
    expect(selectedItems(console)).toHaveLength(10);
  });

  test('a change, an arrival and a leave are followed in a large selection, too', async () => {
    const { console, rows, store, send } = await setUp(300);
    store
      .getState()
      .changeSelection((selection) => toggleOne(selectAll(selection, rows.getList().rows), id(5)));
    expect(selectedItems(console)).toHaveLength(299);
    send({
      jumpItems: {
        upserted: [
          aJumpClient('ji-4', { name: 'n0004', comments: 'changed' }),
          aJumpClient('ji-5', { name: 'n0005', comments: 'changed' }),
          aJumpClient('ji-6', { name: 'zzz' }),
          aJumpClient('ji-new', { name: 'n0001a' }),
        ],
        removed: [id(2)],
      },
    });
    const selected = selectedItems(console);
    expect(selected).toHaveLength(298);
    expect(selected.slice(0, 4).map((item) => item.id)).toEqual([id(0), id(1), id(3), id(4)]);
    expect(selected[3]?.comments).toBe('changed');
    expect(selected.at(-1)?.id).toBe(id(6));
    expect(selected.map((item) => item.id)).toEqual(
      rows
        .getList()
        .rows.filter((row) => store.getState().selectedIds.has(row.id))
        .map((row) => row.id),
    );
  });
});
