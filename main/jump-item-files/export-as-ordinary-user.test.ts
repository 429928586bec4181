import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createTexts } from '#app/texts/texts.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createJumpItemFiles } from './jump-item-files.ts';

/** Permission bits do not bind root: tests that run as root write as this user, who owns nothing. */
const NOBODY = 65_534;
const isRoot = process.geteuid?.() === 0;
const onLinux = test.runIf(process.platform === 'linux');
const asRoot = test.runIf(process.platform === 'linux' && isRoot);

/** A folder that the ordinary user may look into; root's, or where the tests run as somebody else that person's. */
function aFolder(mode: number): string {
  const folder = temporaryFolder();
  chmodSync(folder, mode);
  onTestFinished(() => chmodSync(folder, 0o755));
  return folder;
}

/** From here to the end of the test the process is an ordinary user's. */
function becomeOrdinary(): void {
  if (!isRoot) return;
  process.seteuid?.(NOBODY);
  onTestFinished(() => process.seteuid?.(0));
}

/** A whole export under this name: what came of it. */
async function exportTo(path: string) {
  const { handlers } = createJumpItemFiles({
    askWhereTo: async () => ({ canceled: false, filePath: path }),
    askWhich: async () => ({ canceled: true, filePaths: [] }),
    copyText: () => undefined,
    now: () => 0,
    texts: createTexts('en'),
  });
  const begun = await handlers.beginExport({ format: 'csv', columns: ['name'] });
  if (begun.state !== 'begun') return begun;
  await handlers.writeExportRows({ exportId: begun.exportId, rowsJson: '[["Reception"]]' });
  return handlers.finishExport({ exportId: begun.exportId });
}
const notWritable = (detail: string) => ({
  state: 'refused',
  problem: { problem: 'not-writable', detail, file: 'items.csv' },
});

onLinux('R1.4 into a folder that one may not write to: refused by name, and nothing is left', async () => {
  const folder = aFolder(0o555);
  becomeOrdinary();
  expect(await exportTo(join(folder, 'items.csv'))).toEqual(notWritable('EACCES'));
  expect(readdirSync(folder)).toEqual([]);
});

onLinux(
  'R1.4 over a file that one may not write: refused before anything is, in a folder of one’s own',
  async () => {
    const folder = aFolder(0o755);
    const path = join(folder, 'items.csv');
    writeFileSync(path, 'old');
    chmodSync(path, 0o444);
    if (isRoot) chownSync(folder, NOBODY, NOBODY);
    becomeOrdinary();
    expect(await exportTo(path)).toEqual(notWritable('EACCES'));
    expect(readdirSync(folder)).toEqual(['items.csv']);
    expect(readFileSync(path, 'utf8')).toBe('old');
  },
);

onLinux(
  'R1.4 over a file of one’s own in a folder that takes no new one: refused, and the file is as it was',
  async () => {
    const folder = aFolder(0o755);
    const path = join(folder, 'items.csv');
    writeFileSync(path, 'old');
    chmodSync(path, 0o666);
    chmodSync(folder, 0o555);
    becomeOrdinary();
    expect(await exportTo(path)).toEqual(notWritable('EACCES'));
    expect(readdirSync(folder)).toEqual(['items.csv']);
    expect(readFileSync(path, 'utf8')).toBe('old');
  },
);

asRoot('R1.4 over a file that only its owner may replace, a colleague’s: refused', async () => {
  const folder = aFolder(0o1777);
  const path = join(folder, 'items.csv');
  writeFileSync(path, 'a colleague’s');
  chmodSync(path, 0o666);
  becomeOrdinary();
  expect(await exportTo(path)).toEqual(notWritable('EPERM'));
  expect(readdirSync(folder)).toEqual(['items.csv']);
  expect(readFileSync(path, 'utf8')).toBe('a colleague’s');
});

asRoot('R1.4 on a disk that is read-only: said so', async () => {
  const folder = temporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', [folder]));
  expect(await exportTo(join(folder, 'items.csv'))).toEqual(notWritable('EROFS'));
});

asRoot('R1.4 over a file that is protected against changes: said so, nothing is left', async ({ skip }) => {
  const folder = temporaryFolder();
  const path = join(folder, 'items.csv');
  writeFileSync(path, 'protected');
  skip(spawnSync('chattr', ['+i', path]).status !== 0, 'this file system protects no files');
  onTestFinished(() => void execFileSync('chattr', ['-i', path]));
  expect(await exportTo(path)).toEqual(notWritable('EPERM'));
  expect(readdirSync(folder)).toEqual(['items.csv']);
});

onLinux('R1.4 what an ordinary user writes is that user’s, and readable as the system wants it', async () => {
  const folder = aFolder(0o777);
  becomeOrdinary();
  expect(await exportTo(join(folder, 'items.csv'))).toMatchObject({ state: 'finished' });
  const { uid, mode } = statSync(join(folder, 'items.csv'));
  expect([uid, mode & 0o777]).toEqual([process.geteuid?.(), 0o666 & ~process.umask()]);
});
