import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { jumpInterface } from '../pages/jump-interface.ts';

test('R1.3 clicks with Ctrl and Shift select many; the footer tells how many', async ({ page }) => {
  const { grid, row, selected } = jumpInterface(page);
  const footer = page.getByRole('contentinfo');
  await expect(grid).toHaveAttribute('aria-multiselectable', 'true');
  await row('Kiosk').click();
  await row('Terminal server').click({ modifiers: ['Control'] });
  await expect(selected).toHaveCount(2);
  await expect(footer).toContainText('2 selected');
  await row('Van 3').click({ modifiers: ['Shift'] });
  await expect(selected).toHaveText([/^Terminal server/, /^Van 3/]);
  await row('Kiosk').click({ modifiers: ['Control', 'Shift'] });
  await expect(footer).toContainText('6 selected');
  await row('Reception').click({ modifiers: ['Control'] });
  await expect(footer).toContainText('5 selected');
  await expect(row('Reception')).toHaveAttribute('aria-selected', 'false');
});

test('R1.3 the keyboard selects ranges, adds, takes away, and goes back to one', async ({ page }) => {
  const { grid, rows, selected } = jumpInterface(page);
  await rows.first().click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(selected).toHaveCount(3);
  await page.keyboard.press('Shift+ArrowUp');
  await expect(selected).toHaveCount(2);
  await page.keyboard.press('Control+End');
  await expect(selected).toHaveCount(2);
  await page.keyboard.press('Control+Space');
  await expect(rows.last()).toHaveAttribute('aria-selected', 'true');
  await expect(selected).toHaveCount(3);
  await page.keyboard.press('Control+a');
  await expect(selected).toHaveCount(8);
  await page.keyboard.press('Escape');
  await expect(selected).toHaveCount(1);
  await expect(grid).toHaveAttribute('aria-activedescendant', (await rows.last().getAttribute('id')) ?? '');
  await page.keyboard.press('Shift+Home');
  await expect(selected).toHaveCount(8);
});

test('R1.11 the selection survives changes, sorting and a search; what is hidden is told', async ({
  page,
  appliance,
}) => {
  const { header, row, selected, search } = jumpInterface(page);
  const footer = page.getByRole('contentinfo');
  const items = await appliance.jumpItems();
  const idOf = (name: string) => items.find((item) => item.name === name)?.id ?? '';
  await row('Reception').click();
  await row('Kiosk').click({ modifiers: ['Control'] });
  await row('Warehouse 9').click({ modifiers: ['Control'] });
  await header('Name').getByRole('button').click();
  await appliance.changeJumpItem(idOf('Kiosk'), { comments: 'now blue' });
  await expect(row('Kiosk')).toContainText('now blue');
  await expect(selected).toHaveText([/^Warehouse 9/, /^Reception/, /^Kiosk/]);
  await search.fill('kiosk');
  await expect(selected).toHaveCount(1);
  await expect(footer).toContainText('3 selected, 2 not listed');
  await appliance.removeJumpItem(idOf('Warehouse 9'));
  await expect(footer).toContainText('2 selected, 1 not listed');
  await search.press('Escape');
  await expect(selected).toHaveText([/^Reception/, /^Kiosk/]);
});

test('R1.11 where the selected row goes, the keyboard goes on from its place', async ({
  page,
  appliance,
}) => {
  const { row, selected } = jumpInterface(page);
  await row('Kiosk').click();
  await page.keyboard.press('ArrowDown');
  await expect(selected).toHaveText(/^My desktop/);
  const gone = (await appliance.jumpItems()).find((item) => item.name === 'My desktop');
  await appliance.removeJumpItem(gone?.id ?? '');
  await expect(selected).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(selected).toHaveText(/^Reception/);
});

test('R1.8 the right button keeps a selection that it meets, and selects a row outside of it', async ({
  page,
}) => {
  const { grid, row, selected } = jumpInterface(page);
  const jump = page.getByRole('menuitem', { name: 'Jump' });
  await row('Reception').click();
  await row('Kiosk').click({ modifiers: ['Control'] });
  await row('Reception').click({ button: 'right' });
  await expect(jump).toBeVisible();
  await expect(selected).toHaveCount(2);
  await page.keyboard.press('Escape');
  await row('Van 3').click({ button: 'right' });
  await expect(selected).toHaveText(/^Van 3/);
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(selected).toHaveText(/^Warehouse 9/);
  await page.keyboard.press('Shift+F10');
  await expect(jump).toBeVisible();
});

test.describe('10,000 items', () => {
  test.use({ fleet: { items: 10_000, seed: 7 } });

  test('R1.3 all of them are selected, added to and taken from without a wait', async ({ page }) => {
    const { grid, rows } = jumpInterface(page);
    const footer = page.getByRole('contentinfo');
    await expect(grid).toHaveAttribute('aria-busy', 'false');
    const count = await jumpInterface(page).listedCount();
    await rows.first().click();
    await page.keyboard.press('Control+a');
    await expect(footer).toContainText(`${count.toLocaleString('en')} selected`);
    await page.keyboard.press('Control+End');
    await expect(rows.last()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Control+Space');
    await expect(footer).toContainText(`${(count - 1).toLocaleString('en')} selected`);
    await expect(rows.last()).toHaveAttribute('aria-selected', 'false');
  });
});
