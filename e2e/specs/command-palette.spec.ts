import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { commandPalette } from '../pages/command-palette.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { sessionTab } from '../pages/session-tab.ts';

test('Ctrl+K finds a Jump Item by its name, whatever is listed, and Enter selects it there', async ({
  page,
}) => {
  const { group, row, searchFor } = jumpInterface(page);
  const palette = commandPalette(page);
  await expect(row('Reception')).toBeVisible();
  await group(/Personal/).click();
  await searchFor('nothing like it');
  await palette.open();
  await expect(palette.field).toBeFocused();
  await page.keyboard.type('recep');
  await expect(palette.active).toContainText('Reception');
  await page.keyboard.press('Enter');
  await expect(palette.dialog).toBeHidden();
  await expect(row('Reception')).toHaveAttribute('aria-selected', 'true');
});

test('R1.8 Ctrl+Enter in the palette jumps to the Jump Item', async ({ page, jumpClient }) => {
  const palette = commandPalette(page);
  await expect(jumpInterface(page).row(jumpClient.name)).toBeVisible();
  await palette.open();
  await page.keyboard.type(jumpClient.name);
  await expect(palette.active).toContainText(jumpClient.name);
  await page.keyboard.press('Control+Enter');
  await expect(sessionTab(page, jumpClient.name).panel).toBeVisible();
});

test('R1.2 a tag is found with its group, and is listed', async ({ page }) => {
  const { row, rows } = jumpInterface(page);
  const palette = commandPalette(page);
  await expect(rows.first()).toBeVisible();
  await palette.open();
  await page.keyboard.type('vans');
  await palette.section('Tags').getByRole('option').click();
  await expect(rows).toHaveCount(1);
  await expect(row('Van 3')).toBeVisible();
});

test('an action that cannot be done says why; the footer opens the palette, Escape closes it', async ({
  page,
}) => {
  const { select } = jumpInterface(page);
  const palette = commandPalette(page);
  await select('Retired laptop');
  await palette.opener.click();
  await expect(palette.field).toBeFocused();
  await page.keyboard.type('jump');
  await expect(palette.section('Actions').getByRole('option', { name: /^Jump/ }).first()).toContainText(
    'The specified Jump Client has been uninstalled.',
  );
  await page.keyboard.press('Escape');
  await expect(palette.dialog).toBeHidden();
  await expect(palette.opener).toBeFocused();
});

test('F1 and the question mark list the keyboard shortcuts', async ({ page }) => {
  const { grid, row, search } = jumpInterface(page);
  await expect(row('Reception')).toBeVisible();
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await grid.focus();
  await page.keyboard.press('F1');
  await expect(help).toContainText('Ctrl+K');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await search.focus();
  await page.keyboard.type('?');
  await expect(search).toHaveValue('?');
  await search.clear();
  await grid.focus();
  await page.keyboard.press('Shift+?');
  await expect(help).toBeVisible();
});
