import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SEARCH_FIELDS } from '../domain/jump-item-search.ts';
import { applianceRequests } from './appliance-protocol.ts';
import { changedChoices, choiceName, choiceOf, KeptChoice, withChoices } from './kept-choices.ts';
import { DEFAULT_PREFERENCES, MOST_SAVED_VIEWS, type SavedView } from './preferences.ts';

const { layout } = DEFAULT_PREFERENCES;
const viewId = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const aView = (number: number, name = `View ${number}`): SavedView => ({
  id: viewId(number),
  name,
  searchText: '',
  scopes: [{ kind: 'all' }],
  layout,
});
const having = (...savedViews: SavedView[]) => ({ ...DEFAULT_PREFERENCES, savedViews });
const remove = (number: number): KeptChoice => ({ of: 'view', id: viewId(number), value: null });

const someViews = fc
  .uniqueArray(fc.record({ number: fc.nat(12), name: fc.constantFrom('Tills', 'Servers') }), {
    selector: ({ number }) => number,
  })
  .map((views) => views.map(({ number, name }) => aView(number, name)));
const somePreferences = fc.record({
  savedViews: someViews,
  searchFields: fc.subarray([...SEARCH_FIELDS]),
  layout: fc.record({
    columns: fc.constantFrom(layout.columns, layout.columns.slice(2)),
    sorting: fc.constantFrom(layout.sorting, []),
  }),
});

test('what changed, put into what was, is what is: whatever was added, removed, changed and moved', () => {
  fc.assert(
    fc.property(somePreferences, somePreferences, (before, after) => {
      expect(withChoices(before, changedChoices(before, after))).toEqual(after);
      expect(changedChoices(after, after)).toEqual([]);
    }),
  );
});

test('changes of different choices, made at the same time in two places, both stay, in whichever order they come', () => {
  const before = having(aView(1), aView(2));
  const one = changedChoices(before, having(aView(1, 'Renamed'), aView(2)));
  const other = changedChoices(before, { ...before, searchFields: ['name'] });
  const both = { ...having(aView(1, 'Renamed'), aView(2)), searchFields: ['name'] };
  expect(withChoices(before, [...one, ...other])).toEqual(both);
  expect(withChoices(before, [...other, ...one])).toEqual(both);
});

describe('the order of the saved views', () => {
  test('leaves those that it does not name behind the others, as they stood', () => {
    const order: KeptChoice = { of: 'view-order', value: [viewId(3), viewId(9), viewId(1)] };
    const ordered = withChoices(having(aView(1), aView(2), aView(3), aView(4)), [order]);
    expect(ordered.savedViews.map(({ id }) => id)).toEqual([3, 1, 2, 4].map(viewId));
  });

  test('holds whether it was said before the views or after them', () => {
    const views = [aView(1), aView(2)].map((view): KeptChoice => ({ of: 'view', id: view.id, value: view }));
    const order: KeptChoice = { of: 'view-order', value: [viewId(2), viewId(1)] };
    for (const choices of [
      [order, ...views],
      [...views, order],
      [views[0] as KeptChoice, order, ...views],
    ])
      expect(withChoices(having(), choices).savedViews.map(({ id }) => id)).toEqual([2, 1].map(viewId));
  });

  test('a view that is changed keeps its place; one more than there may be is left out', () => {
    const full = having(...Array.from({ length: MOST_SAVED_VIEWS }, (_, number) => aView(number)));
    const changed = aView(5, 'Renamed');
    const choice = (view: SavedView): KeptChoice => ({ of: 'view', id: view.id, value: view });
    const { savedViews } = withChoices(full, [choice(aView(999)), choice(changed)]);
    expect(savedViews).toHaveLength(MOST_SAVED_VIEWS);
    expect(savedViews[5]).toEqual(changed);
  });
});

describe('a name', () => {
  test('leads to what stands for it: a view, one that is gone, or nothing', () => {
    expect(choiceOf(having(aView(1)), choiceName(remove(1)))).toMatchObject({ value: { name: 'View 1' } });
    expect(choiceOf(having(), choiceName(remove(1)))).toEqual(remove(1));
    expect(choiceOf(having(), 'layout')).toEqual({ of: 'layout', value: layout });
    for (const name of ['', 'view ', 'view 1', 'theme', '__proto__', `view ${viewId(1)} `])
      expect(choiceOf(having(aView(1)), name)).toBeNull();
  });
});

describe('the appliance’s door refuses', () => {
  const { params } = applianceRequests['choice:keep'];
  const view = { of: 'view', id: viewId(1), value: aView(1) };
  test.each([
    ['a choice of something else', { of: 'theme', value: 'dark' }],
    ['a field too many', { ...view, place: 1 }],
    ['a view without an id', { of: 'view', value: aView(1) }],
    ['a view whose id is no UUID', { ...view, id: '__proto__' }],
    ['a name that is too long', { ...view, value: aView(1, 'n'.repeat(257)) }],
    ['a search that is too long', { ...view, value: { ...aView(1), searchText: 's'.repeat(1_001) } }],
    [
      'a width that no column has',
      { of: 'layout', value: { ...layout, columns: [{ id: 'name', width: 1e9, isPinned: true }] } },
    ],
    [
      'too many places',
      { of: 'view-order', value: Array.from({ length: 201 }, (_, number) => viewId(number)) },
    ],
  ])('%s', (_what, choice) => {
    expect(params.safeParse({ choice }).success).toBe(false);
    expect(params.safeParse({ choice: view }).success).toBe(true);
  });

  test('a view that says it has another id than it is kept under', () => {
    expect(KeptChoice.safeParse({ ...view, value: aView(2) }).success).toBe(false);
  });
});
