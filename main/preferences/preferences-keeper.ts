import { join } from 'node:path';
import { z } from 'zod';
import { Preferences, type PreferencesChange } from '#app/contracts/preferences.ts';
import { readCheckedFile } from '../files/read-checked-file.ts';

/** Rises when an older console could not read what a newer one writes. */
const PREFERENCES_VERSION = 1;

const PreferencesFile = z.strictObject({
  version: z.literal(PREFERENCES_VERSION),
  preferences: Preferences,
});
type PreferencesFile = z.infer<typeof PreferencesFile>;

/** The part of electron-store that is used. It writes to a temporary file and renames it. */
export type PreferencesStore = { store: PreferencesFile };
export type PreferencesStoreOptions = {
  name: string;
  cwd: string;
  clearInvalidConfig: false;
  defaults: PreferencesFile;
};

export type PreferencesKeeper = {
  readonly preferences: Preferences;
  change(change: PreferencesChange | Partial<Preferences>): Preferences;
};

type Deps = {
  folder: string;
  now: () => number;
  openStore: (options: PreferencesStoreOptions) => PreferencesStore;
  /** The file was damaged, or a newer console's: it now lies at `path`, and the defaults are used. */
  onSetAside: (path: string) => void;
};

/** One person's choices, in `preferences.json`. A file that cannot be read is set aside, never wiped. */
export function openPreferences({ folder, now, openStore, onSetAside }: Deps): PreferencesKeeper {
  const file = readCheckedFile({
    path: join(folder, 'preferences.json'),
    schema: PreferencesFile,
    now: now(),
  });
  if (file.state === 'set-aside') onSetAside(file.path);
  let preferences = file.state === 'read' ? file.value.preferences : Preferences.parse({});
  const store = openStore({
    name: 'preferences',
    cwd: folder,
    clearInvalidConfig: false,
    defaults: { version: PREFERENCES_VERSION, preferences },
  });
  return {
    get preferences() {
      return preferences;
    },
    change(change) {
      preferences = Preferences.parse({ ...preferences, ...change });
      store.store = { version: PREFERENCES_VERSION, preferences };
      return preferences;
    },
  };
}
