import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KeptTab } from '#app/contracts/preferences.ts';
import { arrangeTabs, keepOpenTabs, moveTab, nameTab } from './kept-tabs.ts';

const tabs = ['a', 'b', 'c'].map((id) => ({ id }));
const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id).join('');

test('a tab is moved before another one, or behind the last; what is opened later follows', () => {
  expect(ids(moveTab(tabs, [], 'c', 'a'))).toBe('cab');
  expect(ids(moveTab(tabs, [], 'a', null))).toBe('bca');
  expect(ids(moveTab(tabs, [], 'b', 'b'))).toBe('abc');
  expect(ids(arrangeTabs([{ id: 'd' }, ...tabs], moveTab(tabs, [], 'c', 'a')))).toBe('cabd');
});

test('R2.2 a name is kept when tabs are moved, and forgotten when it is reset', () => {
  const named = nameTab(tabs, [], 'b', 'Front desk');
  const moved = moveTab(tabs, named, 'c', 'a');
  expect(moved.find(({ id }) => id === 'b')?.name).toBe('Front desk');
  expect(nameTab(tabs, moved, 'b', null).every(({ name }) => name === null)).toBe(true);
});

test('what is closed is forgotten; where nothing is, it is the very same', () => {
  const kept = nameTab(tabs, [], 'b', 'Front desk');
  expect(ids(keepOpenTabs(kept, new Set(['a', 'c'])))).toBe('ac');
  expect(keepOpenTabs(kept, new Set(['a', 'b', 'c', 'd']))).toBe(kept);
});

test('however tabs are moved, each is there once', () => {
  const anyId = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const all = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
  const moves = fc.array(fc.tuple(anyId, fc.option(anyId)), { maxLength: 20 });
  fc.assert(
    fc.property(moves, (made) => {
      let kept: readonly KeptTab[] = [];
      for (const [id, before] of made) kept = moveTab(arrangeTabs(all, kept), kept, id, before);
      expect(ids(arrangeTabs(all, kept).toSorted((one, other) => (one.id < other.id ? -1 : 1)))).toBe(
        'abcde',
      );
      const last = made.at(-1);
      if (last === undefined || last[0] === last[1]) return;
      const order = ids(arrangeTabs(all, kept));
      expect(order.indexOf(last[0]) + 1).toBe(last[1] === null ? 5 : order.indexOf(last[1]));
    }),
  );
});
