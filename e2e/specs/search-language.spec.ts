import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { jumpInterface } from '../pages/jump-interface.ts';

test('R1.5 terms combine, are shown as chips, and each can be removed', async ({ page }) => {
  const { chip, rows, row, search } = jumpInterface(page);
  await search.fill('warehouse -offline');
  await expect(rows).toHaveCount(1);
  await expect(row('Warehouse 9')).toBeVisible();
  await chip('-offline').click();
  await expect(rows).toHaveCount(2);
  await expect(search).toHaveValue('warehouse');
  await expect(search).toBeFocused();
  await search.fill('"till by the" tag:front-desk accessed:<7d');
  await expect(rows).toHaveCount(1);
  await expect(row('Reception').locator('mark', { hasText: 'till by the' })).toBeVisible();
});

test('R1.5 a match in a hidden column is told in the row', async ({ page }) => {
  const { row, search } = jumpInterface(page);
  await search.fill('cashier');
  await expect(row('Reception')).toContainText('Console Usercashier');
});

test('R1.5 a part that cannot be read says where it is', async ({ page }) => {
  const { rows, search } = jumpInterface(page);
  await search.fill('van accessed:soon');
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: /accessed:soon.* is not a date: try today/ }).click();
  await expect(search).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('accessed:soon');
});

test('R1.5 F1 explains the language; examples are typed by a click', async ({ page }) => {
  const { search, rows } = jumpInterface(page);
  await search.focus();
  await page.keyboard.press('F1');
  const help = page.getByRole('dialog', { name: 'How to search' });
  await help.getByRole('button', { name: 'status:online' }).click();
  await expect(help).toBeHidden();
  await expect(search).toHaveValue('status:online');
  await expect(rows).not.toHaveCount(0);
});

test('R1.5 recent searches are offered in the empty field after a restart, and forgotten by keyboard', async ({
  openConsole,
}) => {
  const first = await openConsole();
  const before = jumpInterface(first.page);
  await expect(before.row('Van 3')).toBeVisible();
  await before.searchFor('kiosk');
  await before.searchFor('van');
  await before.searchFor('');
  await first.close();
  const { page } = await openConsole({ profile: first.options.profile });
  const { row, rows, search } = jumpInterface(page);
  await expect(row('Van 3')).toBeVisible();
  await search.focus();
  const recent = page.getByRole('listbox', { name: 'Recent searches' }).getByRole('option');
  await expect(recent).toHaveText(['van', 'kiosk']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Delete');
  await expect(recent).toHaveText(['kiosk']);
  await page.keyboard.press('Enter');
  await expect(search).toHaveValue('kiosk');
  await expect(rows).toHaveCount(1);
});

test('R1.5 an empty result says what was searched where, and each way to widen it', async ({ page }) => {
  const { group, row, rows, search } = jumpInterface(page);
  await group(/^Field Support/).click();
  await expect(rows).toHaveCount(1);
  await search.fill('reception nowhere');
  await expect(page.getByText(/^Searched Field Support in every field/)).toBeVisible();
  await page.getByRole('button', { name: 'Search without nowhere' }).click();
  await page.getByRole('button', { name: 'Search all Jump Items' }).click();
  await expect(row('Reception')).toBeVisible();
});

const HOSTILE = [
  'a'.repeat(4_096),
  '\u202Egpj.exe \u2066\u2067 unbalanced',
  '<img src=x onerror="document.title=1"> </script> {{7*7}} %00 &lt;',
  `qqq${'\u0301'.repeat(125)}`,
  '👨‍👩‍👧‍👦'.repeat(18),
  '__proto__:x constructor:y',
];

test('whatever is typed is shown literally and isolated, and moves nothing', async ({ page }) => {
  const { groups, search, searchLine, statistics, toolbar } = jumpInterface(page);
  await search.fill('x');
  await expect(searchLine).toBeVisible();
  const places = async () =>
    Promise.all([groups, search, toolbar, searchLine, statistics].map((part) => part.boundingBox()));
  const before = await places();
  for (const text of HOSTILE) {
    await search.fill(text);
    await expect(search).toHaveValue(text);
    await expect(page.getByText('No Jump Item matches')).toBeVisible();
    expect((await places()).map((place) => place?.y)).toEqual(before.map((place) => place?.y));
    expect((await places()).map((place) => place?.height)).toEqual(before.map((place) => place?.height));
  }
  expect(await page.title()).not.toBe('1');
});
