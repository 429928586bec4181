import { beforeEach, expect, test } from 'vitest';
import type { JumpItemScope } from '#app/domain/jump-item-scope.ts';
import { createFakeConsole } from '../test-support/fake-console.ts';
import { allUsersGroupId, personalGroupId, teamGroupId } from '../test-support/jump-items.ts';
import { selectIsViewChanged, selectLayout, selectTeamOfMembers } from './selectors.ts';

const inGroup = (jumpGroupId: typeof teamGroupId, tag: string | null = null): JumpItemScope => ({
  kind: 'group',
  jumpGroupId,
  tag,
});

let fake: ReturnType<typeof createFakeConsole>;
const state = () => fake.store.getState();
const names = () => state().preferences.savedViews.map(({ name }) => name);

beforeEach(async () => {
  fake = createFakeConsole();
  await expect.poll(() => state().connection?.state).toBe('connected');
  fake.sendSnapshot([]);
});

function saveView(name: string, searchText = '') {
  state().search(searchText);
  const saved = state().saveView(name);
  if (!saved.ok) throw new Error(saved.failure);
  return saved.value;
}

test('a view keeps what is searched, chosen and how the table stands, and shows it again', () => {
  state().selectScopes([inGroup(allUsersGroupId, 'tills')]);
  state().changeLayout({ sorting: [{ column: 'status', descending: true }] });
  const view = saveView('Tills', 'status:offline');
  state().selectScopes([]);
  state().changeLayout({ sorting: [] });
  expect(state()).toMatchObject({ savedViewId: null, searchText: '', scopes: [{ kind: 'all' }] });
  state().showSavedView(view.id);
  expect(state()).toMatchObject({
    savedViewId: view.id,
    searchText: 'status:offline',
    scopes: [inGroup(allUsersGroupId, 'tills')],
  });
  expect(selectLayout(state()).sorting).toEqual([{ column: 'status', descending: true }]);
});

test('choosing a group leaves the view; its search goes with it, but not what was typed since', () => {
  const view = saveView('Offline', 'status:offline');
  state().selectScopes([inGroup(teamGroupId)]);
  expect(state()).toMatchObject({ savedViewId: null, searchText: '' });
  state().showSavedView(view.id);
  state().search('pos');
  state().selectScopes([inGroup(teamGroupId)]);
  expect(state()).toMatchObject({ savedViewId: null, searchText: 'pos' });
});

test('what differs from the view is a change, which can be kept or given up', () => {
  const view = saveView('Offline', 'status:offline');
  expect(selectIsViewChanged(state())).toBe(false);
  state().changeScopes([inGroup(teamGroupId), inGroup(allUsersGroupId)]);
  expect(selectIsViewChanged(state())).toBe(true);
  state().showSavedView(view.id);
  expect(selectIsViewChanged(state())).toBe(false);
  state().search('status:online');
  expect(selectIsViewChanged(state())).toBe(true);
  expect(state().updateView(view).ok).toBe(true);
  expect(selectIsViewChanged(state())).toBe(false);
});

test('views stand in the order that the representative gives them', () => {
  for (const name of ['one', 'two', 'three']) saveView(name);
  const [one, two] = state().preferences.savedViews;
  if (one === undefined || two === undefined) throw new Error('The views were not kept');
  state().moveView(one.id, 2);
  expect(names()).toEqual(['two', 'three', 'one']);
  state().moveView(two.id, -1);
  expect(names()).toEqual(['two', 'three', 'one']);
  state().moveView(two.id, 9);
  expect(names()).toEqual(['three', 'one', 'two']);
});

test('a removed view comes back at its place', () => {
  for (const name of ['one', 'two', 'three']) saveView(name);
  const two = state().preferences.savedViews[1];
  if (two === undefined) throw new Error('The views were not kept');
  state().showSavedView(two.id);
  state().removeView(two.id);
  expect(state().savedViewId).toBeNull();
  expect(names()).toEqual(['one', 'three']);
  state().addView(two, 1);
  expect(names()).toEqual(['one', 'two', 'three']);
});

test.each([
  ['a'.repeat(128), null],
  [`${'a'.repeat(127)}😀`, null],
  ['a'.repeat(129), 'too-long'],
  ['\u0958'.repeat(128), 'too-long'],
  ['\uD83D', 'lone-surrogate'],
  ['\u0007', 'control-character'],
  ['\r\n', 'control-character'],
  ['   ', 'empty'],
  ['\u200B', 'empty'],
  ['', 'empty'],
  ['\u202Egpj.exe', null],
  ['<img src=x onerror=alert(1)>', null],
  ['__proto__', null],
  ['../../etc', null],
] as const)('R6.3 a view is named %j or refused with the reason: %s', (name, reason) => {
  const saved = state().saveView(name);
  expect(saved.ok ? null : saved.failure).toBe(reason);
  expect(state().preferences.savedViews).toHaveLength(reason === null ? 1 : 0);
});

test('a search that is too long to keep is refused with the reason, and not kept as a recent one', () => {
  state().search('x'.repeat(1_001));
  expect(state().saveView('Long')).toEqual({ ok: false, failure: 'search-too-long' });
  state().keepSearch(state().searchText);
  expect(state().preferences.recentSearches).toEqual([]);
});

test('recent searches: each once, the newest first, twenty at most', () => {
  for (let count = 1; count <= 22; count += 1) state().keepSearch(`search ${count}`);
  state().keepSearch(' search 10 ');
  state().keepSearch('   ');
  const { recentSearches } = state().preferences;
  expect(recentSearches).toHaveLength(20);
  expect(recentSearches.slice(0, 2)).toEqual(['search 10', 'search 22']);
  state().forgetSearch('search 22');
  expect(state().preferences.recentSearches.slice(0, 2)).toEqual(['search 10', 'search 21']);
});

test('R1.1 what was chosen is taken up at the next sign-in', () => {
  state().selectScopes([inGroup(teamGroupId), inGroup(allUsersGroupId, 'tills')]);
  fake.emit('connectionChanged', { state: 'signed-out', address: fake.address, reason: null });
  expect(state().scopes).toEqual([{ kind: 'all' }]);
  fake.emit('connectionChanged', { state: 'connected', address: fake.address, applianceAheadMs: 0 });
  expect(state().scopes).toEqual([inGroup(teamGroupId), inGroup(allUsersGroupId, 'tills')]);
});

test('R1.1 a chosen group that is no longer visible leaves the choice; nothing left lists all', () => {
  state().selectScopes([inGroup(teamGroupId), inGroup(personalGroupId)]);
  fake.send({ jumpGroups: { upserted: [], removed: [teamGroupId] } });
  expect(state().scopes).toEqual([inGroup(personalGroupId)]);
  fake.send({ jumpGroups: { upserted: [], removed: [personalGroupId] } });
  expect(state().scopes).toEqual([{ kind: 'all' }]);
});

test('R1.1 a saved view whose group is gone lists nothing rather than everything', () => {
  state().selectScopes([inGroup(teamGroupId)]);
  saveView('Team');
  fake.send({ jumpGroups: { upserted: [], removed: [teamGroupId] } });
  expect(state().scopes).toEqual([inGroup(teamGroupId)]);
});

test('R1.1 the second pane belongs to the one team that is chosen, and stays while a member is', () => {
  expect(selectTeamOfMembers(state())).toBeNull();
  state().selectScopes([inGroup(teamGroupId)]);
  expect(selectTeamOfMembers(state())).toBe(teamGroupId);
  state().selectMember(teamGroupId, personalGroupId);
  expect(state().scopes).toEqual([inGroup(personalGroupId)]);
  expect(selectTeamOfMembers(state())).toBe(teamGroupId);
  state().selectScopes([inGroup(teamGroupId), inGroup(allUsersGroupId)]);
  expect(selectTeamOfMembers(state())).toBeNull();
  state().selectScopes([inGroup(teamGroupId, 'vans')]);
  expect(selectTeamOfMembers(state())).toBeNull();
});
