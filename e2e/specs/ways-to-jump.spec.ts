import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { sessionTab } from '../pages/session-tab.ts';

const WAYS: [string, (page: Page, name: string) => Promise<void>][] = [
  ['a double-click', (page, name) => jumpInterface(page).row(name).dblclick()],
  [
    'Jump above the table',
    async (page, name) => {
      await jumpInterface(page).select(name);
      await jumpInterface(page).toolbar.getByRole('button', { name: 'Jump' }).click();
    },
  ],
  [
    'Jump in the row’s context menu',
    async (page, name) => {
      await jumpInterface(page).row(name).click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Jump' }).click();
    },
  ],
  [
    'Jump on top of the statistics',
    async (page, name) => {
      await jumpInterface(page).select(name);
      await jumpInterface(page).statistics.getByRole('button', { name: 'Jump' }).click();
    },
  ],
  [
    'Enter',
    async (page, name) => {
      await jumpInterface(page).select(name);
      await jumpInterface(page).grid.press('Enter');
    },
  ],
];

for (const [way, jump] of WAYS) {
  test(`R1.8 ${way} starts a session on both sides`, async ({ page, appliance, jumpClient }) => {
    await expect(jumpInterface(page).row(jumpClient.name)).toBeVisible();
    await jump(page, jumpClient.name);
    const session = sessionTab(page, jumpClient.name);
    await expect(session.panel).toBeVisible();
    await expect(session.link).toHaveText('Connected');
    const sessions = await appliance.supportSessions();
    expect(sessions.map(({ jumpItemId }) => jumpItemId)).toEqual([jumpClient.jumpClientId]);
  });
}

test('R7.7 a jump to an item that another console removed a moment ago says that it does not exist', async ({
  page,
  appliance,
}) => {
  const { row } = jumpInterface(page);
  await row('Reception').click();
  const item = (await appliance.jumpItems()).find(({ name }) => name === 'Reception');
  // The page is held up, as a busy computer holds it up: it hears of the removal after the double-click.
  const isHeld = page.waitForEvent('console', (message) => message.text() === 'held up');
  const held = row('Reception').evaluate((element) => {
    const until = Date.now() + 2_000;
    // biome-ignore lint/suspicious/noConsole: the one word that leaves a page that is held up
    console.log('held up');
    while (Date.now() < until);
    element.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
  });
  await isHeld;
  await appliance.removeJumpItem(item?.id ?? '');
  await held;
  await expect(page.getByText('The Jump Client does not exist.', { exact: true })).toBeVisible();
  await expect(row('Reception')).toBeHidden();
  expect(await appliance.supportSessions()).toEqual([]);
});

test('R7.8 a jump to an offline Jump Client says so, and opens no tab', async ({ page, appliance }) => {
  await jumpInterface(page).row('Warehouse 10').dblclick();
  await expect(page.getByText('The Jump Client is offline.', { exact: true })).toBeVisible();
  await expect(sessionTab(page, 'Warehouse 10').panel).toBeHidden();
  expect(await appliance.supportSessions()).toEqual([]);
});

test('R7.9 R1.12 an uninstalled Jump Client is listed and cannot be jumped to', async ({
  page,
  appliance,
}) => {
  await jumpInterface(page).row('Retired laptop').dblclick();
  await expect(
    page.getByText('The specified Jump Client has been uninstalled.', { exact: true }).first(),
  ).toBeVisible();
  expect(await appliance.supportSessions()).toEqual([]);
});

test('R7.14 a Jump Client that is gone before the appliance noticed is not connected', async ({ page }) => {
  await jumpInterface(page).row('Reception').dblclick();
  await expect(page.getByText('The active Jump Client is not connected.', { exact: true })).toBeVisible();
});

test('R7.16 a Jump Client that its user disabled lets no session start', async ({ page, jumpClient }) => {
  await jumpClient.command('disable');
  const { cell, row } = jumpInterface(page);
  await expect(cell(jumpClient.name, 5)).toContainText('Disabled');
  await row(jumpClient.name).dblclick();
  await expect(
    page.getByText(
      'The Jump Client has been disabled by the user and will not allow a session to start at this time.',
      { exact: true },
    ),
  ).toBeVisible();
  await jumpClient.command('enable');
  await expect(cell(jumpClient.name, 5)).toContainText('Online');
});

test('a representative without the right to jump is told which right is missing', async ({
  appliance,
  signedInConsole,
}) => {
  const { page } = await signedInConsole(appliance.token('cleo'));
  await jumpInterface(page).row('Reception').dblclick();
  await expect(
    page.getByRole('alert').getByText(/^You are not permitted to do this\. Missing right: /),
  ).toBeVisible();
  expect(await appliance.supportSessions()).toEqual([]);
});
