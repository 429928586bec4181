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
