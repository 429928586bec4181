import type { JumpItem } from '#app/domain/jump-item.ts';
import { foldText, SEARCH_FIELDS, type SearchField } from '#app/domain/jump-item-search.ts';
import { matchesQuery, queryFieldText, type SearchScope } from '#app/domain/search-match.ts';
import type { DateField, QueryField, SearchTerm } from '#app/domain/search-query.ts';
import type { ColumnId } from '../../store/jump-item-query.ts';

/** The field of the search that each column shows; null: its text is not searched. */
const FIELD_OF_COLUMN: Readonly<Record<ColumnId, QueryField | null>> = {
  name: 'name',
  hostname: 'hostname',
  method: 'jump-method',
  comments: 'comments',
  group: 'group',
  status: 'status',
  tag: 'tag',
  'last-accessed': 'last-accessed-date',
  'console-user': 'console-user',
  'public-ip': 'public-ip',
  'private-ip': 'private-ip',
  'operating-system': 'operating-system',
  version: 'version',
  domain: 'domain-group',
  'work-group': 'work-group',
  uptime: null,
};

/**
 * A span of time is no part of a text: where one was searched, all that stands in this column is marked. Since when a
 * status holds is told where the status stands.
 */
const COLUMN_OF_DATE: Readonly<Record<DateField, ColumnId>> = {
  'last-accessed-date': 'last-accessed',
  'status-since': 'status',
};

/** A field that no shown column shows, in which a row was found; and what is to be marked in its text. */
export type HiddenMatch = {
  readonly field: QueryField;
  readonly text: string;
  readonly terms: readonly string[];
};

/** What a search marks in the rows in sight. */
export type SearchMarks = {
  /** The folded texts to mark in a column where it shows this text. */
  termsOf(column: ColumnId, text?: string): readonly string[];
  /** The first part of the search that a row has nowhere in sight; null where all is in sight. */
  hiddenMatch(item: JumpItem): HiddenMatch | null;
};

const NOTHING: readonly string[] = [];
export const NO_MARKS: SearchMarks = { termsOf: () => NOTHING, hiddenMatch: () => null };

/** @param columns those that are shown */
export function createSearchMarks(
  terms: readonly SearchTerm[],
  columns: readonly ColumnId[],
  scope: SearchScope,
): SearchMarks {
  const positive = terms.filter((term) => !term.negated);
  if (positive.length === 0) return NO_MARKS;
  const dates = new Set(
    positive.flatMap((term) => (term.kind === 'date' ? [COLUMN_OF_DATE[term.field]] : [])),
  );
  const shown = new Set<QueryField | null>(columns.map((column) => FIELD_OF_COLUMN[column]));
  if (shown.has('status')) shown.add('status-since');
  const byColumn = new Map(
    columns.map((column) => [column, textsIn(FIELD_OF_COLUMN[column], positive, scope)] as const),
  );
  return {
    termsOf: (column, text = '') => {
      if (text !== '' && dates.has(column)) return [foldText(text)];
      return byColumn.get(column) ?? NOTHING;
    },
    hiddenMatch(item) {
      for (const term of positive) {
        const match = hiddenMatchOf(item, term, shown, scope);
        if (match !== null) return match;
      }
      return null;
    },
  };
}

function isSearched(field: QueryField, scope: SearchScope): boolean {
  return (scope.fields as readonly QueryField[]).includes(field);
}

/** The texts that a field is searched for: words of no field where it is checked, and those that name it. */
function textsIn(
  field: QueryField | null,
  terms: readonly SearchTerm[],
  scope: SearchScope,
): readonly string[] {
  if (field === null) return NOTHING;
  return terms.flatMap((term) => {
    if (term.kind === 'date') return [];
    const concerns = term.kind === 'field' ? term.field === field : isSearched(field, scope);
    return concerns ? [term.text] : [];
  });
}

function hiddenMatchOf(
  item: JumpItem,
  term: SearchTerm,
  shown: ReadonlySet<QueryField | null>,
  scope: SearchScope,
): HiddenMatch | null {
  if (term.kind === 'date') {
    const text = queryFieldText(item, term.field, scope);
    if (shown.has(term.field) || text === '') return null;
    if (!matchesQuery({ item, haystack: '' }, [term], scope)) return null;
    return { field: term.field, text, terms: [foldText(text)] };
  }
  const fields = term.kind === 'field' ? [term.field] : searchedFields(scope);
  const found = fields.filter((field) => foldText(queryFieldText(item, field, scope)).includes(term.text));
  const [first] = found;
  if (first === undefined || found.some((field) => shown.has(field))) return null;
  return { field: first, text: excerpt(queryFieldText(item, first, scope), term.text), terms: [term.text] };
}

function searchedFields({ fields }: SearchScope): readonly SearchField[] {
  return SEARCH_FIELDS.filter((field) => fields.includes(field));
}

/** What stands before the match is cut when there is much of it: the match must be in sight. */
const MOST_BEFORE = 12;

function excerpt(text: string, term: string): string {
  const at = foldText(text).indexOf(term);
  if (at <= MOST_BEFORE) return text;
  // Where folding changes lengths the place is only near; a pair of surrogates is never cut in two.
  const from = at - MOST_BEFORE / 2;
  return `…${text.slice(from).replace(/^[\uDC00-\uDFFF]/, '')}`;
}
