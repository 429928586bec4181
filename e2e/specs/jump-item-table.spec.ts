import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { jumpInterface } from '../pages/jump-interface.ts';

test('R1.3 the table has the five columns of the guide, and says who is online', async ({ page }) => {
  const { grid, row, cell } = jumpInterface(page);
  for (const name of ['Name', 'Hostname/IP', 'Jump Method', 'Comments', 'Group'])
    await expect(grid.getByRole('columnheader', { name, exact: false }).first()).toBeVisible();
  await expect(row('Reception')).toContainText('RCP-01');
  await expect(cell('Reception', 2)).toHaveText('Jump Client');
  await expect(cell('Terminal server', 2)).toHaveText('Local RDP');
  await expect(cell('Reception', 3)).toHaveText('till by the door');
  await expect(cell('Reception', 4)).toHaveText('All Users');
  await expect(cell('Warehouse 10', 5)).toContainText('Offline');
});

test('R1.3 a click on a head sorts, another turns it round; numbers in names count as numbers', async ({
  page,
}) => {
  const { header, rows } = jumpInterface(page);
  const names = () =>
    rows.evaluateAll((all) => all.map((row) => row.querySelector('[role=gridcell]')?.textContent));
  await expect(rows).toHaveCount(8);
  const ascending = await names();
  expect(ascending.indexOf('Warehouse 9')).toBeLessThan(ascending.indexOf('Warehouse 10'));
  await header('Name').getByRole('button').click();
  await expect(header('Name')).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(names).toEqual(ascending.toReversed());
});

test('R1.3 sorting and a column’s width are kept across a restart', async ({ openConsole }) => {
  const first = await openConsole();
  const list = jumpInterface(first.page);
  await expect(list.row('Reception')).toBeVisible();
  await list.header('Hostname/IP').getByRole('button').click();
  await expect(list.header('Hostname/IP')).toHaveAttribute('aria-sort', 'ascending');
  const before = await list.header('Comments').boundingBox();
  if (before === null) throw new Error('The column Comments is not shown.');
  const edge = { x: before.x + before.width - 1, y: before.y + before.height / 2 };
  await first.page.mouse.move(edge.x, edge.y);
  await first.page.mouse.down();
  await first.page.mouse.move(edge.x + 60, edge.y, { steps: 4 });
  await first.page.mouse.up();
  const widened = (await list.header('Comments').boundingBox())?.width ?? 0;
  expect(widened).toBeGreaterThan(before.width + 40);
  await first.close();

  const again = jumpInterface((await openConsole({ profile: first.options.profile })).page);
  await expect(again.header('Hostname/IP')).toHaveAttribute('aria-sort', 'ascending');
  await expect
    .poll(async () => Math.round((await again.header('Comments').boundingBox())?.width ?? 0))
    .toBe(Math.round(widened));
});

test.describe('10,000 items', () => {
  test.use({ fleet: { items: 10_000, seed: 7 } });

  test('R1.3 however many items there are, only those in sight are in the page', async ({ page }) => {
    const { grid, rows, summary } = jumpInterface(page);
    await expect(grid).toHaveAttribute('aria-busy', 'false');
    await expect(summary).toBeVisible();
    expect(await jumpInterface(page).listedCount()).toBeGreaterThan(1_000);
    expect(await rows.count()).toBeLessThan(120);
    await rows.first().click();
    await grid.press('End');
    await expect(rows.last()).toHaveAttribute('aria-rowindex', String(await lastRowIndex(grid)));
    await expect(rows.last()).toHaveAttribute('aria-selected', 'true');
  });
});

async function lastRowIndex(grid: ReturnType<typeof jumpInterface>['grid']): Promise<number> {
  return Number(await grid.getAttribute('aria-rowcount'));
}

test('R1.4 Jump, Refresh and the search stand above the table', async ({ page }) => {
  const { toolbar, search } = jumpInterface(page);
  await expect(toolbar.getByRole('button', { name: 'Jump' })).toBeVisible();
  await expect(toolbar.getByRole('button', { name: 'Refresh' })).toBeVisible();
  await expect(search).toHaveAttribute('placeholder', 'Search Jump Items…');
});
