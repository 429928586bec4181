import type { JumpItem } from '#app/domain/jump-item.ts';
import { buildHaystack, parseSearch, SEARCH_FIELDS } from '#app/domain/jump-item-search.ts';
import { benchSearchWords } from '../../bench-search-words.ts';
import { holdsAll } from '../../plain-search.ts';

/** An item with what the search reads, made once. */
export type Row = { item: JumpItem; haystack: string };
export type SortKey = 'name' | 'hostname' | 'comments';
export type Sorting = { readonly key: SortKey; readonly descending: boolean };

const rowOf = (item: JumpItem): Row => ({
  item,
  haystack: buildHaystack(item, SEARCH_FIELDS, benchSearchWords),
});

/** The plain array behind the floor's table: a scan for the search, one sort for the order. */
export class FloorList {
  #rows: Row[] = [];
  readonly #rowById = new Map<string, Row>();
  #terms: readonly string[] = [];
  #sorting: Sorting = { key: 'name', descending: false };
  /** What the table shows. */
  shown: readonly Row[] = [];

  append(items: readonly JumpItem[]): void {
    for (const item of items) {
      const row = rowOf(item);
      this.#rowById.set(item.id, row);
      this.#rows.push(row);
    }
    this.#filter();
  }

  /** Items change where they stand: their order waits for the next sort. */
  replace(items: readonly JumpItem[]): void {
    for (const item of items) {
      const row = this.#rowById.get(item.id);
      if (row !== undefined) Object.assign(row, rowOf(item));
    }
    this.#filter();
  }

  search(input: string): void {
    this.#terms = parseSearch(input);
    this.#filter();
  }

  sort(next: Sorting): void {
    const isReversal = next.key === this.#sorting.key && next.descending !== this.#sorting.descending;
    this.#sorting = next;
    if (isReversal) this.#rows.reverse();
    else this.#rows.sort(orderOf(next));
    this.#filter();
  }

  /** Brings everything into the order that was chosen, once the whole list is there. */
  sortAgain(): void {
    this.sort(this.#sorting);
  }

  #filter(): void {
    const terms = this.#terms;
    this.shown = terms.length === 0 ? this.#rows : this.#rows.filter((row) => holdsAll(row.haystack, terms));
  }
}

function orderOf({ key, descending }: Sorting): (a: Row, b: Row) => number {
  const direction = descending ? -1 : 1;
  return (a, b) => {
    const one = a.item[key];
    const other = b.item[key];
    return one === other ? 0 : one < other ? -direction : direction;
  };
}
