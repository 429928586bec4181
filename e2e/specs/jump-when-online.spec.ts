import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { startJumpClient } from '../fixtures/running-jump-client.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { sessionTab } from '../pages/session-tab.ts';

test('an offline item is jumped to as soon as it comes online; a reload does not end the wait', async ({
  page,
  appliance,
  whenDone,
}, testInfo) => {
  const { row, select, statistics } = jumpInterface(page);
  const start = () =>
    startJumpClient({
      applianceUrl: appliance.url,
      installerKey: appliance.installerKey(),
      folder: testInfo.outputPath('this-computer'),
    });
  const before = await start();
  await select(before.name);
  await before.program.stop();
  await expect(statistics).toContainText('A jump would be refused now: The Jump Client is offline.');
  await statistics.getByRole('button', { name: 'Jump when it comes online' }).click();
  await expect(row(before.name).getByRole('img', { name: /^Waiting/ })).toBeVisible();

  await page.reload();
  await expect(row(before.name).getByRole('img', { name: /^Waiting/ })).toBeVisible();
  const again = await start();
  whenDone('jump-client-again', again.program.log, () => again.program.stop());
  await expect(page.getByText('It came online, and the support session has begun.')).toBeVisible();
  expect(await appliance.supportSessions()).toHaveLength(1);
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(sessionTab(page, before.name).panel).toBeVisible();
});

test('who looks elsewhere is notified by the system; a click brings the window and the session to the front', async ({
  firstConsole: { app, page },
  appliance,
  whenDone,
}, testInfo) => {
  const { select, grid, tab } = jumpInterface(page);
  const start = () =>
    startJumpClient({
      applianceUrl: appliance.url,
      installerKey: appliance.installerKey(),
      folder: testInfo.outputPath('this-computer'),
    });
  const before = await start();
  await select(before.name);
  await before.program.stop();
  await expect(jumpInterface(page).statistics).toContainText('The Jump Client is offline.');
  await grid.press('Shift+Enter');

  // The notification is Electron's own and is never drawn: what a desktop would do with it, the test does.
  await app.evaluate(({ BrowserWindow, Notification }) => {
    const [window] = BrowserWindow.getAllWindows();
    const seen = { notifications: [] as Electron.Notification[], focused: 0 };
    Object.assign(globalThis, { seen });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      seen.notifications.push(this);
    };
    Object.assign(window ?? {}, {
      isFocused: () => false,
      focus: () => {
        seen.focused += 1;
      },
    });
  });
  const shown = () =>
    app.evaluate(() =>
      (Reflect.get(globalThis, 'seen').notifications as Electron.Notification[]).map(({ title, body }) => ({
        title,
        body,
      })),
    );
  const again = await start();
  whenDone('jump-client-again', again.program.log, () => again.program.stop());
  await expect
    .poll(shown)
    .toEqual([{ title: before.name, body: 'It came online, and the support session has begun.' }]);
  await expect(tab('Jump Interface')).toHaveAttribute('aria-selected', 'true');
  await app.evaluate(() => Reflect.get(globalThis, 'seen').notifications[0].emit('click'));
  await expect(sessionTab(page, before.name).panel).toBeVisible();
  expect(await app.evaluate(() => Reflect.get(globalThis, 'seen').focused)).toBe(1);
});

test('a wait can be ended; coming online begins nothing then', async ({ page, appliance }) => {
  const { cell, row, select, statistics } = jumpInterface(page);
  await select('Warehouse 10');
  await page.keyboard.press('Shift+Enter');
  await expect(statistics).toContainText('Jumps as soon as it comes online.');
  await statistics.getByRole('button', { name: 'Stop waiting' }).click();
  await expect(row('Warehouse 10').getByRole('img', { name: /^Waiting/ })).toBeHidden();
  const [item] = (await appliance.jumpItems()).filter(({ name }) => name === 'Warehouse 10');
  await appliance.setPresence(item?.id ?? '', 'online');
  await expect(cell('Warehouse 10', 5)).toContainText('Online');
  await expect(page.getByRole('alert')).toHaveCount(0);
});
