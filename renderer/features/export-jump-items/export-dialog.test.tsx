import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { FILE_COLUMN_IDS, FILE_COLUMNS } from '#app/domain/file-columns.ts';
import { englishCatalogue, type TextKey } from '#app/texts/catalogue.ts';
import { COLUMN_IDS } from '../../store/jump-item-query.ts';
import { createFakeConsole } from '../../test-support/fake-console.ts';
import { aJumpClient, aJumpShortcut } from '../../test-support/jump-items.ts';
import { exportedColumns } from './export-columns.ts';
import { ExportDialog } from './export-dialog.tsx';

afterEach(cleanup);

function openDialog() {
  const fake = createFakeConsole();
  render(<ExportDialog />, { wrapper: fake.Wrapper });
  act(() => {
    fake.sendSnapshot([aJumpClient('a'), aJumpShortcut('b'), aJumpClient('c')]);
    fake.store.getState().toggleDialog('export');
  });
  const written = () => fake.api.writeExportRows.mock.calls.flatMap(([{ rowsJson }]) => JSON.parse(rowsJson));
  return { ...fake, written, user: userEvent.setup() };
}

test('R1.4 the rows travel in the order of the list, a cell for each column', async () => {
  const { api, store, user, written } = openDialog();
  await user.click(screen.getByRole('radio', { name: /^As on the screen/ }));
  await user.click(screen.getByRole('button', { name: 'Export…' }));
  await waitFor(() => expect(store.getState().openDialog).toBeNull());
  expect(api.beginExport).toHaveBeenCalledExactlyOnceWith({
    format: 'csv',
    columns: ['name', 'hostname', 'method', 'comments', 'group', 'status'],
  });
  expect(written()).toEqual([
    ['a', 'a.example.com', 'Jump Client', '', 'All users', 'Online'],
    ['b', '10.0.0.1', 'Local RDP', '', 'All users', 'Shortcut'],
    ['c', 'c.example.com', 'Jump Client', '', 'All users', 'Online'],
  ]);
  expect(api.finishExport).toHaveBeenCalledOnce();
  expect(store.getState().messages).toMatchObject([{ kind: 'file-written', file: { count: 3 } }]);
});

test('R1.4 a disk that is full is said; the choices stay', async () => {
  const { api, user } = openDialog();
  api.writeExportRows.mockResolvedValue({
    ok: true,
    value: { state: 'refused', problem: { problem: 'disk-full' } },
  });
  await user.click(screen.getByRole('radio', { name: /^JSON/ }));
  await user.click(screen.getByRole('button', { name: 'Export…' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/^The disk is full\./);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /^JSON/ }).checked).toBe(true);
  expect(api.finishExport).not.toHaveBeenCalled();
});

test('R1.4 Cancel while it is written discards the file, and leaves the dialog open', async () => {
  const { api, store, user } = openDialog();
  let goOn = () => {};
  api.writeExportRows.mockImplementation(
    () =>
      new Promise((resolve) => {
        goOn = () => resolve({ ok: true, value: { state: 'written' } });
      }),
  );
  await user.click(screen.getByRole('button', { name: 'Export…' }));
  await waitFor(() => expect(api.writeExportRows).toHaveBeenCalled());
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  goOn();
  await waitFor(() => expect(api.cancelExport).toHaveBeenCalledOnce());
  expect(api.finishExport).not.toHaveBeenCalled();
  expect(store.getState().openDialog).toBe('export');
  expect(store.getState().messages).toEqual([]);
});

test('nothing happens when the person closes the dialog of the system', async () => {
  const { api, store, user } = openDialog();
  api.beginExport.mockResolvedValue({ ok: true, value: { state: 'cancelled' } });
  await user.click(screen.getByRole('button', { name: 'Export…' }));
  expect(api.writeExportRows).not.toHaveBeenCalled();
  expect(store.getState().openDialog).toBe('export');
});

test('R1.3 each column of the list has its column in a file, with the same title', () => {
  expect(exportedColumns('all', [])).toEqual(FILE_COLUMN_IDS);
  for (const [place, id] of exportedColumns('shown', COLUMN_IDS).entries()) {
    const shown = COLUMN_IDS[place];
    if (shown === 'uptime') expect(id).toBe('up-since');
    else expect(FILE_COLUMNS[id].title).toBe(englishCatalogue[`column.${shown}` as TextKey]);
  }
});
