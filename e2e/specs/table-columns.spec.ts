import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { type JumpInterface, jumpInterface } from '../pages/jump-interface.ts';

const GUIDE = ['Name', 'Hostname/IP', 'Jump Method', 'Comments', 'Group', 'Status'];

async function widthOf({ header }: JumpInterface, name: string): Promise<number> {
  return Math.round((await header(name).boundingBox())?.width ?? 0);
}

async function openMenu(page: Page, name: string, ...entries: string[]): Promise<void> {
  const { header, menuItem } = jumpInterface(page);
  await header(name).click({ button: 'right' });
  for (const entry of entries) await menuItem(entry).click();
}

test('R1.3 columns are chosen, reset, and kept across a restart', async ({ openConsole }) => {
  const first = await openConsole();
  const list = jumpInterface(first.page);
  await expect(list.row('Reception')).toBeVisible();
  await list.columns.click();
  await expect(list.columnBox('Comments')).toBeChecked();
  await list.columnBox('Comments').click();
  await first.page.keyboard.press('Home');
  await list.columnBox('Private IP').click();
  await list.columnBox('Tag').click();
  await first.page.keyboard.press('Escape');
  const chosen = ['Name', 'Hostname/IP', 'Jump Method', 'Group', 'Status', 'Private IP', 'Tag'];
  await expect.poll(list.columnTitles).toEqual(chosen);
  await expect(list.cell('Reception', 5)).toHaveText('10.4.12.7');
  await expect(list.cell('Reception', 6)).toHaveText('front-desk');
  await first.close();

  const again = await openConsole({ profile: first.options.profile });
  const kept = jumpInterface(again.page);
  await expect.poll(kept.columnTitles).toEqual(chosen);
  await kept.columns.click();
  await kept.menuItem('Reset columns').click();
  await expect.poll(kept.columnTitles).toEqual(GUIDE);
});

test('R1.3 a header is dragged to another place; Escape leaves it; the order is kept', async ({
  openConsole,
}) => {
  const first = await openConsole();
  const list = jumpInterface(first.page);
  const drag = async () => {
    await list.header('Group').hover();
    await first.page.mouse.down();
    const target = await list.header('Hostname/IP').boundingBox();
    await first.page.mouse.move((target?.x ?? 0) + 8, (target?.y ?? 0) + 10, { steps: 8 });
    await expect(list.header('Hostname/IP')).toHaveAttribute('data-drop', 'true');
  };
  await drag();
  await first.page.keyboard.press('Escape');
  await first.page.mouse.up();
  await expect.poll(list.columnTitles).toEqual(GUIDE);
  await drag();
  await first.page.mouse.up();
  const moved = ['Name', 'Group', 'Hostname/IP', 'Jump Method', 'Comments', 'Status'];
  await expect.poll(list.columnTitles).toEqual(moved);
  await expect(list.cell('Reception', 1)).toHaveText('All Users');
  await expect(list.header('Group')).toHaveAttribute('aria-sort', 'none');
  await first.close();
  const again = await openConsole({ profile: first.options.profile });
  await expect.poll(jumpInterface(again.page).columnTitles).toEqual(moved);
});

test('R1.3 a pinned column stays in sight while the others scroll with their head', async ({ page }) => {
  const list = jumpInterface(page);
  await list.columns.click();
  for (const name of ['Operating System', 'Domain', 'Public IP', 'Private IP', 'Last Accessed'])
    await list.columnBox(name).click();
  await page.keyboard.press('Escape');
  await openMenu(page, 'Name', 'Pin column');
  await openMenu(page, 'Jump Method', 'Pin column');
  await expect
    .poll(async () => (await list.columnTitles()).slice(0, 3))
    .toEqual(['Name', 'Jump Method', 'Hostname/IP']);
  const placeOf = async (place: number) => ({
    head: (await list.grid.getByRole('columnheader').nth(place).boundingBox())?.x ?? 0,
    cell: (await list.cell('Reception', place).boundingBox())?.x ?? 0,
  });
  const before = { name: await placeOf(0), method: await placeOf(1), scrolls: await placeOf(2) };
  await list.grid.hover();
  await page.mouse.wheel(240, 0);
  await expect.poll(() => placeOf(2)).not.toEqual(before.scrolls);
  const scrolled = await placeOf(2);
  expect(Math.abs(scrolled.head - scrolled.cell)).toBeLessThan(1);
  expect(scrolled.head).toBeLessThan(before.scrolls.head - 100);
  expect({ name: await placeOf(0), method: await placeOf(1) }).toEqual({
    name: before.name,
    method: before.method,
  });
  await openMenu(page, 'Name', 'Unpin column');
  await expect.poll(async () => (await list.columnTitles())[0]).toBe('Jump Method');
});

test('R1.3 a double click on a header’s end fits the column to what is in sight', async ({
  page,
  appliance,
}) => {
  const list = jumpInterface(page);
  const long = 'A comment that is far longer than its column, and still nobody wants to miss its end';
  await appliance.addJumpClient({ name: 'Talkative', jumpGroup: 'All Users', comments: long });
  const cell = list.cell('Talkative', 3);
  await expect(cell).toHaveText(long);
  await expect(cell.locator('bdi')).toHaveAttribute('title', long);
  const isClipped = () =>
    cell.locator('bdi').evaluate((element) => element.scrollWidth > element.clientWidth);
  expect(await isClipped()).toBe(true);
  const edge = await list.edgeOf('Comments');
  await page.mouse.dblclick(edge.x, edge.y);
  await expect.poll(isClipped).toBe(false);
  const fitted = await widthOf(list, 'Comments');
  expect(fitted).toBeGreaterThan(400);
  const isScrolling = await list.grid.evaluate((grid) => grid.scrollWidth > grid.clientWidth);
  expect(isScrolling).toBe(true);
  await openMenu(page, 'Hostname/IP', 'Fit to content');
  expect(await widthOf(list, 'Hostname/IP')).toBeGreaterThan(60);
  expect(await widthOf(list, 'Comments')).toBe(fitted);
});

test('R1.3 the keyboard does to columns what the pointer does', async ({ page }) => {
  const list = jumpInterface(page);
  await list.rows.first().click();
  await page.keyboard.press('ArrowUp');
  await expect(list.header('Name').getByRole('button')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(list.header('Hostname/IP').getByRole('button')).toBeFocused();
  const before = await widthOf(list, 'Hostname/IP');
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => widthOf(list, 'Hostname/IP')).toBe(before + 16);
  await page.keyboard.press('Shift+F10');
  await expect(list.menuItem('Sort ascending')).toBeFocused();
  await list.menuItem('Move right').press('Enter');
  await expect.poll(async () => (await list.columnTitles())[2]).toBe('Hostname/IP');
  await expect(list.header('Hostname/IP').getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list.header('Hostname/IP')).toHaveAttribute('aria-sort', 'ascending');
  await page.keyboard.press('Shift+F10');
  await list.menuItem('Columns').press('ArrowRight');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect(list.columnBox('Uptime')).toBeChecked();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await list.columnTitles()).at(-1)).toBe('Uptime');
});

test('R1.3 Shift adds a column to the sorting; numbers tell the order; it is kept', async ({
  openConsole,
}) => {
  const first = await openConsole();
  const { page } = first;
  const list = jumpInterface(page);
  const names = () =>
    list.rows.evaluateAll((all) => all.map((row) => row.querySelector('[role=gridcell]')?.textContent));
  await list.header('Status').getByRole('button').click();
  await list
    .header('Name')
    .getByRole('button')
    .click({ modifiers: ['Shift'] });
  await expect(list.header('Status')).toHaveAttribute('aria-sort', 'ascending');
  await expect(list.header('Name')).toHaveAttribute('aria-sort', 'none');
  await expect(list.header('Status')).toContainText('↑1');
  await expect(list.header('Name')).toContainText('↑2');
  await expect.poll(async () => (await names()).slice(0, 3)).toEqual(['My desktop', 'Reception', 'Van 3']);
  await list.header('Name').getByRole('button').focus();
  await page.keyboard.press('Shift+Enter');
  await expect(list.header('Name')).toContainText('↓2');
  const sorted = ['Warehouse 9', 'Van 3', 'Reception'];
  await expect.poll(async () => (await names()).slice(0, 3)).toEqual(sorted);
  await first.close();

  const again = await openConsole({ profile: first.options.profile });
  const kept = jumpInterface(again.page);
  await expect(kept.header('Name')).toContainText('↓2');
  await openMenu(again.page, 'Status', 'Remove from sorting');
  await expect(kept.header('Name')).toHaveAttribute('aria-sort', 'descending');
  await expect(kept.header('Name')).not.toContainText('2');
});
