import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import type { RunningConsole } from '../fixtures/console-app.ts';
import { test } from '../fixtures/console-test.ts';
import { commandPalette } from '../pages/command-palette.ts';
import { consoleMessages } from '../pages/console-messages.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { propertiesDialog } from '../pages/properties-dialog.ts';

/** A word without an end: Chromium took a quarter of a minute to break it into lines. */
const LETTERS = 1_000_000;

async function pasteHugeWord({ app, page }: RunningConsole): Promise<void> {
  await app.evaluate(({ clipboard }, letters) => clipboard.writeText('a'.repeat(letters)), LETTERS);
  await page.keyboard.press('ControlOrMeta+v');
}
const note = (within: Page | Locator) =>
  within.getByText('Nothing was put in: the text has 1,000,000 characters');

test('R2.5 a million letters stay out of every field of a dialog: it says so, and goes on', async ({
  firstConsole,
}) => {
  const { page } = firstConsole;
  const { grid, row, select } = jumpInterface(page);
  await select('Reception');
  await grid.press('Alt+Enter');
  const { comments, dialog, name, ok, tag } = propertiesDialog(page);
  let said = 0;
  for (const field of [comments, name, tag]) {
    const before = await field.inputValue();
    await field.press('End');
    await pasteHugeWord(firstConsole);
    said += 1;
    await expect(note(dialog)).toHaveCount(said);
    await expect(field).toHaveValue(before);
  }
  await comments.fill('goes on');
  await expect(note(dialog)).toHaveCount(2);
  await ok.click();
  await expect(row('Reception')).toContainText('goes on');
});

test('R1.5 a million letters stay out of the search and of the palette, and a message says so', async ({
  firstConsole,
}) => {
  const { page } = firstConsole;
  const { search, rows } = jumpInterface(page);
  await search.press('ControlOrMeta+a');
  const listed = await rows.count();
  await pasteHugeWord(firstConsole);
  await expect(note(page)).toBeVisible();
  await expect(search).toHaveValue('');
  await expect(rows).toHaveCount(listed);
  await search.fill('reception');
  await expect(rows).toHaveCount(1);
  const palette = commandPalette(page);
  await consoleMessages(page).dismiss(consoleMessages(page).region.getByRole('alert')).click();
  await palette.open();
  await pasteHugeWord(firstConsole);
  await expect(palette.field).toHaveValue('');
  // The message stands above the veil, and leaves by its button while the palette stays.
  await consoleMessages(page).dismiss(consoleMessages(page).refusal('Command palette')).click();
  await expect(palette.field).toBeVisible();
});
