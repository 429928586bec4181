import { expect, test } from 'vitest';
import type { KeptChoice } from '#app/contracts/kept-choices.ts';
import { DEFAULT_PREFERENCES, type SavedView } from '#app/contracts/preferences.ts';
import { JumpGroupId } from '#app/domain/ids.ts';
import { createFakeConsole } from '../test-support/fake-console.ts';

const { layout } = DEFAULT_PREFERENCES;
const viewId = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const viewOf = (number: number, searchText = ''): SavedView => ({
  id: viewId(number),
  name: `View ${number}`,
  searchText,
  scopes: [{ kind: 'all' }],
  layout,
});
const aView = (view: SavedView): KeptChoice => ({ of: 'view', id: view.id, value: view });
const order = (...numbers: number[]): KeptChoice => ({ of: 'view-order', value: numbers.map(viewId) });

async function setUp() {
  const console = createFakeConsole();
  await expect.poll(() => console.store.getState().connection?.state).toBe('connected');
  const names = () => console.store.getState().preferences.savedViews.map(({ name }) => name);
  return { ...console, names };
}

/** What was on its way to main is there, and has been answered. */
async function arrived() {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}

test('only what changed is kept: a choice that follows by itself, and what belongs to this computer apart', async () => {
  const { api, store } = await setUp();
  const { changePreferences } = store.getState();
  changePreferences({ savedViews: [viewOf(1), viewOf(2)] });
  expect(api.keepChoices).toHaveBeenLastCalledWith({
    choices: [aView(viewOf(1)), aView(viewOf(2)), order(1, 2)],
  });
  changePreferences({ savedViews: [viewOf(2)], savedViewId: viewId(2) });
  expect(api.keepChoices).toHaveBeenLastCalledWith({
    choices: [{ of: 'view', id: viewId(1), value: null }, order(2)],
  });
  expect(api.savePreferences).toHaveBeenLastCalledWith({ savedViewId: viewId(2) });
  const calls = api.keepChoices.mock.calls.length;
  changePreferences({ savedViews: [viewOf(2)], theme: 'dark' });
  expect(api.keepChoices).toHaveBeenCalledTimes(calls);
});

test('what another console chose is there, and is not sent back; what is on its way from here is the newer word', async () => {
  const { api, store, emit, names } = await setUp();
  store.getState().changePreferences({ savedViews: [viewOf(1)] });
  emit('choicesChanged', { choices: [aView(viewOf(2)), order(2), aView({ ...viewOf(1), name: 'Older' })] });
  expect(names()).toEqual(['View 1', 'View 2']);
  expect(api.keepChoices).toHaveBeenCalledTimes(1);
  await arrived();
  emit('choicesChanged', { choices: [aView({ ...viewOf(1), name: 'Newer' })] });
  expect(names()).toEqual(['Newer', 'View 2']);
});

test('a shown view that is removed in another console is left, and what it listed stays listed', async () => {
  const { store, emit } = await setUp();
  store.getState().changePreferences({ savedViews: [viewOf(1, 'till'), viewOf(2)] });
  store.getState().showSavedView(viewId(1));
  await arrived();
  emit('choicesChanged', { choices: [{ of: 'view', id: viewId(2), value: null }] });
  expect(store.getState().savedViewId).toBe(viewId(1));
  emit('choicesChanged', { choices: [{ of: 'view', id: viewId(1), value: null }] });
  expect(store.getState()).toMatchObject({ savedViewId: null, searchText: 'till' });
});

test('another representative’s preferences replace these: nothing is chosen or searched', async () => {
  const { api, store, emit } = await setUp();
  const scopes: SavedView['scopes'] = [{ kind: 'group', jumpGroupId: JumpGroupId.parse('tills'), tag: null }];
  store.getState().changePreferences({ savedViews: [{ ...viewOf(1, 'till'), scopes }] });
  store.getState().showSavedView(viewId(1));
  const theirs = { ...DEFAULT_PREFERENCES, savedViews: [viewOf(2)] };
  const saves = api.savePreferences.mock.calls.length;
  emit('preferencesReplaced', theirs);
  expect(api.savePreferences).toHaveBeenCalledTimes(saves);
  expect(store.getState()).toMatchObject({ preferences: theirs, savedViewId: null, searchText: '' });
});
