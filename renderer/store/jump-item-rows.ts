import type { JumpItemChanges } from '#app/contracts/appliance-protocol.ts';
import { createDuplicates, type Duplicate, type Duplicates } from '#app/domain/duplicates.ts';
import type { JumpItemId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { buildHaystack, type SearchWords } from '#app/domain/jump-item-search.ts';
import { createSummaryCounter, type JumpItemSummary } from '#app/domain/jump-item-summary.ts';
import { countsAlike, createJumpItemCounts, type JumpItemCounts, totalOf } from './jump-item-counts.ts';
import type { JumpItemQuery } from './jump-item-query.ts';
import { computeSortKeys, createRow, type JumpItemRow, rowOrder } from './jump-item-row.ts';
import { type CountedRows, createListings } from './listings.ts';
import { createMemoryOrder } from './memory-order.ts';
import { mergeRows, placeOf } from './merge-rows.ts';
import { isReversal, isSameButTerms, needsSort } from './query-change.ts';

/** What every pane reads: a new one at each revision, its parts shared with the one before where they can be. */
export type JumpItemList = {
  readonly revision: number;
  /** Rises when an item comes or goes; a changed one leaves it as it is. */
  readonly membership: number;
  /** By what it was listed. */
  readonly query: JumpItemQuery;
  /** What is listed, in its order. */
  readonly rows: readonly JumpItemRow[];
  /** The counts of what is listed (R1.7). */
  readonly summary: JumpItemSummary;
  /** How many items the chosen groups and tags have, whatever is searched. */
  readonly scopeTotal: number;
  readonly counts: JumpItemCounts;
  /** How far the snapshot is; null once all rows are known. */
  readonly loading: { readonly known: number; readonly total: number } | null;
};

export type JumpItemRows = {
  getList(): JumpItemList;
  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void;
  get(id: JumpItemId): JumpItem | undefined;
  /** The row of an item that the list shows. */
  getListed(id: JumpItemId): JumpItemRow | undefined;
  /** Where the list shows an item; −1 where it does not. */
  indexOf(id: JumpItemId): number;
  /** What an item is among those of one computer. The first question compares all items; from then on they are followed. */
  duplicateOf(item: JumpItem): Duplicate | null;
  /** The first rows that pass, listed or not, in the list's order. */
  find(passes: (row: JumpItemRow) => boolean, limit: number): readonly JumpItemRow[];
  /** Every row, listed or not, in the list's order, as it was shown last. A later change leaves this array as it is. */
  all(): readonly JumpItemRow[];
  /** Lists by another query, at once. */
  setQuery(query: JumpItemQuery): void;
  /** A fresh snapshot begins: rows that it does not name leave at its end. */
  beginSnapshot(total: number): void;
  endSnapshot(): void;
  apply(changes: JumpItemChanges): void;
  /** Shows what was applied since the last call; nothing new, nothing happens. */
  publish(): void;
  /** Forgets everything, as at sign-out. */
  clear(): void;
};

/**
 * The mirror of the appliance's Jump Items, outside of the zustand store: 100,000 rows are never copied as a Map.
 * Changes are gathered with `apply` and merged into the sorted arrays with `publish`, at most once a frame.
 */
export function createJumpItemRows(firstQuery: JumpItemQuery, searchWords: SearchWords): JumpItemRows {
  const listeners = new Set<() => void>();
  const byId = new Map<JumpItemId, JumpItemRow>();
  const counts = createJumpItemCounts();
  let query = firstQuery;
  let order = rowOrder(query.sorting);
  let everything: CountedRows = { rows: [], counter: createSummaryCounter() };
  const memory = createMemoryOrder();
  const listings = createListings(query, everything, searchWords, duplicateOf, memory);
  let duplicates: Duplicates | null = null;
  let gone: JumpItemRow[] = [];
  let arrived: JumpItemRow[] = [];
  let isDirty = false;
  let epoch = 0;
  let membership = 0;
  let loading: { known: number; total: number } | null = null;
  let list = describe(0);

  function describe(revision: number): JumpItemList {
    const { rows, counter } = listings.shown();
    return {
      revision,
      membership,
      query,
      rows,
      summary: counter.summary(),
      scopeTotal: totalOf(query.scopes, counts.current()),
      counts: counts.current(),
      loading: loading === null ? null : { ...loading },
    };
  }

  function show(): void {
    isDirty = false;
    list = describe(list.revision + 1);
    for (const listener of listeners) listener();
  }

  function leave(row: JumpItemRow): void {
    row.replaced = true;
    memory.remove(row);
    gone.push(row);
    isDirty = true;
  }

  function count({ item, bucket }: JumpItemRow, by: 1 | -1): void {
    counts.count(item, by);
    everything.counter.count(bucket, by);
  }

  function arrive(item: JumpItem, seenIn: number): JumpItemRow {
    const row = createRow(item, seenIn, { ...query, searchWords });
    byId.set(item.id, row);
    memory.add(row);
    arrived.push(row);
    isDirty = true;
    return row;
  }

  function upsert(item: JumpItem): void {
    const before = byId.get(item.id);
    if (before === undefined) membership += 1;
    else leave(before);
    if (loading !== null && before?.epoch !== epoch) loading.known += 1;
    const row = arrive(item, epoch);
    if (before === undefined || !countsAlike(before.item, item)) {
      if (before !== undefined) count(before, -1);
      count(row, 1);
    }
    followDuplicates(before?.item, item);
  }

  function remove(id: JumpItemId): void {
    const row = byId.get(id);
    if (row === undefined) return;
    byId.delete(id);
    membership += 1;
    count(row, -1);
    leave(row);
    followDuplicates(row.item, undefined);
  }

  function duplicateOf(item: JumpItem): Duplicate | null {
    duplicates ??= createDuplicates([...byId.values()].map((row) => row.item));
    return duplicates.of(item);
  }

  /** Items that are older or newest now because of another: what a search finds of them is another thing. */
  function followDuplicates(before: JumpItem | undefined, after: JumpItem | undefined): void {
    for (const id of duplicates?.change(before, after) ?? []) {
      const row = byId.get(id);
      if (row === undefined) continue;
      leave(row);
      arrive(row.item, row.epoch);
    }
  }

  function mergeChanges(): void {
    const changes = { gone, arrived: arrived.filter((row) => !row.replaced), order };
    gone = [];
    arrived = [];
    const { rows, swaps } = mergeRows(everything.rows, changes.gone, changes.arrived, order);
    memory.follow(everything.rows, rows, swaps);
    everything = { ...everything, rows };
    listings.merge(everything, changes);
  }

  function sortAnew(before: JumpItemQuery): void {
    order = rowOrder(query.sorting);
    if (isReversal(before, query)) {
      everything = { ...everything, rows: everything.rows.toReversed() };
      return;
    }
    for (const row of everything.rows) computeSortKeys(row, { ...query, searchWords });
    everything = { ...everything, rows: everything.rows.toSorted(order) };
  }

  function setQuery(next: JumpItemQuery): void {
    if (isDirty) mergeChanges();
    const before = query;
    query = next;
    if (before.searchFields !== next.searchFields) {
      for (const row of everything.rows) {
        row.haystack = buildHaystack(row.item, next.searchFields, searchWords);
      }
      memory.rewrite();
    }
    const mustSort = needsSort(before, next);
    if (mustSort) sortAnew(before);
    listings.list(next, everything, !mustSort && isSameButTerms(before, next));
    show();
  }

  return {
    getList: () => list,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: (id) => byId.get(id)?.item,
    getListed(id) {
      const row = byId.get(id);
      return row !== undefined && listings.isListed(row) ? row : undefined;
    },
    indexOf(id) {
      const row = byId.get(id);
      const place = row === undefined ? -1 : placeOf(list.rows, row, order, 0);
      return list.rows[place]?.id === id ? place : -1;
    },
    duplicateOf,
    find: (passes, limit) => firstOf(everything.rows, passes, limit),
    all: () => everything.rows,
    setQuery,
    beginSnapshot(total) {
      epoch += 1;
      loading = { known: 0, total };
      isDirty = true;
    },
    endSnapshot() {
      for (const row of byId.values()) if (row.epoch !== epoch) remove(row.id);
      loading = null;
      isDirty = true;
    },
    apply({ upserted, removed }) {
      for (const item of upserted) upsert(item);
      for (const id of removed) remove(id);
    },
    publish() {
      if (!isDirty) return;
      mergeChanges();
      show();
    },
    clear() {
      byId.clear();
      duplicates = null;
      memory.clear();
      membership += 1;
      gone = [];
      arrived = [];
      counts.clear();
      everything = { rows: [], counter: createSummaryCounter() };
      listings.list(query, everything, false);
      loading = null;
      show();
    },
  };
}

function firstOf(
  rows: readonly JumpItemRow[],
  passes: (row: JumpItemRow) => boolean,
  limit: number,
): readonly JumpItemRow[] {
  const found: JumpItemRow[] = [];
  for (const row of rows) {
    if (!passes(row)) continue;
    found.push(row);
    if (found.length === limit) break;
  }
  return found;
}
