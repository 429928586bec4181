import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_PREFERENCES, type SavedView, type TableLayout } from '#app/contracts/preferences.ts';
import { createFakeConsole } from '../../test-support/fake-console.ts';
import { aJumpClient } from '../../test-support/jump-items.ts';
import { JumpInterface } from './jump-interface.tsx';

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function setUp() {
  const fake = createFakeConsole();
  await expect.poll(() => fake.store.getState().connection?.state).toBe('connected');
  fake.sendSnapshot([aJumpClient('a'), aJumpClient('b'), aJumpClient('c')]);
  render(<JumpInterface isVisible />, { wrapper: fake.Wrapper });
  return { ...fake, user: userEvent.setup() };
}
const grid = () => screen.getByRole('grid', { name: 'Jump Items' });
const titles = () => screen.getAllByRole('columnheader').map((header) => header.dataset.column);
const header = (name: string) => screen.getByRole('columnheader', { name });

function aView(layout: TableLayout): SavedView {
  return {
    id: '6b0c5dd4-8a4c-4a7e-9f3e-0d5a0e7f1c11',
    name: 'Tills',
    searchText: '',
    scopes: [{ kind: 'all' }],
    layout,
  };
}

test('R1.3 a saved view has columns, widths and a sorting of its own, and keeps what is changed there', async () => {
  const { store, api, user } = await setUp();
  const view = aView({
    columns: [
      { id: 'tag', width: 90, isPinned: false },
      { id: 'name', width: 200, isPinned: true },
    ],
    sorting: [{ column: 'name', descending: true }],
  });
  act(() => store.getState().setPreferences({ ...DEFAULT_PREFERENCES, savedViews: [view] }));
  expect(titles()).toEqual(['name', 'hostname', 'method', 'comments', 'group', 'status']);
  act(() => store.getState().showSavedView(view.id));
  expect(titles()).toEqual(['name', 'tag']);
  expect(grid().style.getPropertyValue('--columns')).toBe('200px 90px 28px');
  expect(header('Name').getAttribute('aria-sort')).toBe('descending');
  await user.click(screen.getByRole('button', { name: 'Tag' }));
  const value = { ...view, layout: { ...view.layout, sorting: [{ column: 'tag', descending: false }] } };
  expect(api.keepChoices).toHaveBeenLastCalledWith({ choices: [{ of: 'view', id: view.id, value }] });
  act(() => store.getState().showSavedView(null));
  expect(titles()).toHaveLength(6);
  expect(header('Name').getAttribute('aria-sort')).toBe('ascending');
});

test('R1.3 columns and sortings of another version, or twice the same, do not break a view', async () => {
  const { store } = await setUp();
  const pick = (id: string) => ({ id, width: null, isPinned: false });
  const show = (columns: TableLayout['columns']) =>
    act(() =>
      store.getState().setPreferences({
        ...DEFAULT_PREFERENCES,
        layout: { columns, sorting: [{ column: '<b>constructor', descending: true }] },
      }),
    );
  show(['__proto__', 'tag', '\u202Egpj.exe', 'tag'].map(pick));
  expect(titles()).toEqual(['tag']);
  show([pick('toString')]);
  expect(titles()).toEqual(['name']);
});

test('R1.3 Shift adds to the sorting; the first one alone has aria-sort, each says its place', async () => {
  const { store } = await setUp();
  fireEvent.click(screen.getByRole('button', { name: 'Status' }), { shiftKey: true, detail: 1 });
  fireEvent.click(screen.getByRole('button', { name: 'Status' }), { shiftKey: true, detail: 1 });
  expect(store.getState().preferences.layout.sorting).toEqual([
    { column: 'name', descending: false },
    { column: 'status', descending: true },
  ]);
  expect(header('Name').getAttribute('aria-sort')).toBe('ascending');
  expect(header('Status').getAttribute('aria-sort')).toBe('none');
  expect(screen.getByRole('button', { name: 'Status' }).getAttribute('aria-description')).toBe(
    'Sorts in place 2, descending',
  );
});

test('R1.3 from the first row up to the headers, along them, and back', async () => {
  await setUp();
  fireEvent.keyDown(grid(), { key: 'ArrowDown' });
  fireEvent.keyDown(grid(), { key: 'ArrowUp' });
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Name' }));
  fireEvent.keyDown(document.activeElement ?? grid(), { key: 'End' });
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Status' }));
  expect(screen.getByRole('button', { name: 'Status' }).tabIndex).toBe(0);
  expect(screen.getByRole('button', { name: 'Name' }).tabIndex).toBe(-1);
  fireEvent.keyDown(document.activeElement ?? grid(), { key: 'ArrowDown' });
  expect(document.activeElement).toBe(grid());
});
