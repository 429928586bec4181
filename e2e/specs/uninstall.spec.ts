import { existsSync } from 'node:fs';
import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { removalQuestion } from '../pages/removal-question.ts';
import { sessionTab } from '../pages/session-tab.ts';

/** A removal is held for ten seconds. */
const HOLD_OVER = { timeout: 15_000 };
/** What the Jump Client ends with when it has been removed. */
const REMOVED = 5;

test('R1.9 a computer that is removed in one console leaves both, and uninstalls itself after ten seconds', async ({
  page,
  appliance,
  jumpClient,
  signedInConsole,
}) => {
  const anna = jumpInterface(page);
  const ben = jumpInterface((await signedInConsole(appliance.token('ben'))).page);
  for (const list of [anna, ben]) await expect(list.row(jumpClient.name)).toBeVisible();
  await removalQuestion(page).removeItem(jumpClient.name);
  for (const list of [anna, ben]) await expect(list.row(jumpClient.name)).toBeHidden();
  expect(existsSync(jumpClient.dataDir)).toBe(true);

  expect(await jumpClient.program.ended).toBe(REMOVED);
  expect(jumpClient.program.log()).toContain('it has uninstalled itself');
  expect(existsSync(jumpClient.dataDir)).toBe(false);
  for (const list of [anna, ben]) await expect(list.row(jumpClient.name)).toBeHidden();
});

test('R1.9 a removal that is taken back leaves the computer and its live session unharmed', async ({
  page,
  appliance,
  jumpClient,
}) => {
  const { row, tab } = jumpInterface(page);
  const session = sessionTab(page, jumpClient.name);
  await row(jumpClient.name).dblclick();
  await expect(session.link).toHaveText('Connected');
  await tab('Jump Interface').click();
  await removalQuestion(page).removeItem(jumpClient.name);
  await expect(row(jumpClient.name)).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(row(jumpClient.name)).toContainText('In session');
  await tab(jumpClient.name).click();
  await expect(session.link).toHaveText('Connected');
  expect(await appliance.supportSessions()).toHaveLength(1);
  expect(existsSync(jumpClient.dataDir)).toBe(true);
});

test('R1.9 a computer that was away uninstalls itself when it comes back, installer key or not', async ({
  page,
  appliance,
  jumpClient,
}) => {
  const { cell, row } = jumpInterface(page);
  await jumpClient.program.stop();
  await expect(cell(jumpClient.name, 5)).toContainText('Offline');
  const { deployed } = await appliance.limits();
  await removalQuestion(page).removeItem(jumpClient.name);
  await expect(row(jumpClient.name)).toBeHidden();
  expect(await appliance.limits()).toMatchObject({ deployed });
  await expect.poll(() => appliance.limits(), HOLD_OVER).toMatchObject({ deployed: deployed - 1 });

  const back = jumpClient.startAgain();
  expect(await back.ended).toBe(REMOVED);
  expect(existsSync(jumpClient.dataDir)).toBe(false);
  expect(await appliance.limits()).toMatchObject({ deployed: deployed - 1 });
  await expect(row(jumpClient.name)).toBeHidden();
});

test('R1.12 what its user uninstalls stays listed with its last statistics, and cannot be jumped to', async ({
  page,
  appliance,
  jumpClient,
}) => {
  const { cell, row, select, statistics } = jumpInterface(page);
  await select(jumpClient.name);
  await expect(statistics).toContainText(/CPU/);
  await jumpClient.command('uninstall');
  expect(await jumpClient.program.ended).toBe(0);
  expect(existsSync(jumpClient.dataDir)).toBe(false);
  await expect(cell(jumpClient.name, 5)).toContainText('Uninstalled');
  await expect(statistics).toContainText('Last values');
  await expect(statistics).toContainText(/CPU/);
  await row(jumpClient.name).dblclick();
  await expect(
    page.getByText('The specified Jump Client has been uninstalled.', { exact: true }).first(),
  ).toBeVisible();
  expect(await appliance.supportSessions()).toEqual([]);

  await removalQuestion(page).removeItem(jumpClient.name);
  await expect(row(jumpClient.name)).toBeHidden();
  expect((await appliance.jumpItems()).map(({ id }) => id)).not.toContain(jumpClient.jumpClientId);
});
