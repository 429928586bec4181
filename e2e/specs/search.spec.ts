import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { jumpInterface } from '../pages/jump-interface.ts';

const FIELDS = [
  'Comments',
  'Console User',
  'Domain group',
  'Jump Method',
  'Last Accessed Date',
  'Name',
  'Private IP',
  'Public IP',
  'Status',
  'Tag',
  'Work Group',
];

test('R1.5 a search lists what matches once Enter is pressed', async ({ page }) => {
  const { row, rows, searchFor } = jumpInterface(page);
  await expect(row('Van 3')).toBeVisible();
  await searchFor('warehouse');
  await expect(rows).toHaveCount(2);
  await searchFor('');
  await expect(row('Van 3')).toBeVisible();
});

test('R1.5 every field of the guide is searched, and can be checked', async ({ page, appliance }) => {
  const { fields, row, rows, searchFor } = jumpInterface(page);
  const accessed = (await appliance.jumpItems()).find(({ name }) => name === 'Reception')?.lastAccessedAt;
  for (const [text, item] of [
    ['reception', 'Reception'],
    [localDate(accessed ?? 0), 'Reception'],
    ['till by', 'Reception'],
    ['cashier', 'Reception'],
    ['corp.example', 'Reception'],
    ['Local RDP', 'Terminal server'],
    ['10.4.12', 'Reception'],
    ['203.0.113', 'Reception'],
    ['uninstalled', 'Retired laptop'],
    ['vans', 'Van 3'],
    ['FRONT', 'Reception'],
  ] as const) {
    await searchFor(text);
    await expect(rows, text).toHaveCount(1);
    await expect(row(item)).toBeVisible();
  }
  await fields.click();
  for (const name of FIELDS) await expect(page.getByRole('checkbox', { name })).toBeChecked();
});

test('R1.5 an unchecked field is not searched, and stays unchecked across a restart', async ({
  openConsole,
}) => {
  const first = await openConsole();
  const list = jumpInterface(first.page);
  await list.searchFor('cashier');
  await expect(list.row('Reception')).toBeVisible();
  await list.fields.click();
  await first.page.getByRole('dialog').getByText('Console User', { exact: true }).click();
  await expect(list.row('Reception')).toBeHidden();
  await expect(first.page.getByText('No Jump Item matches')).toBeVisible();
  await first.close();

  const again = await openConsole({ profile: first.options.profile });
  const listAgain = jumpInterface(again.page);
  await expect(listAgain.row('Reception')).toBeVisible();
  await listAgain.searchFor('cashier');
  await expect(listAgain.row('Reception')).toBeHidden();
  await listAgain.fields.click();
  await expect(again.page.getByRole('checkbox', { name: 'Console User' })).not.toBeChecked();
});

/** As the list shows a day. */
function localDate(epochMs: number): string {
  const date = new Date(epochMs);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
