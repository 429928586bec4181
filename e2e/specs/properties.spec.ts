import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { HOSTILE_TEXTS } from '../../app/domain/hostile-texts.test-support.ts';
import { checkText } from '../../app/domain/text-limits.ts';
import { test } from '../fixtures/console-test.ts';
import type { RunningAppliance } from '../fixtures/running-appliance.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { propertiesDialog } from '../pages/properties-dialog.ts';

async function found(appliance: RunningAppliance, name: string) {
  const item = (await appliance.jumpItems()).find((one) => one.name === name);
  if (item === undefined) throw new Error(`No Jump Item ${name}`);
  return item;
}

/** Opens *Properties* of one item with the keyboard. */
async function openProperties(page: Page, name: string) {
  const { grid, select } = jumpInterface(page);
  await select(name);
  await grid.press('Alt+Enter');
  const opened = propertiesDialog(page);
  await expect(opened.dialog).toBeVisible();
  return opened;
}

test('R1.10 one item: title, sentence, fields and buttons; OK changes it on both consoles', async ({
  page,
  appliance,
  signedInConsole,
}) => {
  const other = jumpInterface((await signedInConsole(appliance.token('ben'))).page);
  const { cancel, comments, dialog, name, ok, reset, tag } = await openProperties(page, 'Reception');
  await expect(dialog).toHaveAccessibleName('Edit Jump Client');
  await expect(dialog).toContainText('Please use the fields below to modify the existing Jump Client.');
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('Reception');
  await expect(tag).toHaveValue('front-desk');
  await expect(comments).toHaveValue('till by the door');
  const places = await Promise.all([reset, ok, cancel].map((button) => button.boundingBox()));
  expect(places.map((box) => box?.x ?? 0)).toEqual(
    places.map((box) => box?.x ?? 0).toSorted((a, b) => a - b),
  );

  await name.fill('Front desk');
  await tag.fill('desks');
  await comments.fill('first line\nsecond line');
  await ok.click();
  await expect(dialog).toBeHidden();
  for (const list of [jumpInterface(page), other]) {
    await expect(list.row('Front desk')).toContainText('first line second line');
    await expect(list.row('Reception')).toBeHidden();
  }
  expect(await found(appliance, 'Front desk')).toMatchObject({
    tag: 'desks',
    comments: 'first line\nsecond line',
  });
  const again = await openProperties(page, 'Front desk');
  await again.chooseGroup('Personal');
  await again.ok.click();
  await expect(jumpInterface(page).row('Front desk')).toContainText('Personal');
  await expect(other.row('Front desk')).toBeHidden();
});

test('R1.10 every way opens the same dialog, and it gives the focus back', async ({ page }) => {
  const { grid, row, select, statistics, toolbar } = jumpInterface(page);
  const { cancel, dialog } = propertiesDialog(page);
  const closeAgain = async () => {
    await expect(dialog).toBeVisible();
    await cancel.click();
    await expect(dialog).toBeHidden();
  };
  await select('Reception');
  for (const key of ['F2', 'Alt+Enter']) {
    await grid.press(key);
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(grid).toBeFocused();
  }
  await toolbar.getByRole('button', { name: 'Properties…' }).click();
  await closeAgain();
  await statistics.getByRole('button', { name: 'Properties…' }).click();
  await closeAgain();
  await row('Reception').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Properties…/ }).click();
  await closeAgain();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('properties');
  await page.keyboard.press('Enter');
  await closeAgain();
});

test('R1.10 many items: mixed values stay, a preview says what changes, Apply does it in one step', async ({
  page,
  appliance,
  signedInConsole,
}) => {
  const other = jumpInterface((await signedInConsole(appliance.token('ben'))).page);
  const { row, select, toolbar } = jumpInterface(page);
  await select('Reception');
  for (const name of ['Warehouse 9', 'Warehouse 10', 'Terminal server']) {
    await row(name).click({ modifiers: ['Control'] });
  }
  await toolbar.getByRole('button', { name: 'Properties…' }).click();
  const { apply, back, comments, dialog, name, ok, preview, tag } = propertiesDialog(page);
  await expect(dialog).toHaveAccessibleName('Edit Jump Items');
  await expect(name).toHaveAttribute('placeholder', 'Mixed values: 4 names');
  await expect(tag).toHaveAttribute('placeholder', 'Mixed values: 1 tag, some without');
  await tag.fill('stock');
  await ok.click();
  await expect(apply).toBeFocused();
  await expect(preview('Tag')).toContainText('on 4 items');
  await expect(preview('Tag').getByRole('listitem')).toHaveText(['none→stock3', 'front-desk→stock1']);
  expect((await found(appliance, 'Reception')).tag).toBe('front-desk');
  await back.click();
  await expect(tag).toHaveValue('stock');
  await comments.fill('counted');
  await ok.click();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(other.row('Warehouse 9')).toContainText('counted');
  for (const changed of ['Reception', 'Warehouse 9', 'Warehouse 10', 'Terminal server']) {
    expect(await found(appliance, changed)).toMatchObject({ tag: 'stock', comments: 'counted' });
  }
});

test('R2.6 Reset restores what it opened with; OK then changes nothing', async ({ page, appliance }) => {
  const before = await found(appliance, 'Reception');
  const { comments, dialog, jumpGroup, name, ok, reset, tag, chooseGroup } = await openProperties(
    page,
    'Reception',
  );
  await name.fill('x');
  await tag.fill('y');
  await comments.fill('z');
  await chooseGroup('Personal');
  await reset.click();
  await expect(name).toHaveValue('Reception');
  await expect(tag).toHaveValue('front-desk');
  await expect(comments).toHaveValue('till by the door');
  await expect(jumpGroup).toContainText('All Users');
  await ok.click();
  await expect(dialog).toBeHidden();
  expect((await found(appliance, 'Reception')).propertiesRev).toBe(before.propertiesRev);
});

test('another console’s change is shown beside the field, and the representative chooses: theirs or mine', async ({
  page,
  appliance,
  signedInConsole,
}) => {
  const second = (await signedInConsole(appliance.token('ben'))).page;
  const mine = await openProperties(page, 'Reception');
  await mine.name.fill('Annas name');
  await mine.comments.fill('Annas comments');

  const theirs = await openProperties(second, 'Reception');
  await theirs.name.fill('Bens name');
  await theirs.comments.fill('Bens comments');
  await theirs.ok.click();
  await expect(theirs.dialog).toBeHidden();

  await expect(mine.dialog).toContainText('Changed meanwhile to Bens name');
  await expect(mine.dialog).toContainText('Changed meanwhile to Bens comments');
  await mine.ok.click();
  await expect(mine.dialog).toContainText('Nothing was sent');
  expect((await found(appliance, 'Bens name')).comments).toBe('Bens comments');
  await mine.useTheirs('Name').click();
  await mine.keepMine('Comments').click();
  await mine.ok.click();
  await expect(mine.dialog).toBeHidden();
  expect((await found(appliance, 'Bens name')).comments).toBe('Annas comments');
  await expect(jumpInterface(second).row('Bens name')).toContainText('Annas comments');
});

test('a change that this console has not heard of yet is told with the refusal, and nothing is written over', async ({
  page,
  appliance,
}) => {
  const { dialog, keepMine, name, ok, tag } = await openProperties(page, 'Reception');
  const { id } = await found(appliance, 'Reception');
  await appliance.holdConsole('anna');
  await appliance.changeJumpItem(id, { name: 'Front gate' });
  await name.fill('Back gate');
  await tag.fill('gates');
  await ok.click();
  await expect(dialog).toContainText('Changed meanwhile to Front gate');
  expect(await found(appliance, 'Front gate')).toMatchObject({ tag: 'front-desk' });
  await expect(tag).toHaveValue('gates');
  await keepMine('Name').click();
  await name.press('Enter');
  await expect(dialog).toBeHidden();
  expect(await found(appliance, 'Back gate')).toMatchObject({ tag: 'gates' });
  await appliance.releaseConsole('anna');
  await expect(jumpInterface(page).row('Back gate')).toBeVisible();
});

test('R7.7 removed meanwhile: message 7 in the dialog, heard of or not; of many the rest goes on', async ({
  page,
  appliance,
}) => {
  const { cancel, comments, dialog, name, ok, apply, tag } = await openProperties(page, 'Reception');
  await comments.fill('precious');
  await appliance.removeJumpItem((await found(appliance, 'Reception')).id);
  await expect(dialog.getByRole('alert')).toHaveText('The Jump Client does not exist.');
  await expect(comments).toHaveValue('precious');
  await cancel.click();

  await openProperties(page, 'Kiosk');
  await appliance.holdConsole('anna');
  await appliance.removeJumpItem((await found(appliance, 'Kiosk')).id);
  await name.fill('Kiosk 2');
  await ok.click();
  await expect(dialog.getByRole('alert')).toHaveText('The Jump Client does not exist.');
  await cancel.click();
  await appliance.releaseConsole('anna');
  await expect(jumpInterface(page).row('Kiosk')).toBeHidden();

  await jumpInterface(page).select('Warehouse 9');
  await jumpInterface(page)
    .row('Warehouse 10')
    .click({ modifiers: ['Control'] });
  await jumpInterface(page).grid.press('Alt+Enter');
  await tag.fill('stock');
  await appliance.removeJumpItem((await found(appliance, 'Warehouse 9')).id);
  await expect(dialog).toContainText('1 of these does not exist any more: Warehouse 9');
  await ok.click();
  await apply.click();
  await expect(dialog).toBeHidden();
  expect((await found(appliance, 'Warehouse 10')).tag).toBe('stock');
});

test('R7.8 R7.9 gone offline or uninstalled a moment ago: messages 8 and 9, and nothing typed is lost', async ({
  page,
  appliance,
}) => {
  const { dialog, name, ok } = await openProperties(page, 'Reception');
  const { id } = await found(appliance, 'Reception');
  await appliance.holdConsole('anna');
  await appliance.setPresence(id, 'offline');
  await name.fill('Front desk');
  await ok.click();
  await expect(dialog.getByRole('alert')).toHaveText('The Jump Client is offline.');
  await appliance.setPresence(id, 'uninstalled');
  await ok.click();
  await expect(dialog.getByRole('alert')).toHaveText('The specified Jump Client has been uninstalled.');
  await expect(name).toHaveValue('Front desk');
  await appliance.releaseConsole('anna');
  await expect(jumpInterface(page).statistics).toContainText('Uninstalled');
  await ok.click();
  await expect(dialog).toBeHidden();
  await expect(jumpInterface(page).row('Front desk')).toContainText('Uninstalled');
});

test('R1.13 a right that is withdrawn while the dialog is open is said at once; groups say why they cannot be chosen', async ({
  page,
  appliance,
}) => {
  const rights = ['jump-to-jump-items', 'edit-jump-items', 'view-personal-groups-of-others'];
  await appliance.changeAccount('anna', { rights });
  await expect(jumpInterface(page).row("Ben's desktop")).toBeVisible();
  const { dialog, jumpGroup, name, ok, option } = await openProperties(page, "Ben's desktop");
  await jumpGroup.click();
  await expect(option(/^Personal/)).toHaveAttribute('aria-disabled', 'true');
  await expect(option(/^Personal/)).toContainText(
    'They cannot leave Ben Cole. Missing right: Move Jump Items',
  );
  await expect(option(/^Ben Cole/)).not.toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
  await name.fill('Bens laptop');
  await appliance.changeAccount('anna', { rights: ['view-personal-groups-of-others'] });
  await expect(dialog.getByRole('alert')).toContainText('Missing right: Edit Jump Items.');
  await expect(ok).toHaveAttribute('aria-disabled', 'true');
  await expect(name).toHaveValue('Bens laptop');
  await appliance.changeAccount('anna', { rights });
  await expect(ok).not.toHaveAttribute('aria-disabled', 'true');
  await appliance.holdConsole('anna');
  await appliance.changeAccount('anna', { rights: ['view-personal-groups-of-others'] });
  await ok.click();
  await expect(dialog.getByRole('alert')).toContainText('Missing right: Edit Jump Items.');
  expect((await found(appliance, "Ben's desktop")).name).toBe("Ben's desktop");
});

test('R2.2 128 code points are taken and 129 refused beside the field, however they are written', async ({
  page,
  appliance,
}) => {
  const { dialog, name } = await openProperties(page, 'Reception');
  await name.fill('a'.repeat(129));
  await expect(dialog).toContainText('At most 128 characters; these are 129.');
  await name.press('Enter');
  await expect(dialog).toContainText('Nothing was sent');
  const longest = `${'a'.repeat(127)}😀`;
  await name.fill(longest);
  await expect(dialog).toContainText('128 / 128');
  await expect(name).not.toHaveAttribute('aria-invalid', 'true');
  await name.press('Enter');
  await expect(dialog).toBeHidden();
  await found(appliance, longest);
});

test('R2.2 hostile texts get in the window the verdict of the appliance, and come back as they were written', async ({
  page,
  appliance,
}) => {
  test.slow();
  const { id } = await found(appliance, 'Reception');
  const title = await page.title();
  for (const [about, text] of HOSTILE_TEXTS) {
    const { cancel, comments, dialog, name, ok } = await openProperties(page, 'Reception');
    await comments.fill(about);
    await name.fill(text);
    const held = await name.inputValue();
    const checked = checkText('name', held);
    await ok.click();
    if (checked.ok) {
      await expect(dialog, about).toBeHidden();
      const stored = (await appliance.jumpItems()).find((item) => item.id === id);
      expect(stored?.name, about).toBe(checked.value);
      await appliance.changeJumpItem(id, { name: 'Reception' });
      await expect(jumpInterface(page).row('Reception')).toBeVisible();
    } else {
      await expect(name, about).toHaveAttribute('aria-invalid', 'true');
      await cancel.click();
    }
  }
  expect(await page.title()).toBe(title);
});

test('R2.5 long comments are read in full in the statistics, line by line, and sorted and searched by', async ({
  firstConsole: { app, page },
  appliance,
}) => {
  const { grid, header, row, rows, searchFor, select, statistics } = jumpInterface(page);
  const text = `first line\n\tindented\n${'and so on '.repeat(90)}\nthe very last word`;
  await appliance.changeJumpItem((await found(appliance, 'Kiosk')).id, { comments: text });
  await expect(row('Kiosk')).toContainText('first line');
  await select('Kiosk');
  const comments = statistics.getByRole('region', { name: 'Comments' });
  await expect(comments.getByRole('paragraph')).toHaveText(text, { useInnerText: true });
  await comments.getByRole('paragraph').press('End');
  await expect
    .poll(() => comments.getByRole('paragraph').evaluate((element) => element.scrollTop))
    .toBeGreaterThan(0);
  await comments.getByRole('button', { name: 'Copy the comments' }).click();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(text);
  await header('Comments').getByRole('button').first().click();
  await expect(rows.nth(0)).toContainText('first line');
  await expect(rows.nth(1)).toContainText('till by the door');
  await searchFor('"very last word"');
  await expect(rows).toHaveCount(1);
  await expect(grid).toContainText('Kiosk');
});

test('R1.10 by keyboard alone: open, write, choose a group and a tag, and be done', async ({
  page,
  appliance,
}) => {
  const { dialog, jumpGroup, name, tag } = await openProperties(page, 'Van 3');
  await expect(name).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Van 4');
  await page.keyboard.press('Tab');
  await expect(jumpGroup).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('All');
  await page.keyboard.press('Enter');
  await expect(jumpGroup).toContainText('All Users');
  await page.keyboard.press('Tab');
  await expect(tag).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('front');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(tag).toHaveValue('front-desk');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(jumpInterface(page).grid).toBeFocused();
  const all = await found(appliance, 'Reception');
  expect(await found(appliance, 'Van 4')).toMatchObject({ tag: 'front-desk', jumpGroupId: all.jumpGroupId });
});

test('a connection that is cut while it is open costs nothing that was typed', async ({
  page,
  appliance,
}) => {
  const { dialog, name, ok } = await openProperties(page, 'Reception');
  await name.fill('Front desk');
  await appliance.dropConsoles('anna');
  // Before the connection is back, OK is told that it is not, and may be pressed again.
  await expect(async () => {
    await expect(name).toHaveValue('Front desk');
    await ok.click();
    await expect(dialog).toBeHidden({ timeout: 1_000 });
  }).toPass();
  await found(appliance, 'Front desk');
  await expect(jumpInterface(page).row('Front desk')).toBeVisible();
});
