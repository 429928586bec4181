import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PREFERENCES, type TableLayout } from '#app/contracts/preferences.ts';
import { SEARCH_FIELDS } from '#app/domain/jump-item-search.ts';
import { aJumpClient, aJumpShortcut } from '../../test-support/jump-items.ts';
import { giveTheTableRoom, showJumpInterface } from './jump-interface.test-support.tsx';

giveTheTableRoom();
const setUp = showJumpInterface;
const grid = () => screen.getByRole('grid', { name: 'Jump Items' });
const names = () =>
  within(grid())
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[0]?.textContent);
const row = (name: RegExp) => screen.getByRole('row', { name });
const searchbox = () => screen.getByRole('combobox', { name: 'Search Jump Items' });

describe('the table', () => {
  test('R1.3 has its columns, tells how many rows there are, and sorts by a click on a header', async () => {
    const { user, api } = await setUp(aJumpClient('b'), aJumpClient('a'), aJumpClient('c'));
    expect(
      screen.getAllByRole('columnheader').map((header) => header.textContent?.replace(/[↑↓]/, '')),
    ).toEqual(['Name', 'Hostname/IP', 'Jump Method', 'Comments', 'Group', 'Status']);
    expect(grid().getAttribute('aria-rowcount')).toBe('4');
    expect(names()).toEqual(['a', 'b', 'c']);
    await user.click(screen.getByRole('button', { name: 'Name' }));
    expect(names()).toEqual(['c', 'b', 'a']);
    expect(screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('descending');
    const sortedBy = (sorting: TableLayout['sorting']) => ({
      choices: [{ of: 'layout', value: { ...DEFAULT_PREFERENCES.layout, sorting } }],
    });
    expect(api.keepChoices).toHaveBeenLastCalledWith(sortedBy([{ column: 'name', descending: true }]));
    await user.click(screen.getByRole('button', { name: 'Name' }));
    expect(api.keepChoices).toHaveBeenLastCalledWith(sortedBy([]));
  });

  test('R1.3 the keyboard selects rows, and R1.8 Enter jumps to the selected one', async () => {
    const { api } = await setUp(aJumpClient('a'), aJumpClient('b'));
    fireEvent.keyDown(grid(), { key: 'ArrowDown' });
    fireEvent.keyDown(grid(), { key: 'ArrowDown' });
    expect(row(/^b/).getAttribute('aria-selected')).toBe('true');
    expect(grid().getAttribute('aria-activedescendant')).toBe(row(/^b/).id);
    fireEvent.keyDown(grid(), { key: 'Enter' });
    expect(api.jumpToItem).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ jumpItemId: 'b' }));
  });

  test('R1.8 a double click jumps, and the row says that it is starting', async () => {
    const { api, user } = await setUp(aJumpClient('a'));
    api.jumpToItem.mockReturnValueOnce(new Promise(() => undefined));
    await user.dblClick(row(/^a/));
    expect(api.jumpToItem).toHaveBeenCalledOnce();
    expect(row(/Starting…/)).toBeDefined();
    expect(screen.getAllByRole('button', { name: 'Starting…' })).toHaveLength(2);
  });

  test('R1.11 the selection survives changes, a sort and a search', async () => {
    const { send, user, store } = await setUp(aJumpClient('a'), aJumpClient('b', { comments: 'till' }));
    await user.click(row(/^b/));
    act(() => send({ jumpItems: { upserted: [aJumpClient('b', { comments: 'till 2' })], removed: [] } }));
    await user.click(screen.getByRole('button', { name: 'Name' }));
    await user.type(searchbox(), 'till');
    expect(names()).toEqual(['b']);
    expect(row(/^b/).getAttribute('aria-selected')).toBe('true');
    expect(store.getState().selectedIds).toEqual(new Set(['b']));
  });

  test('R1.12 an uninstalled Jump Client stays listed, and its Jump says why it does nothing', async () => {
    const { user } = await setUp(aJumpClient('a', { presence: 'uninstalled' }));
    await user.click(row(/Uninstalled/));
    const statistics = screen.getByRole('complementary', { name: 'Statistics' });
    const jump = within(statistics).getByRole('button', { name: 'Jump' });
    expect(jump.getAttribute('aria-disabled')).toBe('true');
    expect(jump.title).toBe('The specified Jump Client has been uninstalled.');
    expect(statistics.textContent).toContain('The specified Jump Client has been uninstalled.');
  });

  test('text that people wrote is isolated, and shown as text', async () => {
    await setUp(aJumpClient('a', { name: '<b>\u202Eevil' }));
    const [cell] = within(row(/evil/)).getAllByRole('gridcell');
    expect(cell?.querySelector('bdi')?.textContent).toBe('<b>\u202Eevil');
  });
});

describe('the search', () => {
  test('R1.5 filters with every key, marks what it found and tells how many', async () => {
    const { user } = await setUp(aJumpClient('POS-1'), aJumpClient('desk'));
    await user.type(searchbox(), 'pos');
    expect(names()).toEqual(['POS-1']);
    expect(grid().querySelector('mark')?.textContent).toBe('POS');
    expect(screen.getByRole('status', { name: 'Search result' }).textContent).toBe('1 of 2');
  });

  test('R1.5 Enter goes to the first result, Escape clears', async () => {
    const { user, store } = await setUp(aJumpClient('a'), aJumpClient('b'));
    await user.type(searchbox(), 'b{Enter}');
    expect(document.activeElement).toBe(grid());
    expect(store.getState().activeId).toBe('b');
    await user.click(searchbox());
    await user.keyboard('{Escape}');
    expect(store.getState().searchText).toBe('');
    expect(document.activeElement).toBe(searchbox());
  });

  test('R1.5 the magnifying glass opens the eleven fields, and the choice is kept', async () => {
    const { user, api } = await setUp(aJumpClient('a'));
    await user.click(screen.getByRole('button', { name: 'Fields to search' }));
    expect(screen.getAllByRole('checkbox')).toHaveLength(11);
    await user.click(screen.getByRole('checkbox', { name: 'Private IP' }));
    const value = SEARCH_FIELDS.filter((field) => field !== 'private-ip');
    expect(api.keepChoices).toHaveBeenCalledExactlyOnceWith({ choices: [{ of: 'search-fields', value }] });
  });

  test('R1.5 an empty result says what was searched where, and offers to search everywhere', async () => {
    const { user, store } = await setUp(aJumpClient('a'), aJumpShortcut('b'));
    await user.click(screen.getByRole('treeitem', { name: /Personal/ }));
    await user.type(searchbox(), 'b');
    expect(screen.getByText(/^Searched Personal in every field/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Search all Jump Items' }));
    expect(store.getState().scopes).toEqual([{ kind: 'all' }]);
    expect(names()).toEqual(['b']);
  });
});

describe('the statistics', () => {
  test('R1.6 nothing selected says so', async () => {
    await setUp(aJumpClient('a'));
    expect(screen.getByRole('complementary', { name: 'Statistics' }).textContent).toContain(
      'Nothing selected',
    );
  });

  test('R1.6 each statistic tells its age, on the appliance’s clock', async () => {
    const item = aJumpClient('a');
    const { emit, user, address } = await setUp(item);
    act(() => emit('connectionChanged', { state: 'connected', address, applianceAheadMs: 60_000 }));
    await user.click(row(/^a/));
    const now = Date.now() + 60_000;
    const cpu = { model: 'Xeon', cores: 4, percent: 23.4 };
    const report = { jumpItemId: item.id, lastHeardAt: now, publicIp: '203.0.113.54' };
    act(() =>
      emit('statisticsChanged', {
        reports: [
          {
            ...report,
            statistics: { cpu, hostname: 'host-a' },
            reportedAt: { cpu: now, hostname: now - 120_500 },
          },
        ],
      }),
    );
    const load = screen.getByRole('region', { name: 'Load' });
    expect(load.textContent).toContain('23 %');
    expect(load.textContent).toContain('now');
    expect(screen.getByRole('region', { name: 'Computer' }).textContent).toContain('2 min ago');
    expect(screen.getByRole('meter', { name: 'CPU' }).getAttribute('aria-valuenow')).toBe('23');
  });
});
