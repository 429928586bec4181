import { JUMP_METHODS } from '#app/domain/jump-item.ts';
import { foldText } from '#app/domain/jump-item-search.ts';
import { JUMP_ITEM_STATUSES } from '#app/domain/jump-item-status.ts';
import type { Console } from '../../store/console-context.tsx';
import { searchWords } from '../../store/search-words.ts';

/** What the field offers: a search that was used lately, or a value for the field that is being typed. */
export type SearchSuggestion = {
  readonly kind: 'recent' | 'value';
  /** What is shown. */
  readonly text: string;
  /** What the field holds when it is taken. */
  readonly search: string;
};

/** More of them are no help. */
const MOST_VALUES = 8;
const VALUE_BEING_TYPED = /(?:^|\s)-?(?<field>tag|status|method|jump-method|group):"?(?<value>[^\s"]*)$/i;

/** For an empty field the recent searches; after `tag:`, `status:`, `method:` or `group:` what may stand there. */
export function searchSuggestions(
  text: string,
  { store, rows }: Pick<Console, 'store' | 'rows'>,
): readonly SearchSuggestion[] {
  if (text === '') {
    const { recentSearches } = store.getState().preferences;
    return recentSearches.map((search) => ({ kind: 'recent', text: search, search }));
  }
  const typed = VALUE_BEING_TYPED.exec(text)?.groups;
  if (typed?.field === undefined || typed.value === undefined) return [];
  const wanted = foldText(typed.value);
  const start = text.slice(0, text.lastIndexOf(':') + 1);
  return valuesOf(typed.field.toLowerCase(), { store, rows })
    .filter((value) => foldText(value).includes(wanted) && foldText(value) !== wanted)
    .toSorted()
    .slice(0, MOST_VALUES)
    .map((value) => ({ kind: 'value', text: value, search: `${start}${quoted(value)} ` }));
}

function valuesOf(field: string, { store, rows }: Pick<Console, 'store' | 'rows'>): readonly string[] {
  const groups = [...store.getState().jumpGroups.rows.values()];
  switch (field) {
    case 'tag': {
      const { counts } = rows.getList();
      // A quotation mark cannot stand in a phrase.
      return [...new Set(groups.flatMap(({ id }) => counts.tags(id)))].filter((tag) => !tag.includes('"'));
    }
    case 'group':
      return [...new Set(groups.map(({ name }) => name))].filter((name) => !name.includes('"'));
    case 'status':
      return JUMP_ITEM_STATUSES.map((status) => searchWords.status[status]);
    default:
      return JUMP_METHODS.map((method) => searchWords.jumpMethod[method]);
  }
}

function quoted(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value;
}
