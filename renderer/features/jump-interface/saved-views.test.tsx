import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { createFakeConsole } from '../../test-support/fake-console.ts';
import { aJumpClient } from '../../test-support/jump-items.ts';
import { JumpInterface } from './jump-interface.tsx';

afterEach(cleanup);

async function setUp(...names: string[]) {
  const fake = createFakeConsole();
  await expect.poll(() => fake.store.getState().connection?.state).toBe('connected');
  fake.sendSnapshot([aJumpClient('web'), aJumpClient('till', { presence: 'offline' })]);
  for (const name of names) {
    fake.store.getState().search(name);
    fake.store.getState().saveView(name);
  }
  if (names.length > 0) fake.store.getState().showSavedView(null);
  render(<JumpInterface isVisible />, { wrapper: fake.Wrapper });
  return { ...fake, user: userEvent.setup() };
}
const pane = () => screen.getByRole('region', { name: 'Saved views' });
const view = (name: string) => within(pane()).getByRole('button', { name });
const shownNames = () => [...pane().querySelectorAll('[data-view-id]')].map((button) => button.textContent);

test('what is searched is saved under a name, shown at once and marked', async () => {
  const { user, rows } = await setUp();
  await user.type(screen.getByRole('combobox', { name: 'Search Jump Items' }), 'status:offline');
  const [save] = screen.getAllByRole('button', { name: 'Save view…' });
  if (save === undefined) throw new Error('Nothing saves a view');
  await user.click(save);
  await user.type(screen.getByRole('textbox', { name: 'Name of the view' }), 'Offline{Enter}');
  expect(view('Offline').getAttribute('aria-current')).toBe('true');
  await user.click(screen.getByRole('treeitem', { name: /^All users/ }));
  expect(view('Offline').hasAttribute('aria-current')).toBe(false);
  expect(rows.getList().rows).toHaveLength(2);
  await user.click(view('Offline'));
  expect(rows.getList().rows.map(({ id }) => id)).toEqual(['till']);
});

test('R6.3 a name that is refused says why beside the field, and stays as it was typed', async () => {
  const { user } = await setUp();
  await user.click(within(pane()).getByRole('button', { name: 'Save view…' }));
  const input = screen.getByRole('textbox', { name: 'Name of the view' });
  fireEvent.change(input, { target: { value: 'a'.repeat(129) } });
  await user.type(input, '{Enter}');
  expect(screen.getByRole('alert').textContent).toBe('A name has at most 128 characters.');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(input.getAttribute('value')).toBe('a'.repeat(129));
});

test('a view whose search changed offers to save or to discard it', async () => {
  const { user, store } = await setUp('web');
  await user.click(view('web'));
  await user.type(screen.getByRole('combobox', { name: 'Search Jump Items' }), ' till');
  expect(screen.getByText('This view has changes')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  expect(store.getState().searchText).toBe('web');
  await user.type(screen.getByRole('combobox', { name: 'Search Jump Items' }), ' till');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(store.getState().preferences.savedViews[0]?.searchText).toBe('web till');
  expect(screen.queryByText('This view has changes')).toBeNull();
});

test('views are moved, renamed, removed and brought back by keyboard', async () => {
  const { user } = await setUp('one', 'two', 'three');
  view('three').focus();
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(shownNames()).toEqual(['one', 'three', 'two']);
  await expect.poll(() => document.activeElement).toBe(view('three'));
  await user.keyboard('{F2}');
  await user.keyboard('first{Enter}');
  expect(shownNames()).toEqual(['one', 'first', 'two']);
  await expect.poll(() => document.activeElement).toBe(view('first'));
  await user.keyboard('{Delete}');
  expect(shownNames()).toEqual(['one', 'two']);
  expect(document.activeElement?.textContent).toBe('Undo');
  await user.keyboard('{Enter}');
  expect(shownNames()).toEqual(['one', 'first', 'two']);
});

test('what was removed is forgotten when it is dismissed', async () => {
  const { user } = await setUp('one', 'two');
  view('one').focus();
  await user.keyboard('{Delete}');
  await user.click(within(pane()).getByRole('button', { name: 'Dismiss' }));
  expect(within(pane()).queryByRole('button', { name: 'Undo' })).toBeNull();
  await expect.poll(() => document.activeElement).toBe(view('two'));
});

test('a view is dragged to another place', async () => {
  await setUp('one', 'two', 'three');
  const data = new Map<string, string>();
  const dataTransfer = {
    setData: (type: string, value: string) => data.set(type, value),
    getData: (type: string) => data.get(type) ?? '',
    get types() {
      return [...data.keys()];
    },
  };
  fireEvent.dragStart(view('three'), { dataTransfer });
  fireEvent.dragOver(view('one'), { dataTransfer });
  fireEvent.drop(view('one'), { dataTransfer });
  expect(shownNames()).toEqual(['three', 'one', 'two']);
});

test('a view is copied from its menu, and the copy named', async () => {
  const { user } = await setUp('one');
  await user.click(within(pane()).getByRole('button', { name: 'Actions of one' }));
  await user.click(screen.getByRole('menuitem', { name: /^Duplicate/ }));
  const input = screen.getByRole('textbox', { name: 'Name of the view' });
  expect(input.getAttribute('value')).toBe('Copy of one');
  await user.type(input, '{Enter}');
  expect(shownNames()).toEqual(['one', 'Copy of one']);
});

test('how many items a view has stands beside it; the shown one agrees with the list', async () => {
  const { user, rows } = await setUp('till', 'web');
  const counts = () => [...pane().querySelectorAll('li')].map((line) => line.textContent);
  await expect.poll(() => counts()).toEqual(['till1', 'web1']);
  await user.click(view('web'));
  act(() => {
    rows.apply({ upserted: [aJumpClient('web-2')], removed: [] });
    rows.publish();
  });
  await expect.poll(() => counts()[1]).toBe('web2');
});
