import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDuplicates } from '#app/domain/duplicates.ts';
import { JumpGroupId, JumpItemId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { isInScopes } from '#app/domain/jump-item-scope.ts';
import { buildHaystack, SEARCH_FIELDS } from '#app/domain/jump-item-search.ts';
import { summarizeJumpItems } from '#app/domain/jump-item-summary.ts';
import { matchesQuery } from '#app/domain/search-match.ts';
import { parseSearchQuery } from '#app/domain/search-query.ts';
import { aJumpClient, aJumpShortcut, allUsersGroupId, teamGroupId } from '../test-support/jump-items.ts';
import { COLUMN_IDS, type JumpItemQuery } from './jump-item-query.ts';
import { createRow, rowOrder } from './jump-item-row.ts';
import { createJumpItemRows, type JumpItemRows } from './jump-item-rows.ts';
import { searchScopeOf } from './listings.ts';
import { searchWords } from './search-words.ts';

const everything: JumpItemQuery = {
  scopes: [{ kind: 'all' }],
  terms: [],
  searchFields: SEARCH_FIELDS,
  sorting: [{ column: 'name', descending: false }],
  groupLabels: new Map([
    [allUsersGroupId, 'All users'],
    [teamGroupId, 'Field support'],
  ]),
};

function rowsOf(...items: JumpItem[]): JumpItemRows {
  const rows = createJumpItemRows(everything, searchWords);
  rows.apply({ upserted: items, removed: [] });
  rows.publish();
  return rows;
}

const termsOf = (input: string) => parseSearchQuery(input, 0).terms;
const namesOf = (rows: JumpItemRows) => rows.getList().rows.map(({ item }) => item.name);

describe('the list of Jump Items', () => {
  test('R1.3 sorts numbers in names by their value, and case and accents do not count', () => {
    const names = ['pos-10', 'POS-9', 'Émile', 'edgar', 'zoo'];
    const rows = rowsOf(...names.map((name, index) => aJumpClient(`ji-${index}`, { name })));
    expect(namesOf(rows)).toEqual(['edgar', 'Émile', 'POS-9', 'pos-10', 'zoo']);
    rows.setQuery({ ...everything, sorting: [{ column: 'name', descending: true }] });
    expect(namesOf(rows)).toEqual(['zoo', 'pos-10', 'POS-9', 'Émile', 'edgar']);
  });

  test('R1.2 a tagged item is listed under its tag and under its Jump Group', () => {
    const tagged = aJumpClient('tagged', { tag: 'servers' });
    const rows = rowsOf(
      tagged,
      aJumpClient('untagged'),
      aJumpClient('elsewhere', { jumpGroupId: teamGroupId }),
    );
    rows.setQuery({ ...everything, scopes: [{ kind: 'group', jumpGroupId: allUsersGroupId, tag: null }] });
    expect(namesOf(rows)).toEqual(['tagged', 'untagged']);
    rows.setQuery({
      ...everything,
      scopes: [{ kind: 'group', jumpGroupId: allUsersGroupId, tag: 'servers' }],
    });
    expect(namesOf(rows)).toEqual(['tagged']);
    expect(rows.getList().counts.tags(allUsersGroupId)).toEqual(['servers']);
  });

  test('R1.5 searches the checked fields only', () => {
    const rows = rowsOf(aJumpClient('one', { comments: 'till' }), aJumpClient('till two'));
    rows.setQuery({ ...everything, terms: termsOf('till') });
    expect(namesOf(rows)).toEqual(['one', 'till two']);
    rows.setQuery({ ...everything, terms: termsOf('till'), searchFields: ['name'] });
    expect(namesOf(rows)).toEqual(['till two']);
  });

  test('an older Jump Client of a computer is found, and what it is follows the newest one', () => {
    const old = aJumpClient('old', { hostname: 'till-01', presence: 'offline' });
    const young = aJumpClient('new', { hostname: 'till-01' });
    const rows = rowsOf(old, aJumpClient('elsewhere', { presence: 'offline' }));
    rows.setQuery({ ...everything, terms: termsOf('duplicate:older') });
    expect(namesOf(rows)).toEqual([]);
    rows.apply({ upserted: [young], removed: [] });
    rows.publish();
    expect(namesOf(rows)).toEqual(['old']);
    rows.apply({ upserted: [{ ...old, presence: 'online' }], removed: [] });
    rows.publish();
    expect(namesOf(rows)).toEqual([]);
    rows.apply({ upserted: [old], removed: [] });
    rows.apply({ upserted: [], removed: [young.id] });
    rows.publish();
    expect(namesOf(rows)).toEqual([]);
  });

  test('R1.7 counts what is listed', () => {
    const rows = rowsOf(
      aJumpClient('one', { presence: 'disabled' }),
      aJumpClient('two', { presence: 'uninstalled' }),
      aJumpClient('three', { connection: 'passive' }),
      aJumpShortcut('four'),
    );
    expect(rows.getList().summary).toEqual({
      jumpItems: 4,
      jumpClients: 3,
      online: 1,
      offline: 1,
      passive: 1,
    });
    rows.setQuery({ ...everything, terms: termsOf('two') });
    expect(rows.getList().summary).toEqual({
      jumpItems: 1,
      jumpClients: 1,
      online: 0,
      offline: 1,
      passive: 0,
    });
    expect(rows.getList().scopeTotal).toBe(4);
  });

  test('R1.11 rows that a fresh snapshot does not name leave at its end, not before', () => {
    const rows = rowsOf(aJumpClient('stays'), aJumpClient('leaves'));
    rows.beginSnapshot(2);
    rows.apply({ upserted: [aJumpClient('stays')], removed: [] });
    rows.publish();
    expect(namesOf(rows)).toEqual(['leaves', 'stays']);
    expect(rows.getList().loading).toEqual({ known: 1, total: 2 });
    rows.apply({ upserted: [aJumpClient('arrives')], removed: [] });
    rows.endSnapshot();
    rows.publish();
    expect(namesOf(rows)).toEqual(['arrives', 'stays']);
    expect(rows.getList().loading).toBeNull();
  });

  test('R1.11 tells its listeners once a publication, and not when nothing changed', () => {
    const rows = rowsOf(aJumpClient('one'));
    let told = 0;
    const end = rows.subscribe(() => {
      told += 1;
    });
    rows.apply({ upserted: [aJumpClient('two')], removed: [] });
    rows.apply({ upserted: [], removed: [JumpItemId.parse('one')] });
    rows.publish();
    rows.publish();
    end();
    rows.clear();
    expect(told).toBe(1);
    expect(namesOf(rows)).toEqual([]);
  });
});

// The naive model: a Map, filtered and sorted from scratch at every look.
const anItem = fc
  .record({
    id: fc.integer({ min: 0, max: 30 }).map((number) => `ji-${number}`),
    name: fc.constantFrom('alpha', 'Alpha 2', 'alpha 10', 'beta', 'Émile', 'مكتب', ''),
    tag: fc.constantFrom(null, 'servers', 'tills'),
    jumpGroupId: fc.constantFrom(allUsersGroupId, teamGroupId, JumpGroupId.parse('g-unknown')),
    comments: fc.constantFrom('', 'till 1', 'pos'),
    presence: fc.constantFrom('online', 'offline', 'disabled', 'uninstalled'),
    presenceSince: fc.nat(5),
    hostname: fc.constantFrom('till-01', 'till-02', 'localhost'),
    isShortcut: fc.boolean(),
  })
  .map(({ id, isShortcut, presence, presenceSince, ...common }) =>
    isShortcut ? aJumpShortcut(id, common) : aJumpClient(id, { ...common, presence, presenceSince }),
  );
const someTerms = fc
  .constantFrom(
    ...['', 'a', 'al', 'alp', 'till', 'jump client', 'zzz', '-alpha', 'tag:till', '"alpha 2"'],
    ...['duplicate:older', 'duplicate:newest', '-duplicate:older alpha', 'duplicate:"older than alpha"'],
  )
  .map(termsOf);
const aQuery = fc.record({
  scopes: fc.constantFrom<JumpItemQuery['scopes']>(
    [{ kind: 'all' }],
    [{ kind: 'group', jumpGroupId: allUsersGroupId, tag: null }],
    [
      { kind: 'group', jumpGroupId: allUsersGroupId, tag: 'servers' },
      { kind: 'group', jumpGroupId: teamGroupId, tag: null },
      { kind: 'group', jumpGroupId: teamGroupId, tag: 'tills' },
    ],
  ),
  terms: someTerms,
  searchFields: fc.constantFrom<JumpItemQuery['searchFields']>(SEARCH_FIELDS, ['name'], []),
  sorting: fc.array(fc.record({ column: fc.constantFrom(...COLUMN_IDS), descending: fc.boolean() }), {
    maxLength: 3,
  }),
  groupLabels: fc.constantFrom(everything.groupLabels, new Map([[teamGroupId, 'Aardvarks']])),
});
const aChange = fc.oneof(
  fc.record({ kind: fc.constant('upsert' as const), items: fc.array(anItem, { maxLength: 8 }) }),
  fc.record({ kind: fc.constant('remove' as const), ids: fc.array(fc.integer({ min: 0, max: 30 })) }),
  fc.record({ kind: fc.constant('publish' as const) }),
);
const aStep = fc.oneof(
  { weight: 3, arbitrary: aChange },
  fc.record({ kind: fc.constant('query' as const), query: aQuery }),
  // Another search in what is listed otherwise alike: typed further, or taken back.
  fc.record({ kind: fc.constant('search' as const), terms: someTerms }),
  fc.record({ kind: fc.constant('snapshot' as const), items: fc.array(anItem, { maxLength: 8 }) }),
  fc.record({ kind: fc.constant('clear' as const) }),
);

function expectModel(rows: JumpItemRows, model: ReadonlyMap<string, JumpItem>, query: JumpItemQuery): void {
  const duplicates = createDuplicates(model.values());
  const expected = [...model.values()]
    .filter((item) => isInScopes(item, query.scopes))
    .filter((item) =>
      matchesQuery(
        { item, haystack: buildHaystack(item, query.searchFields, searchWords) },
        query.terms,
        searchScopeOf(query, searchWords, duplicates.of),
      ),
    )
    .map((item) => createRow(item, 0, { ...query, searchWords }))
    .toSorted(rowOrder(query.sorting));
  const list = rows.getList();
  expect(list.rows.map(({ item }) => item)).toEqual(expected.map(({ item }) => item));
  expect(list.summary).toEqual(summarizeJumpItems(expected.map(({ item }) => item)));
  expect(list.scopeTotal).toBe([...model.values()].filter((item) => isInScopes(item, query.scopes)).length);
  expect(list.counts.all.total).toBe(model.size);
  expect(list.rows.map(({ id }) => rows.indexOf(id))).toEqual(list.rows.map((_, index) => index));
  const listedIds = new Set(list.rows.map(({ id }) => id));
  for (const { id } of model.values()) if (!listedIds.has(id)) expect(rows.indexOf(id)).toBe(-1);
}

type Step = typeof aStep extends fc.Arbitrary<infer S> ? S : never;

/** One step on the list and on its model. */
function take(step: Step, rows: JumpItemRows, model: Map<string, JumpItem>): void {
  switch (step.kind) {
    case 'upsert':
      rows.apply({ upserted: step.items, removed: [] });
      for (const item of step.items) model.set(item.id, item);
      break;
    case 'remove': {
      const ids = step.ids.map((number) => JumpItemId.parse(`ji-${number}`));
      rows.apply({ upserted: [], removed: ids });
      for (const id of ids) model.delete(id);
      break;
    }
    case 'query':
      rows.setQuery(step.query);
      break;
    case 'search':
      rows.setQuery({ ...rows.getList().query, terms: step.terms });
      break;
    case 'snapshot':
      rows.beginSnapshot(step.items.length);
      rows.apply({ upserted: step.items, removed: [] });
      rows.endSnapshot();
      model.clear();
      for (const item of step.items) model.set(item.id, item);
      break;
    case 'clear':
      rows.clear();
      model.clear();
      break;
    case 'publish':
      rows.publish();
  }
}

test('R1.11 whatever comes in whatever order, the list is that of a naive model', () => {
  fc.assert(
    fc.property(fc.array(aStep, { maxLength: 30 }), (steps) => {
      const rows = createJumpItemRows(everything, searchWords);
      const model = new Map<string, JumpItem>();
      for (const step of steps) {
        take(step, rows, model);
        if (step.kind === 'publish') expectModel(rows, model, rows.getList().query);
      }
      rows.publish();
      expectModel(rows, model, rows.getList().query);
    }),
    { numRuns: 500 },
  );
});

test('whatever comes, changes and goes, of each computer the older Jump Clients are listed', () => {
  const terms = fc.constantFrom('duplicate:older', 'duplicate:newest', '-duplicate:older').map(termsOf);
  fc.assert(
    fc.property(terms, fc.array(aChange, { maxLength: 30 }), (searched, changes) => {
      const rows = rowsOf();
      const model = new Map<string, JumpItem>();
      rows.setQuery({ ...everything, terms: searched });
      for (const change of changes) {
        take(change, rows, model);
        if (change.kind === 'publish') expectModel(rows, model, rows.getList().query);
      }
    }),
  );
});
