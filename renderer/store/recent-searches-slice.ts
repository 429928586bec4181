import type { StateCreator } from 'zustand';
import { LONGEST_KEPT_SEARCH, MOST_RECENT_SEARCHES } from '#app/contracts/preferences.ts';
import type { PreferencesSlice } from './preferences-slice.ts';

export type RecentSearchesSlice = {
  /** Keeps a search that was used: each once, the newest first. One that is too long to keep is not kept. */
  keepSearch(text: string): void;
  forgetSearch(text: string): void;
};

export const createRecentSearchesSlice: StateCreator<
  RecentSearchesSlice & PreferencesSlice,
  [],
  [],
  RecentSearchesSlice
> = (_set, get) => {
  const without = (text: string) => get().preferences.recentSearches.filter((known) => known !== text);
  return {
    keepSearch(text) {
      const search = text.trim();
      if (search === '' || search.length > LONGEST_KEPT_SEARCH) return;
      if (get().preferences.recentSearches[0] === search) return;
      const recentSearches = [search, ...without(search)].slice(0, MOST_RECENT_SEARCHES);
      get().changePreferences({ recentSearches });
    },
    forgetSearch: (text) => get().changePreferences({ recentSearches: without(text) }),
  };
};
