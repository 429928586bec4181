import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aJumpClient } from '../../test-support/jump-items.ts';
import { giveTheTableRoom, showJumpInterface } from './jump-interface.test-support.tsx';

giveTheTableRoom();
const setUp = showJumpInterface;
const field = () => screen.getByRole('combobox', { name: 'Search Jump Items' });
const options = () => screen.queryAllByRole('option').map((option) => option.textContent);

const server = aJumpClient('web', { tag: 'servers', consoleUser: 'mgarcia' });
const till = aJumpClient('till', { tag: 'tills', presence: 'offline' });

test('R1.5 each term is a chip whose cross removes it and nothing else', async () => {
  const { user, store, listed } = await setUp(server, till);
  await user.type(field(), 'tag:servers status:offline');
  expect(listed()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Remove status:offline' }));
  expect(store.getState().searchText).toBe('tag:servers');
  expect(listed()).toEqual(['web']);
  expect(document.activeElement).toBe(field());
});

test('R1.5 a copied name leaves no chip with nothing but its dot, nor an offer to search without that', async () => {
  const { user, store } = await setUp(server, till);
  await user.type(field(), 'Leeds · Till nowhere ·');
  const crosses = screen.getAllByRole('button', { name: /^Remove / });
  expect(crosses.slice(-3).map((cross) => cross.getAttribute('aria-label'))).toEqual([
    'Remove Leeds ·',
    'Remove Till',
    'Remove nowhere ·',
  ]);
  await user.click(screen.getByRole('button', { name: 'Search without nowhere ·' }));
  expect(store.getState().searchText).toBe('Leeds · Till');
});

test('R1.5 a part that cannot be read says so, and where it is', async () => {
  const { user, listed } = await setUp(server, till);
  await user.type(field(), 'web accessed:soon');
  expect(listed()).toEqual(['web']);
  const problem = screen.getByRole('button', {
    name: /accessed:soon.* is not a date: try today, <7d, 2026-11/,
  });
  await user.click(problem);
  const input = field();
  if (!(input instanceof HTMLInputElement)) throw new Error('The search is no input');
  expect(input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0)).toBe('accessed:soon');
});

test('R1.5 a row that matched out of sight says where', async () => {
  const { user } = await setUp(server);
  await user.type(field(), 'garcia');
  const row = screen.getByRole('row', { name: /^web/ });
  expect(row.textContent).toContain('Console Usermgarcia');
  expect(screen.getByTitle('Console User: mgarcia')).toBeDefined();
  expect(screen.getByText('web').title, 'a long name leaves the chip no room').toBe(
    'web\nConsole User: mgarcia',
  );
  expect(row.querySelector('mark')?.textContent).toBe('garcia');
});

test('R1.5 recent searches are offered in the empty field, taken and forgotten by keyboard', async () => {
  const { user, store } = await setUp(server);
  await user.type(field(), 'web{Enter}');
  await user.clear(field());
  await user.type(field(), 'till{Enter}');
  await user.clear(field());
  expect(options()).toEqual(['till', 'web']);
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(field().getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[1]?.id);
  await user.keyboard('{ArrowUp}{Delete}');
  expect(options()).toEqual(['web']);
  await user.keyboard('{Enter}');
  expect(store.getState().searchText).toBe('web');
  expect(store.getState().preferences.recentSearches).toEqual(['web']);
});

test('R1.5 after tag: the tags that there are complete the search', async () => {
  const { user, store, listed } = await setUp(server, till);
  await user.type(field(), 'tag:ser');
  expect(options()).toEqual(['servers']);
  await user.keyboard('{ArrowDown}{Enter}');
  expect(store.getState().searchText).toBe('tag:servers ');
  expect(listed()).toEqual(['web']);
});

test('R1.5 the beginning of a field’s name is completed, then its values', async () => {
  const { user, store, listed } = await setUp(server, till);
  await user.type(field(), 'till -sta');
  expect(options()).toEqual(['status:Status']);
  await user.keyboard('{ArrowDown}{Enter}');
  expect(store.getState().searchText).toBe('till -status:');
  expect(options()).toContain('Offline');
  await user.keyboard('on{ArrowDown}{Enter}');
  expect(store.getState().searchText).toBe('till -status:Online ');
  expect(listed()).toEqual(['till']);
});

test.each([
  ['user:', ['mgarcia']],
  ['os:"debian 1', ['Debian 12']],
  ['accessed:t', ['today', 'yesterday']],
  ['accessed:<', ['<30d', '<7d']],
  ['name:w', []],
  ['"main sta', []],
  ['nobody:x', []],
  ['s', []],
])('R1.5 for %j it offers %j', async (typed, offered) => {
  const { user } = await setUp(server, till);
  await user.click(field());
  await user.paste(typed);
  expect(options().toSorted()).toEqual(offered);
});

test('R1.5 F1 in the field explains the language, and an example can be clicked', async () => {
  const { user, store } = await setUp(server);
  await user.type(field(), 'web{F1}');
  const help = screen.getByRole('dialog', { name: 'How to search' });
  await user.click(within(help).getByRole('button', { name: 'accessed:<7d' }));
  expect(store.getState().searchText).toBe('web accessed:<7d');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('R1.5 an empty result offers to search without the last term', async () => {
  const { user, listed } = await setUp(server, till);
  await user.type(field(), 'web nowhere');
  expect(screen.getByText(/^Searched All Jump Items in every field/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Search without nowhere' }));
  expect(listed()).toEqual(['web']);
});
