import { writeFileSync } from 'node:fs';
import { expect } from 'playwright/test';
import { violations } from '../fixtures/axe-violations.ts';
import { test } from '../fixtures/console-test.ts';
import { answerFileDialogs } from '../fixtures/system-dialogs.ts';
import { startVncServer } from '../fixtures/vnc-server.ts';
import { commandPalette } from '../pages/command-palette.ts';
import { createShortcutDialog } from '../pages/create-shortcut.ts';
import { exportDialog } from '../pages/export-dialog.ts';
import { fileTransfer } from '../pages/file-transfer.ts';
import { importDialog } from '../pages/import-dialog.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { pinAsJumpClient } from '../pages/pin-as-jump-client.ts';
import { propertiesDialog } from '../pages/properties-dialog.ts';
import { sessionKeyDialog } from '../pages/session-key-dialog.ts';
import { sessionTab } from '../pages/session-tab.ts';
import { signIn } from '../pages/sign-in.ts';
import { vncTab } from '../pages/vnc-tab.ts';

test('axe finds nothing in the Jump interface', async ({ page }) => {
  const { select, statistics } = jumpInterface(page);
  await select('Reception');
  await expect(statistics).toContainText('RCP-01');
  expect(await violations(page)).toEqual([]);
});

test('axe finds nothing in File Transfer', async ({ page, jumpClient }) => {
  await jumpInterface(page).row(jumpClient.name).dblclick();
  await expect(sessionTab(page, jumpClient.name).link).toHaveText('Connected');
  const files = fileTransfer(page, jumpClient.name);
  await files.open();
  await files.there.row('jump-client').click();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Delete');
  await expect(files.question).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('axe finds nothing in the command palette', async ({ page }) => {
  const palette = commandPalette(page);
  await expect(jumpInterface(page).row('Reception')).toBeVisible();
  await palette.open();
  expect(await violations(page)).toEqual([]);
  await palette.field.fill('e');
  await expect(palette.section('Jump Items')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await palette.field.fill('nothing has this name');
  expect(await violations(page)).toEqual([]);
});

test('axe finds nothing in the keyboard shortcuts', async ({ page }) => {
  await expect(jumpInterface(page).row('Reception')).toBeVisible();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('axe finds nothing in the totals of several, in the row’s menu, and in what failed', async ({
  page,
}) => {
  const { grid, row, select } = jumpInterface(page);
  await select('Warehouse 10');
  await grid.press('Shift+Enter');
  await row('Retired laptop').click({ modifiers: ['Control'] });
  await grid.press('Enter');
  await expect(page.getByText('0 of 2 Jumps started')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await row('Warehouse 10').click({ button: 'right' });
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('axe finds nothing in the settings, and where nothing is found', async ({ page }) => {
  const { row, searchFor } = jumpInterface(page);
  await expect(row('Reception')).toBeVisible();
  await searchFor('nothing has this name');
  await expect(row('Reception')).toBeHidden();
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('menuitemradio').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('axe finds nothing where a shortcut is created, and in Local VNC', async ({
  page,
  appliance,
  whenDone,
}, testInfo) => {
  const passwordFile = testInfo.outputPath('vnc-password');
  const server = await startVncServer({ passwordFile, color: 0x2040a0, onEvent: () => null });
  whenDone('vnc-server', server.log, server.stop);
  const till = { method: 'local-vnc', name: 'Till', hostname: '127.0.0.1', port: server.port } as const;
  await appliance.addJumpShortcut(till);
  const create = createShortcutDialog(page);
  await create.open('Local VNC Shortcut…');
  await create.submit.click();
  await expect(create.dialog.getByText(/A host name or an IP address/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await jumpInterface(page).row('Till').dblclick();
  const tab = vncTab(page, 'Till');
  await expect(tab.password).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await tab.password.fill('password');
  await tab.connect.click();
  await tab.panel.getByRole('button', { name: 'Clipboard' }).click();
  await expect(tab.status).toHaveText('Connected');
  expect(await violations(page)).toEqual([]);
  await server.stop();
  await expect(tab.reconnect).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('axe finds nothing in the search’s list of fields', async ({ page }) => {
  await jumpInterface(page).fields.click();
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('axe finds nothing in the table with many selected, pinned columns and its menus', async ({ page }) => {
  const { grid, header, columns, menuItem, columnBox } = jumpInterface(page);
  await header('Name').click({ button: 'right' });
  expect(await violations(page)).toEqual([]);
  await menuItem('Pin column').click();
  await header('Status')
    .getByRole('button')
    .click({ modifiers: ['Shift'] });
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+a');
  await expect(page.getByRole('contentinfo')).toContainText('8 selected');
  expect(await violations(page)).toEqual([]);
  await columns.click();
  await expect(columnBox('Uptime')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('axe finds nothing in the search’s chips, problems, offers and help', async ({ page }) => {
  const { row, search } = jumpInterface(page);
  await search.fill('cashier -test accessed:soon');
  await expect(row('Reception')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await search.press('Enter');
  await search.fill('');
  await expect(page.getByRole('listbox', { name: 'Recent searches' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await search.press('F1');
  await expect(page.getByRole('dialog', { name: 'How to search' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('axe finds nothing in the session key for a customer', async ({ page }) => {
  const { dialog, makeKey } = sessionKeyDialog(page);
  expect(await makeKey()).toMatch(/^\d{7}$/);
  await expect(dialog.getByText('Waiting for the customer…')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('axe finds nothing in a pin: its button, its dialog with errors, under way, refused; the toolbar holds all', async ({
  page,
  appliance,
}) => {
  const key = await sessionKeyDialog(page).makeKey();
  const customer = await appliance.joinAsCustomer(key, { answer: 'ignore', until: 40, outcome: 'wait' });
  const pin = pinAsJumpClient(page, customer.name);
  await expect(pin.customize).toBeEnabled();
  await pin.customize.focus();
  await page.keyboard.press('Enter');
  await expect(pin.name).toBeFocused();
  await pin.name.fill('a'.repeat(129));
  await pin.comments.fill('a'.repeat(1_025));
  expect(await violations(page)).toEqual([]);
  await pin.reset.click();
  await pin.name.fill('Erika at home');
  await page.keyboard.press('Enter');
  await expect(pin.says('Waiting for the customer…')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await customer.does({ answer: 'allow' });
  await expect(pin.says('Installing… 40 %')).toBeVisible();
  const toolbar = page
    .getByRole('region', { name: /^Support session with/ })
    .locator('> div')
    .first();
  expect(await toolbar.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  expect(await violations(page)).toEqual([]);
  await customer.does({ outcome: 'full' });
  await expect(pin.message(/^The Jump Client could not be installed: /)).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('axe finds nothing in saved views, their changes and names', async ({ page }) => {
  const { row, saveView, search } = jumpInterface(page);
  await expect(row('Van 3')).toBeVisible();
  await saveView('All of it');
  await search.fill('nowhere');
  await expect(page.getByText('This view has changes')).toBeVisible();
  await saveView(' ');
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('axe finds nothing in Properties of one, with errors and a change by somebody else', async ({
  page,
  appliance,
}) => {
  const { grid, select } = jumpInterface(page);
  const { dialog, jumpGroup, name, ok, option, tag, useTheirs } = propertiesDialog(page);
  await select('Reception');
  await grid.press('Alt+Enter');
  await expect(name).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await jumpGroup.click();
  await expect(option('Personal')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await name.fill('a'.repeat(129));
  await tag.fill(' ');
  const reception = (await appliance.jumpItems()).find((item) => item.name === 'Reception');
  await appliance.changeJumpItem(reception?.id ?? '', { comments: 'theirs' });
  await expect(useTheirs('Comments')).toBeVisible();
  await ok.click();
  await expect(dialog).toContainText('Nothing was sent');
  expect(await violations(page)).toEqual([]);
  await appliance.removeJumpItem(reception?.id ?? '');
  await expect(dialog).toContainText('does not exist');
  expect(await violations(page)).toEqual([]);
});

test('axe finds nothing in Properties of many, and in what they would change', async ({
  page,
  appliance,
}) => {
  const { row, grid, select } = jumpInterface(page);
  const { apply, button, dialog, ok, tag } = propertiesDialog(page);
  await select('Reception');
  await row('Kiosk').click({ modifiers: ['Control'] });
  await grid.press('Alt+Enter');
  await expect(dialog).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await tag.fill('x');
  const kiosk = (await appliance.jumpItems()).find((item) => item.name === 'Kiosk');
  await appliance.changeJumpItem(kiosk?.id ?? '', { tag: 'theirs' });
  await expect(button('Leave it')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await button('Apply to it as well').click();
  await ok.click();
  await expect(apply).toBeFocused();
  expect(await violations(page)).toEqual([]);
});

test('axe finds nothing where one signs in', async ({ openConsole }) => {
  const { page } = await openConsole({ token: 'not-the-token' });
  await expect(signIn(page).submit).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('axe finds nothing in Export, in Import and in what stands in their way', async ({
  firstConsole,
}, testInfo) => {
  const { page, app } = firstConsole;
  await expect(jumpInterface(page).row('Reception')).toBeVisible();
  await answerFileDialogs(app, testInfo.outputPath('gone/items.csv'));
  const exporting = exportDialog(page);
  await exporting.open();
  await exporting.start.click();
  await expect(exporting.problem).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');

  const path = testInfo.outputPath('items.csv');
  const created = 'Router,10.0.0.1,Local VNC,All Users,';
  writeFileSync(path, `Name,Hostname/IP,Jump Method,Group,Colour\n${created}\nx,y,Jump Client,Nowhere,\n`);
  await answerFileDialogs(app, path);
  const importing = importDialog(page);
  await importing.open();
  expect(await violations(page)).toEqual([]);
  await importing.choose.click();
  await expect(importing.filter(/^Refused 1$/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('axe finds nothing in a support session, and in the question before the window closes', async ({
  firstConsole: { app, page },
  jumpClient,
}) => {
  await jumpInterface(page).row(jumpClient.name).dblclick();
  const session = sessionTab(page, jumpClient.name);
  await expect(session.section('Processes')).toBeVisible();
  await session.type('ls --color / ; exit');
  await expect(session.panel.getByText('This shell exited with 0.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect(page.getByRole('alertdialog')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('at 200 % zoom everything is reached: nothing is cut off at the window’s edge, and axe finds nothing', async ({
  firstConsole: { app, page },
}) => {
  const { row, select, statistics, toolbar } = jumpInterface(page);
  await expect(row('Reception')).toBeVisible();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(640);
  await select('Reception');
  for (const part of [
    toolbar.getByRole('button', { name: 'Jump' }),
    jumpInterface(page).search,
    statistics.getByRole('button', { name: 'Jump' }),
    commandPalette(page).opener,
  ]) {
    const box = await part.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 1_000)).toBeLessThanOrEqual(640);
    expect(box?.width).toBeGreaterThan(30);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(640);
  expect(await violations(page)).toEqual([]);
  await commandPalette(page).open();
  const box = await commandPalette(page).dialog.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 1_000)).toBeLessThanOrEqual(400);
});

test('at 1280 pixels the toolbar has room for every label and the search, however many are selected', async ({
  page,
}) => {
  const { grid, search, select, toolbar } = jumpInterface(page);
  await select('Reception');
  await grid.press('Control+a');
  await expect(toolbar.getByRole('button', { name: 'Jump to 8' })).toBeVisible();
  const [bar, field] = await Promise.all([toolbar.boundingBox(), search.boundingBox()]);
  const end = (box: typeof bar) => (box === null ? 0 : box.x + box.width);
  expect(end(field)).toBeLessThanOrEqual(end(bar));
  expect(field?.width).toBeGreaterThan(40);
  for (const button of await toolbar.getByRole('button', { name: /Create|Remove|Properties|Export/ }).all()) {
    expect((await button.boundingBox())?.width).toBeGreaterThan(60);
  }
});

test('who asked for less motion gets none; forced colours still tell what is selected', async ({ page }) => {
  const { row, select } = jumpInterface(page);
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
  await select('Reception');
  const colours = (name: string) =>
    row(name).evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await colours('Reception')).not.toBe(await colours('Warehouse 9'));
  await commandPalette(page).open();
  const slowest = await page.evaluate(() =>
    Math.max(
      0,
      ...document.getAnimations().map((animation) => Number(animation.effect?.getComputedTiming().duration)),
    ),
  );
  expect(slowest).toBeLessThan(1);
});
