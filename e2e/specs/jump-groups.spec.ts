import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { jumpInterface } from '../pages/jump-interface.ts';

test('R1.1 a representative sees the own personal group, all users and the own teams, and nothing else', async ({
  page,
}) => {
  const { groups, group, row } = jumpInterface(page);
  await expect(row('My desktop')).toBeVisible();
  for (const name of [/^Personal/, /^All Users/, /^Field Support/]) await expect(group(name)).toBeVisible();
  await expect(groups).not.toContainText('Linux Admins');
  await expect(row("Ben's desktop")).toBeHidden();
  await expect(row('Database')).toBeHidden();
});

test('R1.1 a selected Jump Group lists its own items alone', async ({ page }) => {
  const { group, row, rows } = jumpInterface(page);
  await group(/^Field Support/).click();
  await expect(rows).toHaveCount(1);
  await expect(row('Van 3')).toBeVisible();
  await group(/^Personal/).click();
  await expect(rows).toHaveCount(1);
  await expect(row('My desktop')).toBeVisible();
});

test('R1.1 another representative sees other groups', async ({ page, appliance, signedInConsole }) => {
  await expect(jumpInterface(page).row('My desktop')).toBeVisible();
  const other = jumpInterface((await signedInConsole(appliance.token('ben'))).page);
  await expect(other.row("Ben's desktop")).toBeVisible();
  await expect(other.row('Database')).toBeVisible();
  await expect(other.row('My desktop')).toBeHidden();
});

test('R1.2 the arrow of a group shows and hides its tags; a tagged item is under both', async ({ page }) => {
  const { group, row, rows } = jumpInterface(page);
  const tag = group(/^# front-desk/);
  await group(/^All Users/).click();
  await expect(row('Reception')).toBeVisible();
  await expect(tag).toBeHidden();
  await group(/^All Users/)
    .locator('[data-arrow]')
    .click();
  await tag.click();
  await expect(rows).toHaveCount(1);
  await expect(row('Reception')).toBeVisible();
  await group(/^All Users/)
    .locator('[data-arrow]')
    .click();
  await expect(tag).toBeHidden();
});

test('R1.2 which groups show their tags is kept across a restart', async ({ openConsole }) => {
  const first = await openConsole();
  await jumpInterface(first.page)
    .group(/^Field Support/)
    .locator('[data-arrow]')
    .click();
  await expect(jumpInterface(first.page).group(/^# vans/)).toBeVisible();
  await first.close();
  const again = await openConsole({ profile: first.options.profile });
  await expect(jumpInterface(again.page).group(/^# vans/)).toBeVisible();
});

test('R1.1 with the permission, other representatives’ personal groups are shown, and without it they leave', async ({
  page,
  appliance,
}) => {
  const { group, row } = jumpInterface(page);
  await expect(row('My desktop')).toBeVisible();
  await appliance.changeAccount('anna', { rights: ['jump-to-jump-items', 'view-personal-groups-of-others'] });
  await expect(group(/^Ben Cole/)).toBeVisible();
  await group(/^Ben Cole/).click();
  await expect(row("Ben's desktop")).toBeVisible();
  await appliance.changeAccount('anna', { rights: ['jump-to-jump-items'] });
  await expect(group(/^Ben Cole/)).toBeHidden();
  await expect(row("Ben's desktop")).toBeHidden();
});
