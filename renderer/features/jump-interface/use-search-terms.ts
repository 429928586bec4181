import { useMemo } from 'react';
import { parseSearchQuery } from '#app/domain/search-query.ts';
import { useConsoleState } from '../../store/console-context.tsx';

/** What is searched, as the list searches it: for marking it in the cells. */
export function useSearchTerms(): readonly string[] {
  const text = useConsoleState((state) => state.searchText);
  return useMemo(
    () =>
      parseSearchQuery(text, Date.now()).terms.flatMap((term) =>
        term.kind === 'text' && !term.negated ? [term.text] : [],
      ),
    [text],
  );
}
