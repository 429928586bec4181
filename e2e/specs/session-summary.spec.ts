import AxeBuilder from '@axe-core/playwright';
import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { chat } from '../pages/chat.ts';
import { commandPalette } from '../pages/command-palette.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { sessionTab } from '../pages/session-tab.ts';

test('what is done in a session stands in its summary, live and after the end, for who may see the item', async ({
  page,
  appliance,
  jumpClient,
  signedInConsole,
}) => {
  await page.getByRole('row', { name: jumpClient.name }).dblclick();
  const session = sessionTab(page, jumpClient.name);
  await expect(session.link).toHaveText('Connected');
  const view = (name: string) => session.panel.getByRole('radio', { name }).click();
  await view('Summary');
  const summary = session.panel.getByRole('region', { name: 'Summary' });
  await expect(summary).toContainText('began the session');
  await expect(summary).toContainText('opened a Command Shell');
  await expect(summary.getByText('reported')).toHaveCount(1);
  await view('Chat');
  await chat(session.panel).write('A note');
  await view('Summary');
  await expect(summary).toContainText('1 message');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations).toEqual([]);
  await session.endButton.click();
  await expect(session.tab).toBeHidden();

  await commandPalette(page).open();
  await page.keyboard.type('my recent sessions');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Session summary' });
  await expect(dialog.getByRole('option', { name: jumpClient.name })).toBeVisible();
  await expect(dialog).toContainText('Ended by a representative');
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  await dialog.getByRole('button', { name: 'Close' }).click();

  const { page: second } = await signedInConsole(appliance.token('ben'));
  await jumpInterface(second).select(jumpClient.name);
  await second.getByRole('button', { name: 'Sessions…' }).click();
  const bens = second.getByRole('dialog', { name: 'Session summary' });
  await expect(bens).toContainText('opened a Command Shell');
  await expect(bens).not.toContainText('A note');
});
