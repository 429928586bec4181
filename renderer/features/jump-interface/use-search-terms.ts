import { useMemo } from 'react';
import { parseSearch } from '#app/domain/jump-item-search.ts';
import { useConsoleState } from '../../store/console-context.tsx';

/** What is searched, as the list searches it: for marking it in the cells. */
export function useSearchTerms(): readonly string[] {
  const text = useConsoleState((state) => state.searchText);
  return useMemo(() => parseSearch(text), [text]);
}
