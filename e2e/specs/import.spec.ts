import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { answerFileDialogs } from '../fixtures/system-dialogs.ts';
import { exportDialog } from '../pages/export-dialog.ts';
import { importDialog } from '../pages/import-dialog.ts';
import { jumpInterface } from '../pages/jump-interface.ts';

test('R1.4 an exported file changes nothing; changed in a spreadsheet it is imported as one step, and undone', async ({
  firstConsole,
  signedInConsole,
  appliance,
}, testInfo) => {
  const { page, app } = firstConsole;
  const path = testInfo.outputPath('items.csv');
  const before = await appliance.jumpItems();
  const other = await signedInConsole(appliance.token('ben'));
  await expect(jumpInterface(page).row('Reception')).toBeVisible();
  await answerFileDialogs(app, path);
  await exportDialog(page).open();
  await exportDialog(page).start.click();
  await expect(exportDialog(page).done).toHaveText('8 Jump Items exported');

  const dialog = importDialog(page);
  await dialog.open();
  await dialog.choose.click();
  await expect(dialog.filter(/^Unchanged 8$/)).toBeVisible();
  await expect(dialog.start).toHaveText('Nothing to import');
  await expect(dialog.start).toHaveAttribute('aria-disabled', 'true');

  // A person's changes in a spreadsheet, and two new lines.
  const exported = readFileSync(path, 'utf8');
  const columns = exported.split('\r\n')[0]?.split(',').length ?? 0;
  const added = (cells: string) => `${cells}${','.repeat(columns - cells.split(',').length)}\r\n`;
  writeFileSync(
    path,
    exported.replace(',Reception,', ',Front desk,').replace('till by the door', "'=moved") +
      added(',Router,10.0.0.1,5901,Local VNC,All Users,network,in the cellar') +
      added(',Laptop,LAP-01,,Jump Client,All Users'),
  );
  await dialog.chooseOther.click();
  await expect(dialog.line(10)).toContainText('Local VNC, 10.0.0.1:5901, in All Users');
  await expect(dialog.line(11)).toContainText('A Jump Client comes from its computer');
  await dialog.filter(/^Changed 1$/).click();
  await expect(dialog.detail).toContainText('Name: Reception → Front desk');
  await expect(dialog.detail).toContainText('Comments: till by the door → =moved');
  expect(await appliance.jumpItems()).toEqual(before);

  await expect(dialog.start).toHaveText('Import 2 changes');
  await dialog.start.click();
  await expect(dialog.dialog).toBeHidden();
  for (const window of [page, other.page]) {
    await expect(jumpInterface(window).row('Front desk')).toBeVisible();
    await expect(jumpInterface(window).row('Router')).toBeVisible();
  }
  expect((await appliance.jumpItems()).find(({ name }) => name === 'Router')).toMatchObject({
    method: 'local-vnc',
    hostname: '10.0.0.1',
    port: 5901,
    tag: 'network',
    comments: 'in the cellar',
  });

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  for (const window of [page, other.page]) {
    await expect(jumpInterface(window).row('Reception')).toBeVisible();
    await expect(jumpInterface(window).row('Router')).toBeHidden();
  }
  const unnumbered = (items: typeof before) => items.map((item) => ({ ...item, propertiesRev: 0 }));
  expect(unnumbered(await appliance.jumpItems())).toEqual(unnumbered(before));
});

test('R1.10 what a colleague changed since the dry run is refused and named, the rest is done', async ({
  firstConsole,
  appliance,
}, testInfo) => {
  const { page, app } = firstConsole;
  const items = await appliance.jumpItems();
  const idOf = (name: string) => items.find((item) => item.name === name)?.id ?? '';
  const path = testInfo.outputPath('items.json');
  const jumpItems = [
    { id: idOf('Kiosk'), name: 'Kiosk by the lift' },
    { id: idOf('Reception'), name: 'Front desk' },
  ];
  writeFileSync(path, JSON.stringify({ format: 'jump-items', version: 1, jumpItems }));
  await expect(jumpInterface(page).row('Reception')).toBeVisible();
  await answerFileDialogs(app, path);
  const dialog = importDialog(page);
  await dialog.open();
  await dialog.choose.click();
  await expect(dialog.start).toHaveText('Import 2 changes');
  await appliance.changeJumpItem(idOf('Reception'), { comments: 'moved upstairs' });
  await dialog.start.click();
  await dialog.filter(/^Refused 1$/).click();
  await expect(dialog.detail).toContainText('Somebody changed this Jump Item a moment ago.');
  await expect(dialog.filter(/^Imported 1$/)).toBeVisible();
  const after = await appliance.jumpItems();
  expect(after.find(({ id }) => id === idOf('Kiosk'))?.name).toBe('Kiosk by the lift');
  expect(after.find(({ id }) => id === idOf('Reception'))).toMatchObject({
    name: 'Reception',
    comments: 'moved upstairs',
  });
});

test('R1.4 a right that is withdrawn while the dialog is open is said, line by line', async ({
  firstConsole,
  appliance,
}, testInfo) => {
  const { page, app } = firstConsole;
  const path = testInfo.outputPath('items.csv');
  writeFileSync(path, 'Name,Hostname/IP,Jump Method,Group\nRouter,10.0.0.1,Local RDP,All Users\n');
  await expect(jumpInterface(page).row('Reception')).toBeVisible();
  await answerFileDialogs(app, path);
  const dialog = importDialog(page);
  await dialog.open();
  await dialog.choose.click();
  await expect(dialog.start).toHaveText('Import 1 change');
  await appliance.changeAccount('anna', { rights: ['jump-to-jump-items'] });
  await dialog.start.click();
  await expect(dialog.line(2)).toContainText('Missing right: Create Jump Items.');
  expect((await appliance.jumpItems()).some(({ name }) => name === 'Router')).toBe(false);
});

test('R1.4 a file that cannot be imported says why, and another can be chosen', async ({
  firstConsole,
}, testInfo) => {
  const { page, app } = firstConsole;
  const path = testInfo.outputPath('items.csv');
  await expect(jumpInterface(page).row('Reception')).toBeVisible();
  await answerFileDialogs(app, path);
  const dialog = importDialog(page);
  await dialog.open();
  const problems: readonly (readonly [string | Buffer, string | RegExp])[] = [
    [
      'a,b\n1,2\n',
      /^The file lacks columns that an import needs: Id, Name, Hostname\/IP, Jump Method, Group\.$/,
    ],
    ['Id,Name\n1,"a\n', /^A quotation mark in line 2 is not closed/],
    [Buffer.from('Id,Name\n1,M\xf6we\n', 'latin1'), /^Line 2 is not in UTF-8/],
    ['', /^There are no Jump Items in the file\.$/],
  ];
  for (const [content, text] of problems) {
    writeFileSync(path, content);
    await dialog.choose.click();
    await expect(dialog.problem).toHaveText(text);
  }
  truncateSync(path, 1024 ** 3);
  await dialog.choose.click();
  await expect(dialog.problem).toHaveText('The file is larger than 64 MB. Split it.');
  writeFileSync(path, 'Id;Name\n1;a\n');
  await dialog.choose.click();
  await expect(dialog.line(2)).toContainText('You see no Jump Item with the Id “1”.');
});

test('R1.4 100,000 refused lines stay usable, and are copied to be mended', async ({
  firstConsole,
}, testInfo) => {
  const { page, app } = firstConsole;
  const path = testInfo.outputPath('items.csv');
  const lines = Array.from({ length: 100_000 }, (_, place) => `gone-${place},=Item ${place}`);
  writeFileSync(path, `Id,Name\n${lines.join('\n')}\n`);
  await expect(jumpInterface(page).row('Reception')).toBeVisible();
  await answerFileDialogs(app, path);
  const dialog = importDialog(page);
  await dialog.open();
  await dialog.choose.click();
  await expect(dialog.filter(/^Refused 100,000$/)).toBeVisible({ timeout: 20_000 });
  await dialog.lines.focus();
  await page.keyboard.press('End');
  await expect(dialog.line(100_001)).toContainText('gone-99999');
  await expect(dialog.detail).toContainText('Line 100,001 · Refused · =Item 99999');
  await dialog.copyRefused.click();
  await expect(dialog.copyRefused).toBeHidden();
  await expect(dialog.dialog.getByRole('button', { name: 'Copied 10,000 lines' })).toBeVisible();
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  const [header, first] = copied.split('\r\n');
  expect(header).toBe('Id,Name,Line,Reason');
  expect(first).toMatch(/^gone-0,'=Item 0,2,Id: You see no Jump Item/);
});
