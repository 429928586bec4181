import type { SearchTerm } from '#app/domain/search-query.ts';

/** A part of the search that is shown, and removed, as one. */
export type SearchChip = Pick<SearchTerm, 'start' | 'end' | 'negated'>;

/** A letter, a digit or a picture: what is nothing but marks between words tells nobody what was searched. */
const SAYS_SOMETHING = /[\p{L}\p{N}\p{So}]/u;

/**
 * One for each term. One that is nothing but marks, such as the dot of a copied `Leeds · Till 1`, stays with the word
 * before it, or else with the one behind; it is never a chip by itself.
 * @param text what was typed, in which the terms have their places
 */
export function searchChips(text: string, terms: readonly SearchTerm[]): readonly SearchChip[] {
  const chips: SearchChip[] = [];
  let before: { start: number; end: number } | null = null;
  for (const { start, end, negated } of terms) {
    const last = chips.at(-1);
    const isBehind = (part: { end: number }) => text.slice(part.end, start).trim() === '';
    const from: number = before !== null && isBehind(before) ? before.start : start;
    if (SAYS_SOMETHING.test(text.slice(start, end))) {
      chips.push({ start: from, end, negated });
      before = null;
    } else if (last !== undefined && isBehind(last)) chips.splice(-1, 1, { ...last, end });
    else before = { start: from, end };
  }
  return chips;
}
