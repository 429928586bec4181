import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { commandPalette } from '../pages/command-palette.ts';
import { consoleMessages } from '../pages/console-messages.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { removalQuestion } from '../pages/removal-question.ts';

/** Removes what is selected. */
async function remove(page: Page): Promise<void> {
  await page.keyboard.press('Delete');
  await removalQuestion(page).remove.click();
}

/** Writes other comments to the selected item by *Properties*. */
async function comment(page: Page, comments: string): Promise<void> {
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog', { name: 'Edit Jump Client' });
  await dialog.getByRole('textbox', { name: 'Comments' }).fill(comments);
  await dialog.getByRole('button', { name: 'OK' }).click();
  await expect(dialog).toBeHidden();
}

test('R1.9 Undo in the toast brings a removed item back as it was, in both consoles', async ({
  page,
  appliance,
  signedInConsole,
}) => {
  const ben = jumpInterface((await signedInConsole(appliance.token('ben'))).page);
  const { row } = jumpInterface(page);
  const before = (await appliance.jumpItems()).find(({ name }) => name === 'Reception');
  await row('Reception').click();
  await remove(page);
  const { done, undo } = consoleMessages(page);
  await expect(done).toContainText('Removed.');
  await expect(undo).toHaveText(/^Undo\d+ s$/);
  await expect(ben.row('Reception')).toBeHidden();
  await undo.click();
  await expect(ben.row('Reception')).toBeVisible();
  await expect(row('Reception')).toBeVisible();
  await expect(done).toContainText('Undone.');
  const after = (await appliance.jumpItems()).find(({ name }) => name === 'Reception');
  expect(after).toMatchObject({ id: before?.id, tag: before?.tag, comments: before?.comments });
});

test('R1.10 Ctrl+Z takes back one command after the other, but none while a field has the focus', async ({
  page,
  appliance,
}) => {
  const { row, search, grid } = jumpInterface(page);
  const commentsOf = async (wanted: string) =>
    (await appliance.jumpItems()).find(({ name }) => name === wanted)?.comments;
  await row('Reception').click();
  await comment(page, 'moved to the hall');
  await row('Kiosk').click();
  await comment(page, 'out of order');
  await search.focus();
  await page.keyboard.press('Control+z');
  await grid.focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => commentsOf('Kiosk')).toBe('');
  expect(await commentsOf('Reception')).toBe('moved to the hall');
  await page.keyboard.press('Control+z');
  await expect.poll(() => commentsOf('Reception')).toBe('till by the door');
  await expect(row('Reception')).toContainText('till by the door');
});

test('the palette and the application menu name what would be taken back', async ({
  page,
  firstConsole: { app },
  appliance,
}) => {
  const { row } = jumpInterface(page);
  const entry = () =>
    app.evaluate(({ Menu }) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById('undo');
      return { label: item?.label, enabled: item?.enabled };
    });
  await expect.poll(entry).toEqual({ label: 'Undo', enabled: false });
  await row('Van 3').click();
  await remove(page);
  await expect(row('Van 3')).toBeHidden();
  await expect.poll(entry).toEqual({ label: 'Undo: Removal of \u2068Van 3\u2069', enabled: true });
  await commandPalette(page).open();
  await commandPalette(page).field.fill('undo');
  await expect(commandPalette(page).entry(/^Undo/)).toContainText('Removal of \u2068Van 3\u2069');
  await page.keyboard.press('Escape');
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('undo')?.click());
  await expect(row('Van 3')).toBeVisible();
  expect((await appliance.jumpItems()).some(({ name }) => name === 'Van 3')).toBe(true);
  await expect.poll(entry).toEqual({ label: 'Undo', enabled: false });
});

test('R1.10 what a colleague changed since is skipped and named', async ({ page, appliance }) => {
  const { row } = jumpInterface(page);
  const kiosk = (await appliance.jumpItems()).find(({ name }) => name === 'Kiosk');
  await row('Kiosk').click();
  await comment(page, 'out of order');
  await expect(row('Kiosk')).toContainText('out of order');
  await appliance.changeJumpItem(kiosk?.id ?? '', { comments: 'repaired' });
  await expect(row('Kiosk')).toContainText('repaired');
  await page.keyboard.press('Control+z');
  await expect(consoleMessages(page).refusal('Kiosk')).toContainText('Somebody changed this Jump Item');
  await expect(row('Kiosk')).toContainText('repaired');
});

test('R1.9 a removal is final after ten seconds; the toast stays as long as it is pointed at', async ({
  page,
  appliance,
}) => {
  test.setTimeout(60_000);
  const { row, grid } = jumpInterface(page);
  await row('Kiosk').click();
  await remove(page);
  const { done, undo, refusal } = consoleMessages(page);
  await done.hover();
  await expect(undo).toHaveAttribute('aria-disabled', 'true', { timeout: 15_000 });
  await expect(undo).toHaveAttribute('title', 'This can no longer be undone.');
  await grid.focus();
  await page.keyboard.press('Control+z');
  await expect(refusal('Removal of')).toContainText('This can no longer be undone.');
  await row('Reception').hover();
  await expect(done).toBeHidden({ timeout: 15_000 });
  expect((await appliance.jumpItems()).some(({ name }) => name === 'Kiosk')).toBe(false);
});

test('R1.10 a window that is loaded again still takes back what was done before', async ({
  page,
  appliance,
}) => {
  const { row, select } = jumpInterface(page);
  await select('Reception');
  await comment(page, 'by mistake');
  await expect(row('Reception')).toContainText('by mistake');
  await page.reload();
  await select('Reception');
  await expect(row('Reception')).toContainText('by mistake');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(row('Reception')).toContainText('till by the door');
  const items = await appliance.jumpItems();
  expect(items.find(({ name }) => name === 'Reception')?.comments).toBe('till by the door');
});
