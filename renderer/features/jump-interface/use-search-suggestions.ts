import { type KeyboardEvent, useMemo, useState } from 'react';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import { type SearchSuggestion, searchSuggestions } from './search-suggestions.ts';

const NONE: readonly SearchSuggestion[] = [];

/** The list under the search field: open while it has the focus and there is something to offer. */
export function useSearchSuggestions(text: string) {
  const console = useConsole();
  const recentSearches = useConsoleState((state) => state.preferences.recentSearches);
  const [isWanted, setWanted] = useState(false);
  const [active, setActive] = useState(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the recent searches are read from the store
  const suggestions = useMemo(
    () => (isWanted ? searchSuggestions(text, console) : NONE),
    [isWanted, text, console, recentSearches],
  );

  const take = ({ kind, search }: SearchSuggestion) => {
    setActive(-1);
    setWanted(kind !== 'recent');
    console.store.getState().search(search);
  };
  const move = (by: 1 | -1) => {
    setWanted(true);
    const { length } = isWanted ? suggestions : searchSuggestions(text, console);
    if (length > 0) setActive((active + by + length + (active === -1 && by === -1 ? 1 : 0)) % length);
    return length > 0;
  };
  /** @returns whether the key meant the list */
  const onKey = (event: KeyboardEvent): boolean => {
    const chosen = suggestions[active];
    switch (event.key) {
      case 'ArrowDown':
        return move(1);
      case 'ArrowUp':
        return move(-1);
      case 'Enter':
        if (chosen !== undefined) take(chosen);
        return chosen !== undefined;
      case 'Delete':
        if (chosen?.kind !== 'recent') return false;
        console.store.getState().forgetSearch(chosen.search);
        setActive(Math.min(active, suggestions.length - 2));
        return true;
      case 'Escape': {
        const isOpen = suggestions.length > 0;
        setWanted(false);
        setActive(-1);
        return isOpen;
      }
      default:
        return false;
    }
  };
  return {
    suggestions,
    active,
    onKey,
    take,
    offer() {
      setWanted(true);
      setActive(-1);
    },
    close() {
      setWanted(false);
      setActive(-1);
    },
  };
}
