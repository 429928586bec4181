import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { sessionTab } from '../pages/session-tab.ts';

test('closing the window and signing out ask first while a session is open, and name it', async ({
  firstConsole: { app, page },
  appliance,
  jumpClient,
}) => {
  await jumpInterface(page).row(jumpClient.name).dblclick();
  await expect(sessionTab(page, jumpClient.name).link).toHaveText('Connected');
  const close = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await close();
  const question = page.getByRole('alertdialog', { name: 'Close Jump Console?' });
  await expect(question.getByRole('listitem')).toHaveText([jumpClient.name]);
  await expect(question.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('alertdialog', { name: 'Sign out?' }).getByRole('button', { name: 'Cancel' }).click();
  await expect(sessionTab(page, jumpClient.name).panel).toBeVisible();
  const ended = new Promise((done) => app.process().once('exit', done));
  await close();
  await question.getByRole('button', { name: 'Close' }).click();
  await ended;
  expect(await appliance.supportSessions()).toHaveLength(1);
});

test('without a session the window closes at once', async ({ firstConsole: { app, page } }) => {
  await expect(jumpInterface(page).row('Reception')).toBeVisible();
  const ended = new Promise((done) => app.process().once('exit', done));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await ended;
});
