import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import type { FleetFile } from '../fixtures/small-fleet.ts';
import { commandPalette } from '../pages/command-palette.ts';
import { jumpInterface } from '../pages/jump-interface.ts';

/** What anybody may call a team, a person or a tag. */
const NAMES = [
  'n'.repeat(128),
  '\u202Egpj.exe \u2066\u2067 unbalanced',
  'مجموعة الدعم 12',
  `q${'\u0301'.repeat(60)}`,
  '<img src=x onerror="document.title=1">',
  '</script> {{7*7}} %00 &lt;',
  '=HYPERLINK("https://example.com")',
  '__proto__',
  '👨‍👩‍👧‍👦'.repeat(9),
];
const tagOf = (index: number) => `${[...(NAMES[index] ?? '')].slice(0, 60).join('')}${index}`;

const fleet: FleetFile = {
  siteName: 'Hostile Site',
  teams: NAMES,
  accounts: [
    { username: 'anna', displayName: 'Anna Berg', rights: ['jump-to-jump-items'], teams: NAMES },
    ...NAMES.map((displayName, index) => ({
      username: `member-${index}`,
      displayName,
      rights: [],
      teams: NAMES,
    })),
  ],
  jumpItems: NAMES.map((jumpGroup, index) => ({
    method: 'jump-client' as const,
    name: `Computer ${index}`,
    jumpGroup,
    tag: tagOf(index),
  })),
};

test.use({ fleet });

test('R6.3 hostile names of teams and tags are shown literally and isolated, wherever they stand, and move nothing', async ({
  page,
}) => {
  const { cell, columns, columnBox, groups, menuItem, row, rows, search, statistics, toolbar } =
    jumpInterface(page);
  await expect(row('Computer 0')).toBeVisible();
  const places = async () =>
    Promise.all(
      [groups, search, toolbar, statistics].map(async (part) => {
        const box = await part.boundingBox();
        return [box?.x, box?.y, box?.width, box?.height];
      }),
    );
  const before = await places();
  await columns.click();
  await columnBox('Tag').click();
  await page.keyboard.press('Escape');
  await expect(menuItem('Reset columns')).toBeHidden();
  for (const [index, name] of NAMES.entries()) {
    const shown = name.normalize('NFC');
    await expect(cell(`Computer ${index}`, 4)).toHaveText(shown);
    await expect(cell(`Computer ${index}`, 4).locator('bdi')).toHaveCount(1);
    await expect(cell(`Computer ${index}`, 6)).toHaveText(tagOf(index).normalize('NFC'));
    const group = groups.getByTitle(shown, { exact: true });
    await expect(group).toHaveText(shown);
    await group.click();
    await expect(rows).toHaveCount(1);
    await expect(row(`Computer ${index}`)).toBeVisible();
    expect((await places()).slice(1)).toEqual(before.slice(1));
    await page.getByRole('treeitem', { name: /^All Jump Items/ }).click();
  }
  const heights = await page
    .getByRole('treeitem')
    .evaluateAll((items) => items.map((item) => item.getBoundingClientRect().height));
  expect(new Set(heights)).toEqual(new Set([26]));
  const rowHeights = await rows.evaluateAll((items) =>
    items.map((item) => item.getBoundingClientRect().height),
  );
  expect(new Set(rowHeights)).toEqual(new Set([28]));
  expect(await page.title()).not.toBe('1');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});

test('R1.1 hostile names of members stand in the second pane as they are; the palette finds groups by them', async ({
  page,
  appliance,
}) => {
  const { groups, members } = jumpInterface(page);
  const rights = ['jump-to-jump-items', 'view-personal-groups-of-team-members'];
  await appliance.changeAccount('anna', { rights });
  await groups.getByTitle('__proto__', { exact: true }).click();
  for (const name of NAMES) {
    await expect(members.getByTitle(name.normalize('NFC'), { exact: true })).toHaveCount(1);
  }
  const palette = commandPalette(page);
  await palette.open();
  await palette.field.fill('=hyperlink');
  await expect(palette.section('Jump Groups')).toContainText('=HYPERLINK("https://example.com")');
  // The personal group of the member who is called like the team comes first.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(jumpInterface(page).row('Computer 6')).toBeVisible();
});
