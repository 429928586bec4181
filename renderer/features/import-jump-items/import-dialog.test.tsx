import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FileTransferId } from '#app/contracts/jump-item-files.ts';
import type { FileLine } from '#app/domain/file-columns.ts';
import { JumpItemId } from '#app/domain/ids.ts';
import { createFakeConsole } from '../../test-support/fake-console.ts';
import { aJumpClient } from '../../test-support/jump-items.ts';
import { ImportDialog } from './import-dialog.tsx';

afterEach(cleanup);
beforeEach(() => {
  // The simulated DOM lays nothing out: every list is as high as a window.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});

const importId = FileTransferId.parse('11111111-1111-4111-8111-111111111111');
const line = (number: number, cells: FileLine['cells']): FileLine => ({ line: number, cells, fault: null });

async function check(lines: readonly FileLine[]) {
  const fake = createFakeConsole();
  const { api } = fake;
  api.openImportFile.mockResolvedValue({
    ok: true,
    value: {
      state: 'opened',
      importId,
      fileName: 'items.csv',
      columns: ['id', 'name'],
      notImported: [],
      unknown: ['Colour'],
    },
  });
  api.readImportLines.mockResolvedValue({
    ok: true,
    value: { state: 'read', linesJson: JSON.stringify(lines), isLast: true, progress: 1 },
  });
  render(<ImportDialog />, { wrapper: fake.Wrapper });
  act(() => {
    fake.sendSnapshot([aJumpClient('ji-1'), aJumpClient('ji-2')]);
    fake.store.getState().toggleDialog('import');
  });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Choose a file…' }));
  // 10,001 lines are planned and drawn in slices, which the simulated DOM takes its time for.
  await screen.findByText(/lines? checked\./, {}, { timeout: 10_000 });
  return { ...fake, user };
}

test('R1.4 the dialog has one size, whatever comes of the file', async () => {
  const { api, user } = await check([]);
  const { dataset } = document.documentElement;
  expect(dataset.dialogSize).toBe('large');
  api.openImportFile.mockResolvedValue({
    ok: true,
    value: { state: 'refused', problem: { problem: 'empty-file' } },
  });
  await user.click(screen.getByRole('button', { name: 'Choose another file…' }));
  await screen.findByRole('button', { name: 'Choose a file…' });
  expect(dataset.dialogSize).toBe('large');
});

const start = () => screen.getByRole('button', { name: /^(Import|Nothing to import)/ });

test('R1.4 the dry run says line by line what would be, and changes nothing', async () => {
  const { api } = await check([
    line(2, { id: 'ji-1', name: 'Front desk' }),
    line(3, { id: 'ji-2', name: 'ji-2' }),
    line(4, { id: 'gone', name: 'x' }),
  ]);
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
    '2Changedji-1Name: ji-1 → Front desk',
    '3Unchangedji-2',
    '4RefusedxId: You see no Jump Item with the Id “gone”. Without an Id the line creates a shortcut.',
  ]);
  expect(screen.getByText('The column “Colour” is unknown and left out.')).toBeTruthy();
  expect(start().textContent).toBe('Import 1 change');
  expect(api.importJumpItems).not.toHaveBeenCalled();
  expect(api.closeImportFile).toHaveBeenCalledOnce();
});

test('R1.4 the import carries what was seen, and the dialog closes when all is done', async () => {
  const { api, store, user } = await check([line(2, { id: 'ji-1', name: 'Front desk' })]);
  await user.click(start());
  await waitFor(() => expect(store.getState().openDialog).toBeNull());
  expect(api.importJumpItems).toHaveBeenCalledExactlyOnceWith({
    opId: expect.any(String),
    entries: [
      {
        kind: 'edit',
        jumpItemId: 'ji-1',
        seen: { propertiesRev: 1, presenceRev: 1 },
        change: { name: 'Front desk' },
      },
    ],
  });
});

test('R1.4 what the appliance refuses is named in its line', async () => {
  const { api, user } = await check([
    line(2, { id: 'ji-1', name: 'Front desk' }),
    line(3, { id: 'ji-2', name: 'Back desk' }),
  ]);
  const refused = {
    jumpItemId: JumpItemId.parse('ji-2'),
    name: 'ji-2',
    code: 'changed-meanwhile' as const,
    current: null,
  };
  api.importJumpItems.mockResolvedValue({
    ok: true,
    value: { done: 1, refusedCount: 1, refused: [refused], refusedLines: [], created: 0 },
  });
  await user.click(start());
  expect(await screen.findByRole('button', { name: 'Refused 1' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Imported 1' })).toBeTruthy();
  expect(screen.getByText(/^Somebody changed this Jump Item/)).toBeTruthy();
});

test('R1.4 more than 10,000 changes are said before, and made step by step', async () => {
  const lines = Array.from({ length: 10_001 }, (_, place) =>
    line(place + 2, { name: `n${place}`, hostname: 'h', method: 'Local RDP', group: 'All users' }),
  );
  const { api, store, user } = await check(lines);
  expect(screen.getByText(/^The file holds 10,001 changes; at most 10,000/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Import the first 10,000 changes' }));
  await user.click(await screen.findByRole('button', { name: 'Import 1 more change' }));
  await waitFor(() => expect(store.getState().openDialog).toBeNull());
  expect(api.importJumpItems.mock.calls.map(([{ entries }]) => entries.length)).toEqual([10_000, 1]);
});

test('R1.4 the refused lines are copied with their reasons', async () => {
  const { api, user } = await check([line(2, { id: 'gone', name: '=x' })]);
  await user.click(screen.getByRole('button', { name: 'Copy refused lines' }));
  const [[{ rowsJson }] = [{ rowsJson: '' }]] = api.copyRowsAsCsv.mock.calls;
  expect(JSON.parse(rowsJson)).toEqual([
    ['Id', 'Name', 'Line', 'Reason'],
    ['gone', '=x', 2, expect.stringContaining('You see no Jump Item')],
  ]);
});

test('R1.4 all refused lines are written to a file, with their numbers and reasons', async () => {
  const { api, store, user } = await check(
    Array.from({ length: 10_500 }, (_, place) => line(place + 2, { id: `gone-${place}`, name: 'x' })),
  );
  expect(screen.getByRole('button', { name: 'Copy first 10,000' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save refused lines…' }));
  await waitFor(() =>
    expect(store.getState().messages).toMatchObject([
      { kind: 'file-written', file: { of: 'refused-lines', count: 10_500 } },
    ]),
  );
  expect(api.beginRefusedLines).toHaveBeenCalledExactlyOnceWith({
    columns: ['id', 'name'],
    fileName: 'items.csv',
  });
  const rows = api.writeExportRows.mock.calls.flatMap(([{ rowsJson }]) => JSON.parse(rowsJson));
  expect(rows).toHaveLength(10_500);
  expect(rows.at(-1)).toEqual(['gone-10499', 'x', 10_501, expect.stringContaining('You see no Jump Item')]);
  expect(store.getState().openDialog).toBe('import');
});

test('an import whose answer is still to come is not offered again: it would make everything new twice', async () => {
  const { api, store, user } = await check([line(2, { id: 'ji-1', name: 'Front desk' })]);
  api.importJumpItems.mockResolvedValue({ ok: false, code: 'outcome-pending' });
  await user.click(start());
  await waitFor(() => expect(store.getState().openDialog).toBeNull());
  expect(store.getState().messages).toMatchObject([
    { kind: 'refusal', refusal: { about: 'Import of 1 line', code: 'outcome-pending' } },
  ]);
});

test('R1.4 of thousands that the appliance refused each line says why, also those that it did not name', async () => {
  const lines = Array.from({ length: 1_200 }, (_, place) =>
    line(place + 2, { name: `n${place}`, hostname: 'h', method: 'Local RDP', group: 'All users' }),
  );
  const { api, user } = await check(lines);
  const refusedLines = [
    { code: 'jump-group-not-found' as const, runs: [600, 599] },
    { code: 'not-permitted' as const, detail: 'create-jump-items', runs: [1_199, 1] },
  ];
  api.importJumpItems.mockResolvedValue({
    ok: true,
    value: { done: 600, refusedCount: 600, refused: [], refusedLines, created: 600 },
  });
  await user.click(start());
  await user.click(await screen.findByRole('button', { name: 'Refused 600' }));
  expect(screen.getByRole('button', { name: 'Imported 600' })).toBeTruthy();
  expect(screen.getAllByRole('option')[0]?.textContent).toContain(
    '602Refusedn600The Jump Group does not exist',
  );
  await user.click(screen.getByRole('listbox'));
  await user.keyboard('{End}');
  expect(screen.getByText(/Line 1,201/).textContent).toContain('n1199');
});
