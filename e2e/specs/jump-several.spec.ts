import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { sessionTab } from '../pages/session-tab.ts';

test('R1.8 a jump to several opens a tab for each that can be, and one summary says who failed and why', async ({
  page,
  appliance,
  jumpClient,
}) => {
  const { row, select, toolbar } = jumpInterface(page);
  await select(jumpClient.name);
  for (const name of ['Warehouse 10', 'Retired laptop']) await row(name).click({ modifiers: ['Control'] });
  await toolbar.getByRole('button', { name: 'Jump to 3' }).click();
  await expect(sessionTab(page, jumpClient.name).panel).toBeVisible();
  const summary = page.getByRole('alert').filter({ hasText: '1 of 3 Jumps started' });
  const failures = summary.getByRole('listitem');
  await expect(failures).toHaveCount(2);
  await expect(failures.filter({ hasText: 'Warehouse 10' })).toContainText('The Jump Client is offline.');
  await expect(failures.filter({ hasText: 'Retired laptop' })).toContainText(
    'The specified Jump Client has been uninstalled.',
  );
  expect(await appliance.supportSessions()).toHaveLength(1);
  await summary.getByRole('button', { name: 'Try these 2 again' }).click();
  await expect(page.getByText('0 of 2 Jumps started')).toBeVisible();
});

test.describe('more than ten', () => {
  test.use({ fleet: { fleet: 'office' } });

  test('R1.8 a jump to more than ten items is refused before anything starts', async ({
    page,
    appliance,
  }) => {
    const { grid, rows, toolbar } = jumpInterface(page);
    await rows.first().click();
    await grid.press('Control+a');
    await toolbar.getByRole('button', { name: 'Jump', exact: true }).click({ force: true });
    await grid.press('Enter');
    await expect(page.getByText(/^No more than 10 Jump Items at once\./).first()).toBeVisible();
    expect(await appliance.supportSessions()).toEqual([]);
  });
});
