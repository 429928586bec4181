import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { test as base } from '../fixtures/console-test.ts';
import { fileTransfer } from '../pages/file-transfer.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { sessionTab } from '../pages/session-tab.ts';

type Files = {
  /** A folder each, in which both sides begin. */
  folders: { here: string; there: string };
};

const test = base.extend<Files>({
  folders: async ({ jumpClient }, use, testInfo) => {
    const here = testInfo.outputPath('representative');
    mkdirSync(here, { recursive: true });
    await use({ here, there: dirname(jumpClient.dataDir) });
  },
  firstConsole: async ({ openConsole, folders }, use) => {
    await use(await openConsole({ env: { HOME: folders.here } }));
  },
});

/** Takes long enough for something to happen meanwhile. */
const LARGE = 400_000_000;

async function openFiles(page: Page, name: string) {
  await jumpInterface(page).row(name).dblclick();
  await expect(sessionTab(page, name).link).toHaveText('Connected');
  const files = fileTransfer(page, name);
  await files.open();
  await expect(files.there.row('jump-client')).toBeVisible();
  return files;
}

test('a file is uploaded and another one downloaded', async ({ page, jumpClient, folders }) => {
  const content = randomBytes(3_000_000);
  writeFileSync(join(folders.here, 'up.bin'), content);
  writeFileSync(join(folders.there, 'down.bin'), content);
  const { here, there, transfers } = await openFiles(page, jumpClient.name);
  await here.row('up.bin').click();
  await here.button('Upload').click();
  await expect(there.row('up.bin')).toBeVisible();
  await there.row('down.bin').click();
  await page.keyboard.press('Control+Enter');
  await expect(here.row('down.bin')).toBeVisible();
  await expect(transfers).toContainText(['up.bin', 'down.bin']);
  expect(readFileSync(join(folders.there, 'up.bin')).equals(content)).toBe(true);
  expect(readFileSync(join(folders.here, 'down.bin')).equals(content)).toBe(true);
});

test('a folder is dragged over, with all that is in it', async ({ page, jumpClient, folders }) => {
  mkdirSync(join(folders.here, 'folder', 'inner'), { recursive: true });
  writeFileSync(join(folders.here, 'folder', 'inner', 'a.txt'), 'A');
  symlinkSync('/etc/passwd', join(folders.here, 'folder', 'link'));
  const { here, there, transfers } = await openFiles(page, jumpClient.name);
  await here.row('folder').dragTo(there.list);
  await expect(transfers).toContainText(['one left out']);
  expect(readFileSync(join(folders.there, 'folder', 'inner', 'a.txt'), 'utf8')).toBe('A');
  expect(existsSync(join(folders.there, 'folder', 'link'))).toBe(false);
  await there.row('folder').dblclick();
  await expect(there.trail.getByRole('button').last()).toHaveText('folder');
  await expect(there.row('inner')).toBeVisible();
});

test('a name that is taken is asked about: kept beside, or replaced', async ({
  page,
  jumpClient,
  folders,
}) => {
  writeFileSync(join(folders.here, 'x.txt'), 'new');
  writeFileSync(join(folders.there, 'x.txt'), 'old');
  const { here, there, question, transfers } = await openFiles(page, jumpClient.name);
  await here.row('x.txt').click();
  await here.button('Upload').click();
  await expect(question).toContainText('A file of this name is on the remote computer already.');
  await question.getByRole('button', { name: 'Keep both' }).click();
  await expect(there.row('x (2).txt')).toBeVisible();
  expect(readFileSync(join(folders.there, 'x.txt'), 'utf8')).toBe('old');
  await here.button('Upload').click();
  await question.getByRole('button', { name: 'Replace' }).click();
  await expect(transfers.last()).toContainText('Done');
  expect(readFileSync(join(folders.there, 'x.txt'), 'utf8')).toBe('new');
});

test('a connection that is cut in the middle costs no byte', async ({
  page,
  appliance,
  jumpClient,
  folders,
}) => {
  const content = randomBytes(LARGE);
  writeFileSync(join(folders.there, 'large.bin'), content);
  const { there, transfers } = await openFiles(page, jumpClient.name);
  await there.row('large.bin').click();
  await there.button('Download').click();
  await expect(transfers).toContainText('MiB of');
  await appliance.dropConsoles();
  process.kill(appliance.program.processId, 'SIGSTOP');
  try {
    await expect(page.getByText(/list may be out of date|the list shows what was known at/)).toBeVisible({
      timeout: 15_000,
    });
  } finally {
    process.kill(appliance.program.processId, 'SIGCONT');
  }
  await expect(transfers).toContainText('Done', { timeout: 45_000 });
  expect(readFileSync(join(folders.here, 'large.bin')).equals(content)).toBe(true);
  expect(readdirSync(folders.here)).not.toContainEqual(expect.stringContaining('.part'));
});

test('a page that loads again in the middle of a transfer goes on with it where it was', async ({
  page,
  jumpClient,
  folders,
}) => {
  const content = randomBytes(LARGE);
  writeFileSync(join(folders.there, 'large.bin'), content);
  const { there, transfers, open } = await openFiles(page, jumpClient.name);
  await there.row('large.bin').click();
  await there.button('Download').click();
  await expect(transfers).toContainText('MiB of');
  process.kill(jumpClient.program.processId, 'SIGSTOP'); // it would be done before the page is loaded
  await page.reload();
  process.kill(jumpClient.program.processId, 'SIGCONT');
  const part = readdirSync(folders.here).find((name) => name.endsWith('.part')) ?? '';
  expect(statSync(join(folders.here, part)).size).toBeGreaterThan(0);
  await sessionTab(page, jumpClient.name).tab.click();
  await expect(sessionTab(page, jumpClient.name).link).toHaveText('Connected');
  await open();
  await there.row('large.bin').click();
  await there.button('Download').click();
  await expect(transfers).toContainText('went on at');
  await expect(transfers).toContainText('Done', { timeout: 45_000 });
  expect(readFileSync(join(folders.here, 'large.bin')).equals(content)).toBe(true);
  expect(existsSync(join(folders.here, part))).toBe(false);
});

test('hostile names are shown literally and stay where they belong', async ({
  page,
  jumpClient,
  folders,
}) => {
  const names = [
    '<img src=x onerror=alert(1)>',
    '\u202egpj.exe',
    '-rf',
    'NUL',
    `${'x'.repeat(251)}.txt`,
    '..\\..\\up',
  ];
  for (const name of names) writeFileSync(join(folders.there, name), name);
  const { there, here, transfers } = await openFiles(page, jumpClient.name);
  await there.button('Hidden files').click();
  for (const [place, name] of names.entries())
    await there.row(name.replace('\u202e', '‹202E›')).click({ modifiers: place === 0 ? [] : ['Control'] });
  await there.button('Download').click();
  await expect(transfers.filter({ hasText: 'Done' })).toHaveCount(names.length);
  for (const name of names) expect(readFileSync(join(folders.here, name), 'utf8')).toBe(name);
  await expect(here.row('NUL')).toBeVisible();
  expect(readdirSync(dirname(folders.here))).not.toContain('up');
});

test('folders are made, renamed and deleted, and names that lead elsewhere are refused', async ({
  page,
  jumpClient,
  folders,
}) => {
  const { there, dialog, question } = await openFiles(page, jumpClient.name);
  await there.button('New folder').click();
  await dialog.getByLabel('Name').fill('../out');
  await expect(dialog).toContainText('The computer does not take this name.');
  await dialog.getByLabel('Name').fill('new');
  await page.keyboard.press('Enter');
  await there.row('new').click();
  await page.keyboard.press('F2');
  await dialog.getByLabel('Name').fill('renamed');
  await page.keyboard.press('Enter');
  await there.row('renamed').click();
  expect(statSync(join(folders.there, 'renamed')).isDirectory()).toBe(true);
  await page.keyboard.press('Delete');
  await expect(question).toContainText('renamed');
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(there.row('renamed')).toBeHidden();
  expect(existsSync(join(folders.there, 'renamed'))).toBe(false);
});
