import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { jumpInterface } from '../pages/jump-interface.ts';

test('R1.1 several groups at once list the items of each, by pointer and by keyboard', async ({ page }) => {
  const { group, rows, row } = jumpInterface(page);
  await group(/^Personal/).click();
  await expect(rows).toHaveCount(1);
  await group(/^Field Support/).click({ modifiers: ['Control'] });
  await expect(rows).toHaveCount(2);
  await page.keyboard.press('Control+Space');
  await expect(rows).toHaveCount(1);
  await expect(row('My desktop')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(row('Reception')).toBeVisible();
  await page.keyboard.press('f');
  await expect(group(/^Field Support/)).toBeFocused();
  await expect(rows).toHaveCount(1);
  await page.keyboard.press('Shift+ArrowUp');
  await expect(row('Van 3')).toBeVisible();
  await expect(row('Reception')).toBeVisible();
});

test('R1.2 chosen groups and tags survive a restart', async ({ openConsole }) => {
  const first = await openConsole();
  const before = jumpInterface(first.page);
  await before
    .group(/^All Users/)
    .locator('[data-arrow]')
    .click();
  await before.group(/^# front-desk/).click();
  await before.group(/^Personal/).click({ modifiers: ['Control'] });
  await expect(before.rows).toHaveCount(2);
  await first.close();
  const { page } = await openConsole({ profile: first.options.profile });
  const { group, row, rows } = jumpInterface(page);
  await expect(row('My desktop')).toBeVisible();
  await expect(rows).toHaveCount(2);
  await expect(group(/^# front-desk/)).toHaveAttribute('aria-selected', 'true');
  await expect(group(/^Personal/)).toHaveAttribute('aria-selected', 'true');
});

test('R1.2 the counts of groups and tags stay true', async ({ page, appliance }) => {
  const { group } = jumpInterface(page);
  const van = (await appliance.jumpItems()).find(({ name }) => name === 'Van 3');
  await group(/^Field Support/)
    .locator('[data-arrow]')
    .click();
  await expect(group(/^Field Support/)).toContainText('1 / 1');
  await appliance.changeJumpItem(van?.id ?? '', { presence: 'offline' });
  await expect(group(/^Field Support/)).toContainText('0 / 1');
  await expect(group(/^# vans/)).toContainText('0 / 1');
});

test('R1.1 a chosen group that is lost leaves all that is left', async ({ page, appliance }) => {
  const { group, row, rows } = jumpInterface(page);
  await group(/^Field Support/).click();
  await expect(rows).toHaveCount(1);
  await appliance.changeAccount('anna', { teams: [] });
  await expect(group(/^Field Support/)).toBeHidden();
  await expect(row('Reception')).toBeVisible();
  await expect(group(/^All Jump Items/)).toHaveAttribute('aria-selected', 'true');
});

test('R1.1 a team shows the members whose items may be seen in a second pane', async ({
  page,
  appliance,
}) => {
  const { group, members, row, rows } = jumpInterface(page);
  await group(/^Field Support/).click();
  await expect(row('Van 3')).toBeVisible();
  await expect(members).toBeHidden();
  await appliance.changeAccount('ben', { teams: ['Field Support'] });
  await appliance.changeAccount('anna', {
    rights: ['jump-to-jump-items', 'view-personal-groups-of-team-members'],
  });
  await members.getByRole('treeitem', { name: /^Ben Cole/ }).click();
  await expect(rows).toHaveCount(1);
  await expect(row("Ben's desktop")).toBeVisible();
  await expect(group(/^Field Support/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(row('Van 3')).toBeVisible();
  await page.keyboard.press('End');
  await expect(row("Ben's desktop")).toBeVisible();
  await appliance.changeAccount('anna', { rights: ['jump-to-jump-items'] });
  await expect(members).toBeHidden();
  await expect(row('Van 3')).toBeVisible();
});

const HOSTILE_TAGS = [
  '\u202Egpj.exe',
  '\u2066\u2067 unbalanced',
  '<img src=x onerror=alert(1)>',
  '{{7*7}} %00 &lt;',
  '__proto__',
  '=1+1',
  '😀'.repeat(64),
  `a${'\u0301'.repeat(63)}`,
];

test('R1.2 hostile tags are shown literally, each in a row as high as every other', async ({
  page,
  appliance,
}) => {
  const { group, groups, rows } = jumpInterface(page);
  await expect(group(/^All Users/)).toBeVisible();
  for (const [index, tag] of HOSTILE_TAGS.entries()) {
    await appliance.addJumpClient({ name: `Hostile ${index}`, jumpGroup: 'All Users', tag });
  }
  await group(/^All Users/)
    .locator('[data-arrow]')
    .click();
  for (const tag of HOSTILE_TAGS) {
    await groups.getByTitle(`# ${tag.normalize('NFC')}`, { exact: true }).click();
    await expect(rows).toHaveCount(1);
  }
  const heights = await groups
    .getByRole('treeitem')
    .evaluateAll((items) => items.map((item) => item.getBoundingClientRect().height));
  expect(new Set(heights)).toEqual(new Set([26]));
});
