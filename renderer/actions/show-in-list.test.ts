import { expect, test } from 'vitest';
import { JumpItemId } from '#app/domain/ids.ts';
import { selectShownTab } from '../store/selectors.ts';
import { createFakeConsole } from '../test-support/fake-console.ts';
import { aJumpClient, aSupportSession, teamGroupId } from '../test-support/jump-items.ts';
import { showInList } from './show-in-list.ts';

async function setUp() {
  const fake = createFakeConsole();
  await expect.poll(() => fake.store.getState().connection?.state).toBe('connected');
  const session = aSupportSession('s-1');
  fake.sendSnapshot([aJumpClient('till')], { supportSessions: { upserted: [session], removed: [] } });
  fake.store.getState().chooseTab(session.id);
  return fake;
}

test('an item is shown in the list, selected, and asked into sight', async () => {
  const { console, store } = await setUp();
  showInList(console, JumpItemId.parse('till'));
  expect(selectShownTab(store.getState())).toBe('jump-interface');
  expect(store.getState()).toMatchObject({ selectedIds: new Set(['till']), revealRequests: 1 });
});

test('a choice or a search that hides it is taken back; another one stays', async () => {
  const { console, store, rows } = await setUp();
  store.getState().search('till');
  showInList(console, JumpItemId.parse('till'));
  expect(store.getState().searchText).toBe('till');
  store.getState().search('elsewhere');
  store.getState().selectScopes([{ kind: 'group', jumpGroupId: teamGroupId, tag: null }]);
  showInList(console, JumpItemId.parse('till'));
  expect(rows.getList().rows.map(({ id }) => id)).toEqual(['till']);
});

test('one that is gone shows the list as it is', async () => {
  const { console, store } = await setUp();
  showInList(console, JumpItemId.parse('gone'));
  expect(store.getState()).toMatchObject({ selectedIds: new Set(), revealRequests: 0 });
});
