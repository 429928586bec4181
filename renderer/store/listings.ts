import type { Duplicate } from '#app/domain/duplicates.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { isInScopes } from '#app/domain/jump-item-scope.ts';
import type { SearchWords } from '#app/domain/jump-item-search.ts';
import type { SummaryCounter } from '#app/domain/jump-item-summary.ts';
import { matchesQuery, type SearchScope } from '#app/domain/search-match.ts';
import { queryNarrows, type SearchTerm } from '#app/domain/search-query.ts';
import type { JumpItemQuery } from './jump-item-query.ts';
import type { JumpItemRow, RowOrder } from './jump-item-row.ts';
import type { Demand, MemoryOrder } from './memory-order.ts';
import { mergeRows } from './merge-rows.ts';

/** Longer ways back to an earlier search are scanned anew. */
const MOST_KEPT = 12;

type DuplicateOf = (item: JumpItem) => Duplicate | null;

/** Rows in their order, and how many of them are what (R1.7). */
export type CountedRows = { readonly rows: readonly JumpItemRow[]; readonly counter: SummaryCounter };

/** Rows that went and came, and the order of all. */
export type RowChanges = {
  readonly gone: readonly JumpItemRow[];
  readonly arrived: readonly JumpItemRow[];
  readonly order: RowOrder;
};

export type Listings = {
  shown(): CountedRows;
  isListed(row: JumpItemRow): boolean;
  /**
   * Lists by a query.
   * @param mayReuse only the terms differ from those of the last query
   */
  list(query: JumpItemQuery, everything: CountedRows, mayReuse: boolean): void;
  /** @param everything with the changes already */
  merge(everything: CountedRows, changes: RowChanges): void;
};

type Listing = CountedRows & { readonly terms: readonly SearchTerm[]; readonly isEverything: boolean };

/**
 * What the search finds, and what it found on the way there: each listing narrows the one before it. A key more scans
 * what the last listing holds, and a key taken back scans nothing.
 */
export function createListings(
  query: JumpItemQuery,
  everything: CountedRows,
  words: SearchWords,
  duplicateOf: DuplicateOf,
  memory: MemoryOrder,
): Listings {
  let { scopes } = query;
  let searchScope = searchScopeOf(query, words, duplicateOf);
  let kept: readonly Listing[] = [listingOf(query.terms, everything)];
  const shown = () => kept.at(-1) ?? { ...everything, terms: [], isEverything: true };

  function isEverywhere(): boolean {
    return scopes.some((scope) => scope.kind === 'all');
  }
  const matches = (row: JumpItemRow, terms: readonly SearchTerm[]) =>
    isInScopes(row.item, scopes) && matchesQuery(row, terms, searchScope);

  /** What must hold of a row, with as little as can be asked of each of 100,000. */
  function demandOf(terms: readonly SearchTerm[]): Demand {
    const [first, ...more] = terms;
    const isText = first?.kind === 'text' && !first.negated;
    const text = isText ? first.text : null;
    const others = isText ? more : terms;
    if (!isEverywhere()) return { text, rest: (row) => matches(row, others) };
    return { text, rest: others.length === 0 ? null : (row) => matchesQuery(row, others, searchScope) };
  }

  function listingOf(terms: readonly SearchTerm[], { rows, counter }: CountedRows): Listing {
    // Everything is one array, not two: what is merged into one need not be merged into the other.
    const isEverything = terms.length === 0 && isEverywhere();
    if (isEverything) return { rows, counter, terms, isEverything };
    return { ...memory.narrow(rows, demandOf(terms)), terms, isEverything };
  }

  function merged(listing: Listing, everything: CountedRows, { gone, arrived, order }: RowChanges): Listing {
    if (listing.isEverything) return { ...listing, ...everything };
    const coming = arrived.filter((row) => matches(row, listing.terms));
    const { rows, left, swaps } = mergeRows(listing.rows, gone, coming, order);
    memory.follow(listing.rows, rows, swaps);
    for (const { bucket } of left) listing.counter.count(bucket, -1);
    for (const { bucket } of coming) listing.counter.count(bucket, 1);
    return { ...listing, rows };
  }

  return {
    shown,
    isListed: (row) => matches(row, shown().terms),
    list(next, everything, mayReuse) {
      scopes = next.scopes;
      searchScope = searchScopeOf(next, words, duplicateOf);
      const wider = mayReuse ? kept.filter(({ terms }) => queryNarrows(terms, next.terms)) : [];
      const nearest = wider.at(-1);
      const isSame = nearest !== undefined && queryNarrows(next.terms, nearest.terms);
      kept = isSame ? wider : [...wider.slice(1 - MOST_KEPT), listingOf(next.terms, nearest ?? everything)];
    },
    merge(everything, changes) {
      kept = kept.map((listing) => merged(listing, everything, changes));
    },
  };
}

/** What the query's terms are asked of. */
export function searchScopeOf(
  query: Pick<JumpItemQuery, 'searchFields' | 'groupLabels'>,
  words: SearchWords,
  duplicateOf: DuplicateOf,
): SearchScope {
  return {
    fields: query.searchFields,
    words,
    duplicateOf,
    groupLabel: (item) => query.groupLabels.get(item.jumpGroupId) ?? '',
  };
}
