import type { JumpItemChanges } from '#app/contracts/appliance-protocol.ts';
import type { JumpItemId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import {
  buildHaystack,
  matchesSearch,
  narrowsSearch,
  type SearchWords,
} from '#app/domain/jump-item-search.ts';
import { createSummaryCounter, type JumpItemSummary } from '#app/domain/jump-item-summary.ts';
import { createJumpItemCounts, type JumpItemCounts } from './jump-item-counts.ts';
import { isInScope, isSameScope, type JumpItemQuery } from './jump-item-query.ts';
import { createRow, type JumpItemRow, rowOrder, sortKeyOf } from './jump-item-row.ts';
import { mergeRows } from './merge-rows.ts';

/** What every pane reads: a new one at each revision, its parts shared with the one before where they can be. */
export type JumpItemList = {
  readonly revision: number;
  /** By what it was listed. */
  readonly query: JumpItemQuery;
  /** What is listed, in its order. */
  readonly rows: readonly JumpItemRow[];
  /** The counts of what is listed (R1.7). */
  readonly summary: JumpItemSummary;
  /** How many items the selected group or tag has, whatever is searched. */
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
  let counts = createJumpItemCounts();
  let query = firstQuery;
  let order = rowOrder(query.sorting);
  let sorted: readonly JumpItemRow[] = [];
  let listed: readonly JumpItemRow[] = listsEverything(firstQuery) ? sorted : [];
  let arrived: JumpItemRow[] = [];
  let isDirty = false;
  let epoch = 0;
  let loading: { known: number; total: number } | null = null;
  let list = describe(0);

  function describe(revision: number): JumpItemList {
    const { scope } = query;
    const scopeCount =
      scope.kind === 'all'
        ? counts.all
        : scope.tag === null
          ? counts.group(scope.jumpGroupId)
          : counts.tag(scope.jumpGroupId, scope.tag);
    return {
      revision,
      query,
      rows: listed,
      summary: summaryOf(listed),
      scopeTotal: scopeCount.total,
      counts,
      loading: loading === null ? null : { ...loading },
    };
  }

  function show(): void {
    isDirty = false;
    list = describe(list.revision + 1);
    for (const listener of listeners) listener();
  }

  const isListed = ({ item, haystack }: JumpItemRow) =>
    isInScope(item, query.scope) && matchesSearch(haystack, query.terms);

  function leave(row: JumpItemRow): void {
    row.replaced = true;
    counts.count(row.item, -1);
    isDirty = true;
  }

  function upsert(item: JumpItem): void {
    const before = byId.get(item.id);
    if (before !== undefined) leave(before);
    if (loading !== null && before?.epoch !== epoch) loading.known += 1;
    const row = createRow(item, epoch, { ...query, searchWords });
    byId.set(item.id, row);
    counts.count(item, 1);
    arrived.push(row);
    isDirty = true;
  }

  function remove(id: JumpItemId): void {
    const row = byId.get(id);
    if (row === undefined) return;
    byId.delete(id);
    leave(row);
  }

  function mergeArrived(): void {
    const rows = arrived.filter((row) => !row.replaced);
    arrived = [];
    const isEverything = listed === sorted;
    sorted = mergeRows(sorted, rows, order);
    listed = isEverything ? sorted : mergeRows(listed, rows.filter(isListed), order);
  }

  function sortAnew(before: JumpItemQuery): void {
    order = rowOrder(query.sorting);
    if (isReversal(before, query)) {
      sorted = sorted.toReversed();
      return;
    }
    for (const row of sorted) row.sortKey = sortKeyOf(row, { ...query, searchWords });
    sorted = sorted.toSorted(order);
  }

  function setQuery(next: JumpItemQuery): void {
    if (isDirty) mergeArrived();
    const before = query;
    query = next;
    const hasNewFields = before.searchFields !== next.searchFields;
    if (hasNewFields) {
      for (const row of sorted) row.haystack = buildHaystack(row.item, next.searchFields, searchWords);
    }
    const mustSort = needsSort(before, next);
    if (mustSort) sortAnew(before);
    const canNarrow =
      !mustSort &&
      !hasNewFields &&
      isSameScope(before.scope, next.scope) &&
      narrowsSearch(before.terms, next.terms);
    // Everything is one array, not two: what is merged into one need not be merged into the other.
    listed = listsEverything(next) ? sorted : (canNarrow ? listed : sorted).filter(isListed);
    show();
  }

  return {
    getList: () => list,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: (id) => byId.get(id)?.item,
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
      mergeArrived();
      show();
    },
    clear() {
      for (const row of byId.values()) row.replaced = true;
      byId.clear();
      counts = createJumpItemCounts();
      loading = null;
      mergeArrived();
      show();
    },
  };
}

function summaryOf(rows: readonly JumpItemRow[]): JumpItemSummary {
  const counter = createSummaryCounter();
  for (const { bucket } of rows) counter.count(bucket);
  return counter.summary();
}

function listsEverything({ scope, terms }: JumpItemQuery): boolean {
  return scope.kind === 'all' && terms.length === 0;
}

function needsSort(before: JumpItemQuery, next: JumpItemQuery): boolean {
  return (
    before.sorting?.column !== next.sorting?.column ||
    before.sorting?.descending !== next.sorting?.descending ||
    (next.sorting?.column === 'group' && before.groupLabels !== next.groupLabels)
  );
}

/** The same column the other way round: no comparison is needed. */
function isReversal(before: JumpItemQuery, next: JumpItemQuery): boolean {
  return (
    before.sorting !== null &&
    before.sorting.column === next.sorting?.column &&
    before.sorting.descending !== next.sorting.descending &&
    before.groupLabels === next.groupLabels
  );
}
