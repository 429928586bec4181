import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { commandPalette } from '../pages/command-palette.ts';
import { consoleMessages } from '../pages/console-messages.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { removalQuestion } from '../pages/removal-question.ts';

const nameIn = (items: readonly { name: string }[]) => items.map(({ name }) => name);

test('R1.9 one item, named in the question, is removed from the appliance and from both consoles', async ({
  page,
  appliance,
  signedInConsole,
}) => {
  const ben = jumpInterface((await signedInConsole(appliance.token('ben'))).page);
  const { row, toolbar } = jumpInterface(page);
  await expect(ben.row('Warehouse 9')).toBeVisible();
  await row('Warehouse 9').click();
  await toolbar.getByRole('button', { name: 'Remove' }).click();
  const question = removalQuestion(page);
  await expect(question.title).toHaveText('Remove \u2068Warehouse 9\u2069?');
  await expect(question.dialog).toContainText(
    'Its Jump Client is told to uninstall itself from the computer.',
  );
  await expect(question.dialog).toContainText('You can undo this for ten seconds.');
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  await question.remove.click();
  await expect(question.dialog).toBeHidden();
  await expect(row('Warehouse 9')).toBeHidden();
  await expect(ben.row('Warehouse 9')).toBeHidden();
  expect(nameIn(await appliance.jumpItems())).not.toContain('Warehouse 9');
  await expect(consoleMessages(page).done).toContainText('Warehouse 9');
});

test('R1.9 by keyboard: Delete asks, Enter then cancels; Remove leaves the keyboard on the next row', async ({
  page,
  appliance,
}) => {
  const { grid, row, selected } = jumpInterface(page);
  const question = removalQuestion(page);
  await row('Kiosk').click();
  await page.keyboard.press('Delete');
  await expect(question.cancel).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question.dialog).toBeHidden();
  await expect(grid).toBeFocused();
  expect(nameIn(await appliance.jumpItems())).toContain('Kiosk');

  await page.keyboard.press('Delete');
  await expect(question.cancel).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(question.remove).toBeFocused();
  const after = await row('Kiosk').evaluate((element) => {
    const places = [...document.querySelectorAll('[role=row][aria-selected]')];
    const rank = (place: Element) => Number(place.getAttribute('aria-rowindex'));
    return places.find((place) => rank(place) === rank(element) + 1)?.id;
  });
  await page.keyboard.press('Enter');
  await expect(row('Kiosk')).toBeHidden();
  await expect(grid).toBeFocused();
  await expect(grid).toHaveAttribute('aria-activedescendant', after ?? '');
  await expect(selected).toHaveCount(1);
});

test('R1.9 R1.12 of many the first are named, what follows is counted, live sessions are named', async ({
  page,
  appliance,
  jumpClient,
  signedInConsole,
}) => {
  const { row } = jumpInterface(page);
  const ben = (await signedInConsole(appliance.token('ben'))).page;
  await jumpInterface(ben).row(jumpClient.name).dblclick();
  await expect(row(jumpClient.name)).toContainText('In session');

  await row('Kiosk').click();
  await page.keyboard.press('Control+a');
  await row('Kiosk').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Remove/ }).click();
  const question = removalQuestion(page);
  const listed = (await appliance.jumpItems()).filter(({ name }) => !/^(Database|Ben's)/.test(name));
  await expect(question.title).toHaveText(`Remove ${listed.length} Jump Items?`);
  await expect(question.names).toHaveCount(6);
  await expect(question.names.last()).toHaveText(`and ${listed.length - 5} more`);
  await expect(question.dialog).toContainText('1 is offline: its Jump Client is told to uninstall itself');
  await expect(question.dialog).toContainText('2 just leave the list: there is nothing to uninstall.');
  await expect(question.dialog).toContainText(`${jumpClient.name} · Ben Cole`);
  await question.remove.click();
  await expect.poll(async () => nameIn(await appliance.jumpItems())).toEqual(['Database', "Ben's desktop"]);
});

test('R7.7 what a colleague removed a moment ago is named with its message, the rest is removed', async ({
  page,
  appliance,
}) => {
  const { row } = jumpInterface(page);
  const kiosk = (await appliance.jumpItems()).find(({ name }) => name === 'Kiosk');
  await row('Kiosk').click();
  await row('Van 3').click({ modifiers: ['Control'] });
  await appliance.holdConsole('anna');
  await appliance.removeJumpItem(kiosk?.id ?? '');
  await page.keyboard.press('Delete');
  await removalQuestion(page).remove.click();
  const messages = consoleMessages(page);
  await expect(messages.summary).toContainText('1 of 2 Jump Items removed');
  await expect(messages.summary).toContainText('Kiosk');
  await expect(messages.summary).toContainText('The Jump Client does not exist.');
  await appliance.releaseConsole('anna');
  await expect(row('Van 3')).toBeHidden();
  await expect(row('Kiosk')).toBeHidden();
});

test('without the right the action is disabled everywhere and says why, also when it is withdrawn', async ({
  page,
  appliance,
}) => {
  const { row, toolbar } = jumpInterface(page);
  const remove = toolbar.getByRole('button', { name: 'Remove' });
  await row('Kiosk').click();
  await page.keyboard.press('Delete');
  const question = removalQuestion(page);
  await appliance.changeAccount('anna', { rights: ['jump-to-jump-items'] });
  await expect(question.dialog).toContainText('Missing right: Remove Jump Items.');
  await expect(question.remove).toHaveAttribute('aria-disabled', 'true');
  await question.cancel.click();
  await expect(remove).toHaveAttribute('aria-disabled', 'true');
  await expect(remove).toHaveAttribute('title', /Missing right: Remove Jump Items/);
  await row('Kiosk').click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: /^Remove/ })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
  await commandPalette(page).open();
  await commandPalette(page).field.fill('remove');
  await expect(commandPalette(page).entry(/^Remove/)).toContainText('Missing right');
  expect(nameIn(await appliance.jumpItems())).toContain('Kiosk');
});

test('the connection is cut between OK and the answer: it is done once, and the representative is told', async ({
  page,
  appliance,
}) => {
  test.setTimeout(60_000);
  const { row } = jumpInterface(page);
  await row('Kiosk').click();
  await page.keyboard.press('Delete');
  // The appliance gets the command and says nothing: what it does with it is done after the console gave the link up.
  process.kill(appliance.program.processId, 'SIGSTOP');
  try {
    await removalQuestion(page).remove.click();
    await expect(page.getByText(/the list shows what was known at/)).toBeVisible({ timeout: 20_000 });
  } finally {
    process.kill(appliance.program.processId, 'SIGCONT');
  }
  const messages = consoleMessages(page);
  await expect(messages.done).toContainText('Removed.', { timeout: 20_000 });
  await expect(messages.done).toContainText('Kiosk');
  await expect(messages.region.getByRole('alert')).toHaveCount(0);
  await expect(row('Kiosk')).toBeHidden();
  await messages.undo.click();
  await expect(row('Kiosk')).toBeVisible();
  expect(nameIn(await appliance.jumpItems()).filter((name) => name === 'Kiosk')).toHaveLength(1);
});
