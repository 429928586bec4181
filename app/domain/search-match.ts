import { isWithin } from './date-range.ts';
import type { Duplicate } from './duplicates.ts';
import type { JumpItem } from './jump-item.ts';
import { foldText, type SearchField, type SearchWords, searchFieldText } from './jump-item-search.ts';
import type { DateField, QueryField, SearchTerm } from './search-query.ts';

/** What a query is asked of: the checked fields (R1.5), and the words that the list shows for codes. */
export type SearchScope = {
  readonly fields: readonly SearchField[];
  readonly words: SearchWords;
  readonly groupLabel: (item: JumpItem) => string;
  readonly duplicateOf: (item: JumpItem) => Duplicate | null;
};

/** An item and the folded text of its checked fields, as `buildHaystack` gives it. */
export type Searchable = { readonly item: JumpItem; readonly haystack: string };

/** True when every term holds. A field that a term names is searched whether it is checked or not. */
export function matchesQuery(
  searchable: Searchable,
  terms: readonly SearchTerm[],
  scope: SearchScope,
): boolean {
  for (const term of terms) if (holds(searchable, term, scope) === term.negated) return false;
  return true;
}

function holds({ item, haystack }: Searchable, term: SearchTerm, scope: SearchScope): boolean {
  switch (term.kind) {
    case 'text':
      return haystack.includes(term.text);
    case 'date':
      return isWithin(term.range, momentOf(item, term.field));
    case 'field':
      return foldText(queryFieldText(item, term.field, scope)).includes(term.text);
  }
}

/** When a shortcut got its status is no moment: it has none. */
function momentOf(item: JumpItem, field: DateField): number | null {
  if (field === 'last-accessed-date') return item.lastAccessedAt;
  return item.method === 'jump-client' ? item.presenceSince : null;
}

/** The text of one field; of the eleven and of what else the list can show. */
export function queryFieldText(item: JumpItem, field: QueryField, scope: SearchScope): string {
  switch (field) {
    case 'duplicate':
      return duplicateText(scope.duplicateOf(item), scope.words);
    case 'group':
      return scope.groupLabel(item);
    case 'hostname':
      return item.hostname;
    case 'operating-system':
      return item.method === 'jump-client' ? item.operatingSystem : '';
    case 'status-since':
      return item.method === 'jump-client' ? scope.words.formatDate(item.presenceSince) : '';
    case 'version':
      return item.method === 'jump-client' ? item.version : '';
    default:
      return searchFieldText(item, field, scope.words);
  }
}

function duplicateText(duplicate: Duplicate | null, { duplicate: words }: SearchWords): string {
  if (duplicate === null) return '';
  return duplicate.is === 'newest' ? words.newest : words.older(duplicate.newest);
}
