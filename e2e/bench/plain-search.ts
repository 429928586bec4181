/** The barest search: words that must all stand in an item's haystack. */
export function holdsAll(haystack: string, words: readonly string[]): boolean {
  for (const word of words) if (!haystack.includes(word)) return false;
  return true;
}
