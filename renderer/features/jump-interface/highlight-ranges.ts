import { foldText } from '#app/domain/jump-item-search.ts';

export type TextPart = { readonly text: string; readonly isMatch: boolean };

/**
 * Cuts a text where the search's terms stand in it (R1.5). A text whose folding changes its length (`ß`, `ﬁ`) is left
 * whole: found, but not marked.
 */
export function highlightRanges(text: string, terms: readonly string[]): readonly TextPart[] {
  const folded = foldText(text);
  if (terms.length === 0 || folded.length !== text.length) return [{ text, isMatch: false }];
  const isMarked = new Array<boolean>(text.length).fill(false);
  for (const term of terms) {
    for (let at = folded.indexOf(term); at !== -1; at = folded.indexOf(term, at + 1)) {
      isMarked.fill(true, at, at + term.length);
    }
  }
  const parts: TextPart[] = [];
  let from = 0;
  for (let index = 1; index <= text.length; index += 1) {
    if (index < text.length && isMarked[index] === isMarked[from]) continue;
    parts.push({ text: text.slice(from, index), isMatch: isMarked[from] ?? false });
    from = index;
  }
  return parts;
}
