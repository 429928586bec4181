import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { consoleMessages } from '../pages/console-messages.ts';
import { jumpInterface } from '../pages/jump-interface.ts';

/** The middle of something in the window. */
async function middleOf(thing: Locator): Promise<[number, number]> {
  const box = await thing.boundingBox();
  if (box === null) throw new Error('It is not in the window.');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Presses on one thing and brings the pointer to another, without letting go. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await page.mouse.move(...(await middleOf(from)));
  await page.mouse.down();
  await page.mouse.move(...(await middleOf(to)), { steps: 8 });
}

/** What follows the pointer. */
const ghost = (page: Page) => page.locator('[role=status][data-drop]');

test('R1.13 an item dropped on a group moves there on the appliance and in both consoles; Ctrl+Z takes it back', async ({
  page,
  appliance,
  signedInConsole,
}) => {
  const anna = jumpInterface(page);
  const ben = jumpInterface((await signedInConsole(appliance.token('ben'))).page);
  const place = async () => {
    const item = (await appliance.jumpItems()).find(({ name }) => name === 'Reception');
    return [item?.jumpGroupId, item?.tag];
  };
  const before = await place();
  await expect(ben.row('Reception')).toBeVisible();
  await drag(page, anna.row('Reception'), anna.group(/^Field Support/));
  await expect(ghost(page)).toContainText('Reception');
  await expect(ghost(page)).toContainText('Move to \u2068Field Support\u2069');
  await expect(anna.group(/^Field Support/)).toHaveAttribute('data-drop', 'allowed');
  await page.mouse.up();
  await expect(ghost(page)).toBeHidden();
  await expect(anna.row('Reception')).toContainText('Field Support');
  // Ben is in no team of that name: he does not see it any more.
  await expect(ben.row('Reception')).toBeHidden();
  expect((await place())[1]).toBe('front-desk');
  await expect(consoleMessages(page).done).toContainText('Moved.');
  await expect(anna.row('Reception')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+z');
  await expect(ben.row('Reception')).toBeVisible();
  expect(await place()).toEqual(before);
});

test('several are dragged together, onto the tag of a group that opens under them', async ({
  page,
  appliance,
}) => {
  const { row, group, selected } = jumpInterface(page);
  await row('Kiosk').click();
  await row('Warehouse 9').click({ modifiers: ['Control'] });
  const fieldSupport = group(/^Field Support/);
  await expect(fieldSupport).toHaveAttribute('aria-expanded', 'false');
  await drag(page, row('Kiosk'), fieldSupport);
  await expect(selected).toHaveCount(2);
  await expect(ghost(page)).toContainText('2 Jump Items');
  const vans = group(/vans/);
  await expect(vans).toBeVisible();
  await page.mouse.move(...(await middleOf(vans)), { steps: 3 });
  await expect(ghost(page)).toContainText('Move 2 to \u2068vans\u2069 in \u2068Field Support\u2069');
  await page.mouse.up();
  const van = (await appliance.jumpItems()).find(({ name }) => name === 'Van 3');
  const dropped = async () =>
    (await appliance.jumpItems())
      .filter(({ name }) => name === 'Kiosk' || name === 'Warehouse 9')
      .map(({ jumpGroupId, tag }) => [jumpGroupId, tag]);
  await expect.poll(dropped).toEqual([
    [van?.jumpGroupId, 'vans'],
    [van?.jumpGroupId, 'vans'],
  ]);
  await expect(fieldSupport).toHaveAttribute('aria-expanded', 'true');
  await consoleMessages(page).undo.click();
  await expect(row('Kiosk')).toContainText('All Users');
  await expect(row('Warehouse 9')).toContainText('All Users');
});

test('Escape leaves everything as it was: place, selection, and what had opened', async ({
  page,
  appliance,
}) => {
  const { row, group, selected } = jumpInterface(page);
  const before = await appliance.jumpItems();
  await row('Kiosk').click();
  await row('Warehouse 9').click({ modifiers: ['Control'] });
  await drag(page, row('Kiosk'), group(/^Field Support/));
  await expect(group(/vans/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(ghost(page)).toBeHidden();
  await page.mouse.up();
  await expect(group(/vans/)).toBeHidden();
  await expect(selected).toHaveCount(2);
  expect(await appliance.jumpItems()).toEqual(before);
});

test('R1.13 where a drop is not allowed, the pointer says why, and dropping does nothing', async ({
  page,
  appliance,
}) => {
  const { row, group } = jumpInterface(page);
  const rights = ['jump-to-jump-items', 'edit-jump-items', 'view-personal-groups-of-others'];
  await appliance.changeAccount('anna', { rights });
  const bens = group(/^Ben Cole/);
  await expect(bens).toBeVisible();
  const before = await appliance.jumpItems();
  await drag(page, row('Kiosk'), bens);
  await expect(ghost(page)).toContainText(
    'Missing right: Move Jump Items into and out of other users’ Jump Groups.',
  );
  await expect(bens).toHaveAttribute('data-drop', 'refused');
  await page.mouse.move(...(await middleOf(group(/^All Users/))), { steps: 3 });
  await expect(ghost(page)).toContainText('Already there');
  // The right is withdrawn while the pointer is on its way.
  await appliance.changeAccount('anna', { rights: ['jump-to-jump-items'] });
  await expect(bens).toBeHidden();
  await page.mouse.move(...(await middleOf(group(/^Personal/))), { steps: 3 });
  await expect(ghost(page)).toContainText('Missing right: Edit Jump Items.');
  await page.mouse.up();
  await expect(ghost(page)).toBeHidden();
  expect(await appliance.jumpItems()).toEqual(before);
});

test('a click on one of several selected items selects it alone, a right click keeps them', async ({
  page,
}) => {
  const { row, selected } = jumpInterface(page);
  await row('Kiosk').click();
  await row('Van 3').click({ modifiers: ['Shift'] });
  const many = await selected.count();
  expect(many).toBeGreaterThan(2);
  await row('Reception').click({ button: 'right' });
  await page.keyboard.press('Escape');
  await expect(selected).toHaveCount(many);
  await row('Reception').click();
  await expect(selected).toHaveCount(1);
});

test.describe('a long list of groups', () => {
  test.use({
    fleet: {
      siteName: 'Many Teams',
      teams: Array.from({ length: 60 }, (_, at) => `Team ${String(at + 1).padStart(2, '0')}`),
      accounts: [
        {
          username: 'anna',
          displayName: 'Anna Berg',
          rights: ['jump-to-jump-items', 'edit-jump-items'],
          teams: Array.from({ length: 60 }, (_, at) => `Team ${String(at + 1).padStart(2, '0')}`),
        },
      ],
      jumpItems: [{ method: 'jump-client', name: 'Kiosk', hostname: 'K-1', jumpGroup: 'All Users' }],
    },
  });

  test('the pane scrolls while the pointer rests at its edge', async ({ page, appliance }) => {
    const { row, group, groups } = jumpInterface(page);
    const last = group('Team 60');
    await expect(last).not.toBeInViewport();
    await page.mouse.move(...(await middleOf(row('Kiosk'))));
    await page.mouse.down();
    const pane = await groups.locator('..').boundingBox();
    if (pane === null) throw new Error('There is no pane of groups.');
    await page.mouse.move(pane.x + 80, pane.y + pane.height - 6, { steps: 6 });
    await expect(last).toBeInViewport();
    await page.mouse.move(...(await middleOf(last)), { steps: 3 });
    await expect(last).toHaveAttribute('data-drop', 'allowed');
    await page.mouse.up();
    await expect(row('Kiosk')).toContainText('Team 60');
    expect(new Set((await appliance.jumpItems()).map(({ jumpGroupId }) => jumpGroupId)).size).toBe(1);
  });
});

test('R1.11 while the list changes under the pointer, what was taken is what is dropped', async ({
  page,
  appliance,
}) => {
  const { row, group } = jumpInterface(page);
  await drag(page, row('Reception'), group(/^Field Support/));
  for (const name of ['AAA first', 'Zzz last']) await appliance.addJumpClient({ name });
  await expect(row('AAA first')).toBeVisible();
  const items = await appliance.jumpItems();
  const kiosk = items.find(({ name }) => name === 'Kiosk');
  await appliance.changeJumpItem(kiosk?.id ?? '', { name: 'AAB renamed' });
  await expect(row('AAB renamed')).toBeVisible();
  await expect(ghost(page)).toContainText('Reception');
  await page.mouse.up();
  await expect(row('Reception')).toContainText('Field Support');
  const groupOf = async (name: string) =>
    (await appliance.jumpItems()).find((item) => item.name === name)?.jumpGroupId;
  expect(await groupOf('AAB renamed')).toBe(kiosk?.jumpGroupId);
  expect(await groupOf('AAA first')).not.toBe(await groupOf('Reception'));
});
