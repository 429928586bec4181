import type { StateCreator } from 'zustand';
import type { ConsoleApi } from '#app/contracts/console-api.ts';
import { changedChoices, choiceName, type KeptChoice, withChoices } from '#app/contracts/kept-choices.ts';
import {
  DEFAULT_PREFERENCES,
  type FollowingPreferences,
  type Preferences,
  type PreferencesChange,
} from '#app/contracts/preferences.ts';

type Changed = PreferencesChange & { [K in keyof FollowingPreferences]?: Preferences[K] | undefined };

export type PreferencesSlice = {
  readonly preferences: Preferences;
  /** Takes what main remembers. */
  setPreferences(preferences: Preferences): void;
  /** Changes some of them here and now, and has main remember them. */
  changePreferences(change: Changed): void;
  /** Takes what the representative chose in another console; what is just being changed here is the newer word. */
  takeChoices(choices: readonly KeptChoice[]): void;
};

export function createPreferencesSlice(
  api: Pick<ConsoleApi, 'savePreferences' | 'keepChoices'>,
  onBug: (error: unknown) => void,
): StateCreator<PreferencesSlice> {
  /** The names of the choices that are on their way to main; each as often as it is. */
  let onTheWay: readonly string[] = [];

  async function keepChoices(choices: KeptChoice[]): Promise<void> {
    const names = choices.map(choiceName);
    onTheWay = [...onTheWay, ...names];
    try {
      await api.keepChoices({ choices });
    } finally {
      for (const name of names) onTheWay = onTheWay.toSpliced(onTheWay.indexOf(name), 1);
    }
  }

  return (set, get) => ({
    preferences: DEFAULT_PREFERENCES,
    setPreferences: (preferences) => set({ preferences }),
    changePreferences({ layout, searchFields, savedViews, ...local }) {
      const before = get().preferences;
      const following = definedOf({ layout, searchFields, savedViews });
      const preferences = { ...before, ...definedOf(local), ...following };
      set({ preferences });
      const choices = Object.keys(following).length === 0 ? [] : changedChoices(before, preferences);
      if (choices.length > 0) keepChoices(choices).catch(onBug);
      if (Object.keys(local).length > 0) api.savePreferences(local).catch(onBug);
    },
    takeChoices(choices) {
      const news = choices.filter((choice) => !onTheWay.includes(choiceName(choice)));
      set({ preferences: withChoices(get().preferences, news) });
    },
  });
}

/** A key that is there with no value must not overwrite the one that is kept. */
function definedOf(change: Changed): Partial<Preferences> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
