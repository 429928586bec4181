import type { StateCreator } from 'zustand';
import type { ConsoleApi } from '#app/contracts/console-api.ts';
import { DEFAULT_PREFERENCES, type Preferences, type PreferencesChange } from '#app/contracts/preferences.ts';

export type PreferencesSlice = {
  readonly preferences: Preferences;
  /** Takes what main remembers. */
  setPreferences(preferences: Preferences): void;
  /** Changes some of them here and now, and has main remember them. */
  changePreferences(change: PreferencesChange): void;
};

export function createPreferencesSlice(
  api: Pick<ConsoleApi, 'savePreferences'>,
  onBug: (error: unknown) => void,
): StateCreator<PreferencesSlice> {
  return (set) => ({
    preferences: DEFAULT_PREFERENCES,
    setPreferences: (preferences) => set({ preferences }),
    changePreferences(change) {
      set((state) => ({ preferences: { ...state.preferences, ...definedOf(change) } }));
      api.savePreferences(change).catch(onBug);
    },
  });
}

/** A key that is there with no value must not overwrite the one that is kept. */
function definedOf(change: PreferencesChange): Partial<Preferences> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
