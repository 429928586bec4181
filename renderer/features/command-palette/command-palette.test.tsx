import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { JumpGroupId, RepresentativeId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { runAction } from '../../actions/actions.ts';
import { createFakeConsole } from '../../test-support/fake-console.ts';
import { aJumpClient, aSupportSession, teamGroupId } from '../../test-support/jump-items.ts';
import { CommandPalette } from './command-palette.tsx';

afterEach(cleanup);

async function setUp(...items: JumpItem[]) {
  const fake = createFakeConsole();
  await expect.poll(() => fake.store.getState().connection?.state).toBe('connected');
  fake.sendSnapshot(items);
  runAction('command-palette', fake.console);
  render(<CommandPalette />, { wrapper: fake.Wrapper });
  const user = userEvent.setup();
  // The simulated DOM leaves the focus on the dialog; that the field has it is tried on real Electron.
  await user.click(field());
  return { ...fake, user };
}
const field = () => screen.getByRole('combobox', { name: 'Command palette' });
const options = () => screen.queryAllByRole('option').map((option) => option.textContent);
const section = (name: string) => screen.getByRole('group', { name });
const active = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '');

test('the field names the active entry, which the arrows move round and round', async () => {
  const { user } = await setUp(aJumpClient('a1'), aJumpClient('a2'));
  await user.keyboard('a');
  await user.clear(field());
  await user.keyboard('a1');
  expect(active()?.textContent).toContain('a1');
  expect(active()?.getAttribute('aria-selected')).toBe('true');
  await user.keyboard('{ArrowUp}');
  expect(active()?.textContent).toBe(options().at(-1));
  await user.keyboard('{ArrowDown}');
  expect(active()?.textContent).toContain('a1');
});

test('a Jump Item is found by name and hostname, whatever the list shows, and Enter selects it there', async () => {
  const { store, user } = await setUp(
    aJumpClient('a', { name: 'Reception', hostname: 'rcp-01' }),
    aJumpClient('b', { name: 'Warehouse', hostname: 'wrh-09' }),
  );
  store.getState().selectScopes([{ kind: 'group', jumpGroupId: teamGroupId, tag: null }]);
  store.getState().search('nothing like it');
  await user.keyboard('RCP rece');
  expect(within(section('Jump Items')).getAllByRole('option')).toHaveLength(1);
  await user.keyboard('{Enter}');
  expect(store.getState()).toMatchObject({ activeId: 'a', searchText: '', scopes: [{ kind: 'all' }] });
  expect(store.getState().openDialog).toBeNull();
});

test('R1.8 Ctrl+Enter jumps to the Jump Item', async () => {
  const { api, user } = await setUp(aJumpClient('a', { name: 'Reception' }));
  await user.keyboard('recep{Control>}{Enter}{/Control}');
  expect(api.jumpToItem).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ jumpItemId: 'a' }));
});

test('it lists the first fifty Jump Items and says so; those that begin with it come first', async () => {
  const items = Array.from({ length: 60 }, (_, index) => aJumpClient(`shop till ${index}`));
  const { user } = await setUp(...items, aJumpClient('a', { name: 'a shop' }));
  await user.keyboard('shop');
  const found = within(section('Jump Items (the first 50)')).getAllByRole('option');
  expect(found).toHaveLength(50);
  expect(found[0]?.textContent).toMatch(/^shop/);
});

test('actions show their key; one that cannot be done says why, and is not done', async () => {
  const { store, user, console } = await setUp(aJumpClient('a', { presence: 'uninstalled' }));
  store.getState().selectJumpItem(aJumpClient('a').id);
  await user.keyboard('jump');
  const jump = within(section('Actions')).getByRole('option', { name: /^Jump/ });
  expect(jump.textContent).toContain('The specified Jump Client has been uninstalled.');
  expect(jump.getAttribute('aria-disabled')).toBe('true');
  await user.click(jump);
  expect(console.store.getState().messages).toEqual([]);
  expect(store.getState().openDialog).toBe('command-palette');
  await user.clear(field());
  await user.keyboard('refresh');
  expect(screen.getByRole('option', { name: /Refresh/ }).textContent).toContain('F5');
});

test('groups, tags, tabs, saved views and recent searches are found', async () => {
  const { send, store, user } = await setUp(aJumpClient('x', { jumpGroupId: teamGroupId, tag: 'vans' }));
  send({ supportSessions: { upserted: [aSupportSession('s-1', { name: 'Van 3' })], removed: [] } });
  store.setState(({ preferences }) => ({ preferences: { ...preferences, recentSearches: ['van -test'] } }));
  await user.keyboard('van');
  expect(within(section('Tags')).getByRole('option').textContent).toBe('vansField support');
  expect(within(section('Tabs')).getByRole('option').textContent).toBe('Van 3');
  expect(within(section('Recent searches')).getByRole('option').textContent).toBe('van -test');
  await user.click(screen.getByRole('option', { name: /vans/ }));
  expect(store.getState().scopes).toEqual([{ kind: 'group', jumpGroupId: teamGroupId, tag: 'vans' }]);
});

test('R1.1 of a team and a colleague who are called alike, the personal group says that it is one', async () => {
  const { send, user } = await setUp();
  const team = { kind: 'team', id: JumpGroupId.parse('t'), name: 'Tills' } as const;
  const ownerId = RepresentativeId.parse('tilly');
  const personal = { kind: 'personal', id: JumpGroupId.parse('p'), name: 'Tills', ownerId } as const;
  send({ jumpGroups: { upserted: [team, personal], removed: [] } });
  await user.keyboard('tills');
  expect(
    within(section('Jump Groups'))
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(['TillsPersonal', 'Tills']);
});

test('text that people wrote is shown literally, and found; nothing found says so', async () => {
  const { user } = await setUp(aJumpClient('a', { name: '<img src=x> \u202Egnp.exe' }));
  await user.click(field());
  await user.paste('<img');
  expect(screen.getByRole('option').querySelector('bdi')?.textContent).toBe('<img src=x> \u202Egnp.exe');
  await user.paste('\\d+(');
  expect(screen.getByText('Nothing matches “<img\\d+(”')).toBeDefined();
  expect(screen.getByRole('status').textContent).toBe('Nothing found');
});

test('Escape closes it', async () => {
  const { store, user } = await setUp();
  await user.keyboard('{Escape}');
  expect(store.getState().openDialog).toBeNull();
});
