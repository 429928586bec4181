import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { DEFAULT_PREFERENCES } from '#app/contracts/preferences.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openPreferences, type PreferencesStoreOptions } from './preferences-keeper.ts';

/** Writes as electron-store does, without Electron. */
function openPlainStore({ cwd, name }: PreferencesStoreOptions) {
  const path = join(cwd, `${name}.json`);
  return {
    get store() {
      return JSON.parse(readFileSync(path, 'utf8'));
    },
    set store(value) {
      writeFileSync(path, JSON.stringify(value, undefined, '\t'));
    },
  };
}

function open(folder: string) {
  const onSetAside = vi.fn();
  const keeper = openPreferences({ folder, now: () => 0, openStore: openPlainStore, onSetAside });
  return { keeper, onSetAside };
}

test('choices come back at the next start', () => {
  const folder = temporaryFolder();
  open(folder).keeper.change({ theme: 'dark', searchFields: ['name'] });
  const { keeper, onSetAside } = open(folder);
  expect(keeper.preferences).toEqual({ ...DEFAULT_PREFERENCES, theme: 'dark', searchFields: ['name'] });
  expect(onSetAside).not.toHaveBeenCalled();
});

test('an older file that lacks a choice gets its default', () => {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, 'preferences.json'),
    JSON.stringify({ version: 1, preferences: { theme: 'light' } }),
  );
  expect(open(folder).keeper.preferences).toEqual({ ...DEFAULT_PREFERENCES, theme: 'light' });
});

test.each([
  ["a newer console's", JSON.stringify({ version: 2, preferences: { theme: 'sepia' } })],
  ['a damaged one', '{"version":1,"preferences":{"theme":"da'],
  ['one with another owner', '[]'],
  ['one that is no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
])('%s is set aside as it was, and noticed', (_what, content) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'preferences.json'), content);
  const { keeper, onSetAside } = open(folder);
  expect(keeper.preferences).toEqual(DEFAULT_PREFERENCES);
  const [path] = onSetAside.mock.calls[0] ?? [];
  expect(readFileSync(path)).toEqual(Buffer.from(content));
  expect(readdirSync(folder)).toHaveLength(1);
});

test.each([
  'a'.repeat(128),
  '\u202Egpj.exe',
  '<img src=x onerror=alert(1)>',
  '__proto__',
  '../../etc',
  '\u2066\u2066',
  '{{7*7}} %00 &lt;',
])('a saved view that is named %j, with such a search and such columns, comes back as it was', (text) => {
  const folder = temporaryFolder();
  const view = {
    id: '0190a1de-0000-4000-8000-000000000000',
    name: text,
    searchText: text,
    scopes: [{ kind: 'all' as const }],
    layout: {
      columns: [{ id: text.slice(0, 64), width: null, isPinned: false }],
      sorting: [{ column: text.slice(0, 64), descending: true }],
    },
  };
  open(folder).keeper.change({ savedViews: [view], savedViewId: view.id, recentSearches: [text] });
  const { keeper, onSetAside } = open(folder);
  expect(keeper.preferences).toMatchObject({ savedViews: [view], recentSearches: [text] });
  expect(onSetAside).not.toHaveBeenCalled();
});

test.each([
  ['a view with no groups', { savedViews: [{ id: '1', name: 'x', searchText: '', scopes: [], layout: {} }] }],
  ['a view of another version', { savedViews: [{ name: 'x', filters: {} }] }],
  ['views that are no list', { savedViews: 'many' }],
  ['a search that is no text', { recentSearches: [42] }],
])('preferences with %s are set aside', (_what, preferences) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'preferences.json'), JSON.stringify({ version: 1, preferences }));
  const { keeper, onSetAside } = open(folder);
  expect(keeper.preferences).toEqual(DEFAULT_PREFERENCES);
  expect(onSetAside).toHaveBeenCalledOnce();
});

test('whatever happened to the file, the console starts and the file is never wiped silently', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'preferences.json');
  open(folder).keeper.change({ theme: 'dark', recentSearches: ['till'], expandedGroups: ['team-ö'] });
  const sound = readFileSync(path);
  const damage = fc.oneof(
    fc.nat(sound.length - 1).map((length) => sound.subarray(0, length)),
    fc.tuple(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, flip]) => {
      const flipped = Buffer.from(sound);
      flipped[at] = (flipped[at] ?? 0) ^ flip;
      return flipped;
    }),
  );
  fc.assert(
    fc.property(damage, (content) => {
      writeFileSync(path, content);
      const { keeper, onSetAside } = open(folder);
      expect(keeper.preferences.theme).toBeTypeOf('string');
      const [asidePath] = onSetAside.mock.calls[0] ?? [path];
      expect(readFileSync(asidePath)).toEqual(Buffer.from(content));
      if (asidePath !== path) {
        expect(existsSync(path)).toBe(false);
        rmSync(asidePath);
      }
    }),
    { numRuns: 1_000 },
  );
});
