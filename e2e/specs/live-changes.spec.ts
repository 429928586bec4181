import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { jumpInterface } from '../pages/jump-interface.ts';

test('R1.11 what is added, changed and removed is shown on every console without a refresh', async ({
  page,
  appliance,
  signedInConsole,
}) => {
  const first = jumpInterface(page);
  const second = jumpInterface((await signedInConsole(appliance.token('ben'))).page);
  await expect(first.row('Reception')).toBeVisible();
  await expect(second.row('Reception')).toBeVisible();

  const item = await appliance.addJumpClient({ name: 'Front gate', jumpGroup: 'All Users' });
  for (const list of [first, second]) await expect(list.row('Front gate')).toBeVisible();
  await appliance.changeJumpItem(item.id, { name: 'Back gate', comments: 'moved' });
  for (const list of [first, second]) {
    await expect(list.row('Back gate')).toContainText('moved');
    await expect(list.row('Front gate')).toBeHidden();
  }
  await appliance.removeJumpItem(item.id);
  for (const list of [first, second]) await expect(list.row('Back gate')).toBeHidden();
});

test('R1.11 a presence that changes is shown in the row and in the counts', async ({ page, appliance }) => {
  const { cell, summary } = jumpInterface(page);
  const item = await appliance.addJumpClient({ name: 'Front gate', jumpGroup: 'All Users' });
  await expect(cell('Front gate', 5)).toContainText('Online');
  await expect(summary).toContainText('5 online. 2 offline.');
  await appliance.setPresence(item.id, 'offline');
  await expect(cell('Front gate', 5)).toContainText('Offline');
  await expect(summary).toContainText('4 online. 3 offline.');
});

test('R1.11 Refresh asks again for everything, and keeps what is selected', async ({ page }) => {
  const { grid, row, rows, select, toolbar } = jumpInterface(page);
  await select('Reception');
  await toolbar.getByRole('button', { name: 'Refresh' }).click();
  await expect(grid).toHaveAttribute('aria-busy', 'false');
  await expect(rows).toHaveCount(8);
  await expect(row('Reception')).toHaveAttribute('aria-selected', 'true');
});

test('R1.11 a computer whose Jump Client ends goes offline by itself, and comes back', async ({
  page,
  jumpClient,
}) => {
  const { cell } = jumpInterface(page);
  await expect(cell(jumpClient.name, 5)).toContainText('Online');
  await jumpClient.program.stop();
  await expect(cell(jumpClient.name, 5)).toContainText('Offline');
});
