import { type DateRange, isSameRange, parseDateRange } from './date-range.ts';
import { foldText, SEARCH_FIELDS } from './jump-item-search.ts';

/** What may stand before a colon: the eleven fields of R1.5, what else the list shows, and shorter words for them. */
export const QUERY_FIELDS = [
  ...SEARCH_FIELDS,
  'duplicate',
  'group',
  'hostname',
  'operating-system',
  'status-since',
  'version',
] as const;
export type QueryField = (typeof QUERY_FIELDS)[number];

/** Those of which a span of time is asked, not a text. */
const DATE_FIELDS = ['last-accessed-date', 'status-since'] as const satisfies readonly QueryField[];
export type DateField = (typeof DATE_FIELDS)[number];
const isDateField = (field: QueryField): field is DateField =>
  (DATE_FIELDS as readonly QueryField[]).includes(field);

/** The word that stands for each field where one is offered. */
export const OFFERED_FIELD_WORDS = [
  'name',
  'comments',
  'tag',
  'group',
  'host',
  'user',
  'status',
  'method',
  'domain',
  'workgroup',
  'public',
  'private',
  'os',
  'version',
  'accessed',
  'since',
  'duplicate',
] as const;

const FIELD_WORDS: Readonly<Record<string, QueryField>> = {
  ...Object.fromEntries(QUERY_FIELDS.map((field) => [field, field])),
  comment: 'comments',
  user: 'console-user',
  domain: 'domain-group',
  method: 'jump-method',
  accessed: 'last-accessed-date',
  'last-accessed': 'last-accessed-date',
  private: 'private-ip',
  public: 'public-ip',
  workgroup: 'work-group',
  host: 'hostname',
  os: 'operating-system',
  since: 'status-since',
};

/** One condition of a query. All of them must hold. Positions count UTF-16 units of what was typed. */
export type SearchTerm = { readonly start: number; readonly end: number; readonly negated: boolean } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly field: QueryField; readonly text: string }
  | { readonly kind: 'date'; readonly field: DateField; readonly text: string; readonly range: DateRange }
);

/** A place in the query that could not be read, and why. The rest of the query still counts. */
export type SearchProblem = {
  readonly code: 'quote-not-closed' | 'value-missing' | 'date-not-understood';
  readonly start: number;
  readonly end: number;
};

export type SearchQuery = {
  readonly terms: readonly SearchTerm[];
  readonly problems: readonly SearchProblem[];
};

const WORD = /(?<minus>-?)(?:(?<field>[a-z][a-z-]*):)?(?:"(?<quoted>[^"]*)(?<closed>"?)|(?<bare>[^\s"]*))/giy;

/**
 * Reads what was typed: words, `"exact phrases"`, `-without`, `field:value`, and dates for `accessed:` and `since:`.
 * A word with a colon whose first half is no field is searched as it stands, so that addresses need no quotes.
 *
 * @param now milliseconds since 1970, for dates such as `today` and `<7d`
 */
export function parseSearchQuery(input: string, now: number): SearchQuery {
  const terms: SearchTerm[] = [];
  const problems: SearchProblem[] = [];
  for (let at = skipSpace(input, 0); at < input.length; at = skipSpace(input, at)) {
    WORD.lastIndex = at;
    const match = WORD.exec(input);
    const end = Math.max(match === null ? at : WORD.lastIndex, at + 1);
    readTerm(input.slice(at, end), match?.groups ?? {}, { start: at, end, now }, terms, problems);
    at = end;
  }
  return { terms, problems };
}

type Place = { start: number; end: number; now: number };

function readTerm(
  whole: string,
  groups: Readonly<Record<string, string | undefined>>,
  { start, end, now }: Place,
  terms: SearchTerm[],
  problems: SearchProblem[],
): void {
  const field = groups.field === undefined ? undefined : queryFieldOf(groups.field);
  const negated = groups.minus === '-' && whole.length > 1;
  const value = groups.quoted ?? groups.bare ?? '';
  if (groups.quoted !== undefined && groups.closed === '')
    problems.push({ code: 'quote-not-closed', start, end });
  if (field === undefined) {
    const text = foldText(groups.field === undefined ? value : `${groups.field}:${value}`);
    if (text !== '') terms.push({ kind: 'text', text, negated, start, end });
    else if (!negated && whole === '-') terms.push({ kind: 'text', text: '-', negated: false, start, end });
    return;
  }
  if (value === '') {
    problems.push({ code: 'value-missing', start, end });
    return;
  }
  if (!isDateField(field)) {
    terms.push({ kind: 'field', field, text: foldText(value), negated, start, end });
    return;
  }
  const range = parseDateRange(value, now);
  if (range === null) problems.push({ code: 'date-not-understood', start, end });
  else terms.push({ kind: 'date', field, text: value.toLowerCase(), range, negated, start, end });
}

/**
 * What was typed without one part of it, a term's or a problem's, from its start to its end. The parts around it stay
 * apart, so that they are read as before.
 */
export function withoutPart(input: string, { start, end }: { start: number; end: number }): string {
  const before = input.slice(0, start).trimEnd();
  const after = input.slice(end).trimStart();
  return before === '' || after === '' ? before + after : `${before} ${after}`;
}

/** The field that a word before a colon names, whatever its case. */
export function queryFieldOf(word: string): QueryField | undefined {
  const key = word.toLowerCase();
  return Object.hasOwn(FIELD_WORDS, key) ? FIELD_WORDS[key] : undefined;
}

function skipSpace(input: string, from: number): number {
  let at = from;
  while (at < input.length && /\s/.test(input.charAt(at))) at += 1;
  return at;
}

/** True when both ask the same, though perhaps at another time: what `<7d` means may differ, and nothing else. */
export function isSameQuestion(one: readonly SearchTerm[], other: readonly SearchTerm[]): boolean {
  return one.length === other.length && one.every((term, place) => isSameTerm(term, other[place]));
}

function isSameTerm(one: SearchTerm, other: SearchTerm | undefined): boolean {
  if (other === undefined || one.negated !== other.negated || one.text !== other.text) return false;
  if (one.kind === 'text' || other.kind === 'text') return one.kind === other.kind;
  return one.field === other.field;
}

/** True when the same terms mean other spans of time than before, or might. */
export function meansOtherTimes(before: readonly SearchTerm[], next: readonly SearchTerm[]): boolean {
  return before.some((term, place) => {
    const other = next[place];
    return term.kind === 'date' && (other?.kind !== 'date' || !isSameRange(term.range, other.range));
  });
}

/** True when whatever `next` finds, `previous` found too: the search may start from that result. */
export function queryNarrows(previous: readonly SearchTerm[], next: readonly SearchTerm[]): boolean {
  return previous.every((before) => next.some((after) => implies(after, before)));
}

function implies(after: SearchTerm, before: SearchTerm): boolean {
  if (after.negated !== before.negated) return false;
  if (after.kind !== 'text' && before.kind !== 'text' && after.field !== before.field) return false;
  if (after.kind === 'date' || before.kind === 'date')
    return after.kind === 'date' && before.kind === 'date' && isSameRange(after.range, before.range);
  if (after.kind !== before.kind) return false;
  return after.negated ? before.text.includes(after.text) : after.text.includes(before.text);
}
