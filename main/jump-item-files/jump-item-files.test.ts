import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { FileTransferId } from '#app/contracts/jump-item-files.ts';
import type { FileLine } from '#app/domain/file-columns.ts';
import { createTexts } from '#app/texts/texts.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createExportFile } from './export-file.ts';
import { jsonFormat } from './file-rows.ts';
import { createJumpItemFiles } from './jump-item-files.ts';

function filesAt(path: string) {
  return createJumpItemFiles({
    askWhereTo: async () => ({ canceled: path === '', filePath: path }),
    askWhich: async () => ({ canceled: path === '', filePaths: [path] }),
    copyText: () => undefined,
    now: () => 0,
    texts: createTexts('en'),
  });
}

async function begin({ handlers }: ReturnType<typeof filesAt>): Promise<FileTransferId> {
  const begun = await handlers.beginExport({ format: 'csv', columns: ['name', 'port'] });
  if (begun.state !== 'begun') throw new Error(JSON.stringify(begun));
  return begun.exportId;
}

test('R1.4 an export is whole under its name, or not there', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'items.csv');
  const files = filesAt(path);
  const exportId = await begin(files);
  const pieces = [[['Reception', null]], [['Terminal server', 3389]]];
  await Promise.all(
    pieces.map((rows) => files.handlers.writeExportRows({ exportId, rowsJson: JSON.stringify(rows) })),
  );
  expect(existsSync(path)).toBe(false);
  expect(await files.handlers.finishExport({ exportId })).toMatchObject({ state: 'finished', path });
  expect(readFileSync(path, 'utf8')).toBe('\ufeffName,Port\r\nReception,\r\nTerminal server,3389\r\n');
  expect(readdirSync(folder)).toEqual(['items.csv']);
});

test('R1.4 a cancelled export leaves what was there', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'items.csv');
  writeFileSync(path, 'old');
  const files = filesAt(path);
  const exportId = await begin(files);
  const written = files.handlers.writeExportRows({ exportId, rowsJson: '[["a",1]]' });
  await files.handlers.cancelExport({ exportId });
  await expect(written).resolves.toEqual({ state: 'written' });
  expect(readdirSync(folder)).toEqual(['items.csv']);
  expect(readFileSync(path, 'utf8')).toBe('old');
});

test('R1.4 a page that goes leaves nothing half-written', async () => {
  const folder = temporaryFolder();
  const files = filesAt(join(folder, 'items.csv'));
  await begin(files);
  files.closeAll();
  expect(readdirSync(folder)).toEqual([]);
});

test('R1.4 a folder that is gone is told, before and while it is written', async () => {
  const folder = join(temporaryFolder(), 'reports');
  const files = filesAt(join(folder, 'items.csv'));
  const gone = { state: 'refused', problem: { problem: 'folder-gone', detail: 'ENOENT', file: 'items.csv' } };
  expect(await files.handlers.beginExport({ format: 'csv', columns: ['name'] })).toEqual(gone);
  mkdirSync(folder);
  const exportId = await begin(files);
  rmSync(folder, { recursive: true });
  expect(await files.handlers.finishExport({ exportId })).toEqual(gone);
});

test('R1.4 a full disk is told once and for all, and nothing is left on it', async () => {
  const calls: string[] = [];
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
  const file = await createExportFile({
    path: 'items.csv',
    rowFormat: jsonFormat(['name'], 0),
    open: async () => ({
      write: async (text) => {
        calls.push('write');
        if (text.includes('large')) throw full;
      },
      commit: async () => 0,
      discard: async () => void calls.push('discard'),
      discardNow: () => undefined,
    }),
  });
  const refused = {
    state: 'refused',
    problem: { problem: 'disk-full', detail: 'ENOSPC', file: 'items.csv' },
  };
  expect(await file.write('[["large"]]')).toEqual(refused);
  expect(await file.write('[["small"]]')).toEqual(refused);
  expect(await file.finish()).toEqual(refused);
  expect(calls).toEqual(['write', 'write', 'discard']);
});

test.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
  'R1.4 on a disk of 64 KB a larger export is refused, and what was there is still there',
  async () => {
    const folder = temporaryFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]);
    onTestFinished(() => void execFileSync('umount', [folder]));
    const path = join(folder, 'items.csv');
    writeFileSync(path, 'old');
    const files = filesAt(path);
    const exportId = await begin(files);
    const rows = Array.from({ length: 10_000 }, (_, place) => [`Item ${place}`, 1]);
    expect(await files.handlers.writeExportRows({ exportId, rowsJson: JSON.stringify(rows) })).toEqual({
      state: 'refused',
      problem: { problem: 'disk-full', detail: 'ENOSPC', file: 'items.csv' },
    });
    expect(readdirSync(folder)).toEqual(['items.csv']);
    expect(readFileSync(path, 'utf8')).toBe('old');
  },
);

test('nothing is opened when the person closes the dialog', async () => {
  const { handlers } = filesAt('');
  expect(await handlers.beginExport({ format: 'csv', columns: ['name'] })).toEqual({ state: 'cancelled' });
  expect(await handlers.openImportFile({})).toEqual({ state: 'cancelled' });
});

test('a transfer that is not open is a fault of the page', async () => {
  const { handlers } = filesAt('');
  const exportId = FileTransferId.parse(crypto.randomUUID());
  expect(() => handlers.writeExportRows({ exportId, rowsJson: '[]' })).toThrow('is open');
  expect(await handlers.cancelExport({ exportId })).toEqual({});
});

test('R1.4 the lines of an import come page by page', async () => {
  const path = join(temporaryFolder(), 'items.csv');
  writeFileSync(path, `Id,Name\r\n${'1,a\r\n'.repeat(450)}`);
  const { handlers } = filesAt(path);
  const opened = await handlers.openImportFile({});
  if (opened.state !== 'opened') throw new Error(JSON.stringify(opened));
  expect(opened).toMatchObject({ fileName: 'items.csv', columns: ['id', 'name'] });
  const counts: number[] = [];
  for (let isLast = false; !isLast; ) {
    const page = await handlers.readImportLines({ importId: opened.importId });
    if (page.state !== 'read') throw new Error(JSON.stringify(page));
    counts.push((JSON.parse(page.linesJson) as FileLine[]).length);
    isLast = page.isLast;
  }
  expect(counts).toEqual([200, 200, 50]);
  await handlers.closeImportFile({ importId: opened.importId });
});

test('R1.4 a file that is gone, or no file, is told', async () => {
  const folder = temporaryFolder();
  const refused = (detail: string, file: string) => ({
    state: 'refused',
    problem: { problem: 'not-readable', detail, file },
  });
  const open = (path: string) => filesAt(path).handlers.openImportFile({});
  expect(await open(join(folder, 'gone.csv'))).toEqual(refused('ENOENT', 'gone.csv'));
  expect(await open(folder)).toEqual(refused('EISDIR', basename(folder)));
  expect(await open('/dev/zero')).toEqual(refused('ENOTSUP', 'zero'));
});

test('R1.4 the refused lines of an import are a file with their numbers and reasons, guarded like an export', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'refused.csv');
  const { handlers } = filesAt(path);
  const begun = await handlers.beginRefusedLines({ columns: ['name', 'tag'], fileName: 'items.csv' });
  if (begun.state !== 'begun') throw new Error(JSON.stringify(begun));
  const { exportId } = begun;
  await handlers.writeExportRows({ exportId, rowsJson: JSON.stringify([['=1', null, 7, 'No, “really”']]) });
  expect(await handlers.finishExport({ exportId })).toMatchObject({ state: 'finished', path });
  expect(readFileSync(path, 'utf8')).toBe('\ufeffName,Tag,Line,Reason\r\n\'=1,,7,"No, “really”"\r\n');
});
