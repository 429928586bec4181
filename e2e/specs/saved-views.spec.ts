import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { jumpInterface } from '../pages/jump-interface.ts';

test('a view keeps search, groups and sorting under a name, and comes back after a restart', async ({
  openConsole,
}) => {
  const first = await openConsole();
  const before = jumpInterface(first.page);
  await before.group(/^All Users/).click();
  await before.search.fill('status:online');
  await expect(before.rows).toHaveCount(2);
  await before.saveView('Online for all');
  await before.header('Name').getByRole('button').first().click();
  await before.group(/^Personal/).click();
  await expect(before.row('My desktop')).toBeVisible();
  await before.view('Online for all').click();
  await first.close();

  const { page } = await openConsole({ profile: first.options.profile });
  const { group, rows, search, view } = jumpInterface(page);
  await expect(view('Online for all')).toHaveAttribute('aria-current', 'true');
  await expect(search).toHaveValue('status:online');
  await expect(group(/^All Users/)).toHaveAttribute('aria-selected', 'true');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Warehouse 9');
  await group(/^Personal/).click();
  await expect(search).toHaveValue('');
  await expect(view('Online for all')).not.toHaveAttribute('aria-current', 'true');
});

test('views are ordered, renamed and removed by keyboard, and removing is undone', async ({ page }) => {
  const { row, saveView, search, view, views } = jumpInterface(page);
  await expect(row('Van 3')).toBeVisible();
  for (const name of ['one', 'two', 'three']) {
    await search.fill(name);
    await saveView(name);
  }
  await expect(views).toHaveText(['one', 'two', 'three']);
  await view('three').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(views).toHaveText(['three', 'one', 'two']);
  await expect(view('three')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('first');
  await page.keyboard.press('Enter');
  await expect(views).toHaveText(['first', 'one', 'two']);
  await expect(view('first')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(views).toHaveText(['one', 'two']);
  await page.keyboard.press('Enter');
  await expect(views).toHaveText(['first', 'one', 'two']);
  await view('two').dragTo(view('first'));
  await expect(views).toHaveText(['two', 'first', 'one']);
});

test('a view that shows something else offers to save that, or to discard it', async ({ page }) => {
  const { rows, saveView, search, view } = jumpInterface(page);
  await search.fill('warehouse');
  await saveView('Warehouses');
  await search.fill('kiosk');
  await expect(page.getByText('This view has changes')).toBeVisible();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(search).toHaveValue('warehouse');
  await search.fill('kiosk');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await search.fill('');
  await view('Warehouses').click();
  await expect(search).toHaveValue('kiosk');
  await expect(rows).toHaveCount(1);
});

test('R6.3 a name that is refused says why, and hostile ones are shown literally', async ({ page }) => {
  const { row, saveView, views, viewName } = jumpInterface(page);
  await expect(row('Van 3')).toBeVisible();
  await saveView('a'.repeat(129));
  await expect(page.getByRole('alert')).toHaveText('A name has at most 128 characters.');
  await viewName.fill('   ');
  await viewName.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('Give the view a name that can be seen.');
  await viewName.press('Escape');
  const names = ['\u202Egpj.exe', '<img src=x onerror=alert(1)>', '__proto__', '😀'.repeat(128)];
  for (const name of names) await saveView(name);
  await expect(views).toHaveText(names);
  const widths = await views.evaluateAll((buttons) => buttons.map((button) => button.clientWidth));
  expect(new Set(widths).size).toBe(1);
});
