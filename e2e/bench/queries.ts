import type { JumpItem } from '#app/domain/jump-item.ts';
import { buildHaystack, parseSearch, SEARCH_FIELDS } from '#app/domain/jump-item-search.ts';
import { benchSearchWords } from './bench-search-words.ts';
import { holdsAll } from './plain-search.ts';

/** What a representative types: words of the list, whole and in part, several at once, mistakes taken back. */
const TYPED = [
  'leeds till',
  'kowalkx⌫⌫ski',
  'offline',
  'meeting room',
  'stock scan',
  'receipt',
  'warehouse⌫⌫⌫⌫',
] as const;

/** One key, and the list that it should bring. */
export type Keystroke = {
  /** As Playwright's keyboard names it. */
  readonly key: string;
  readonly query: string;
  readonly count: number;
  /** The key changes the list: only then is there something to wait for. */
  readonly changes: boolean;
};

export class SearchExpectations {
  readonly #items: readonly { name: string; haystack: string }[];
  constructor(items: readonly JumpItem[]) {
    this.#items = items.map((item) => ({
      name: item.name,
      haystack: buildHaystack(item, SEARCH_FIELDS, benchSearchWords),
    }));
  }

  /** The names of all items that a query finds. */
  names(query: string): ReadonlySet<string> {
    const terms = parseSearch(query);
    return new Set(this.#items.filter(({ haystack }) => holdsAll(haystack, terms)).map(({ name }) => name));
  }

  count(query: string): number {
    const terms = parseSearch(query);
    return this.#items.reduce((sum, { haystack }) => sum + Number(holdsAll(haystack, terms)), 0);
  }

  /** Every query key by key; each ends with the field emptied, one delete after the other. */
  keystrokes(): readonly Keystroke[] {
    const strokes: Keystroke[] = [];
    let query = '';
    let count = this.#items.length;
    const press = (key: string, next: string) => {
      const nextCount = this.count(next);
      strokes.push({ key, query: next, count: nextCount, changes: nextCount !== count });
      query = next;
      count = nextCount;
    };
    for (const typed of TYPED) {
      for (const key of typed) {
        if (key === '⌫') press('Backspace', query.slice(0, -1));
        else press(key, query + key);
      }
      while (query !== '') press('Backspace', query.slice(0, -1));
    }
    return strokes;
  }
}
