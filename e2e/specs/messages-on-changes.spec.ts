import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import type { RunningAppliance } from '../fixtures/running-appliance.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { propertiesDialog } from '../pages/properties-dialog.ts';
import { removalQuestion } from '../pages/removal-question.ts';

const COMMENTS = 'asked for too late';

/** Ben sets an item's comments, as he sees it. */
async function setComments(page: Page, name: string) {
  const dialog = propertiesDialog(page);
  await jumpInterface(page).select(name);
  await page.keyboard.press('F2');
  await dialog.comments.fill(COMMENTS);
  await dialog.ok.click();
  return dialog;
}

async function itemNamed(appliance: RunningAppliance, name: string) {
  return (await appliance.jumpItems()).find((item) => item.name === name);
}
async function presenceOf(appliance: RunningAppliance, name: string) {
  const item = await itemNamed(appliance, name);
  return item?.method === 'jump-client' ? item.presence : undefined;
}

test('R7.7 Properties of an item that another console removed a moment ago: it does not exist', async ({
  page,
  appliance,
  signedInConsole,
}) => {
  const bens = (await signedInConsole(appliance.token('ben'))).page;
  await expect(jumpInterface(bens).row('Reception')).toBeVisible();
  await appliance.holdConsole('ben');
  await removalQuestion(page).removeItem('Reception');
  await expect(jumpInterface(page).row('Reception')).toBeHidden();

  const { dialog, cancel } = await setComments(bens, 'Reception');
  await expect(dialog.getByText('The Jump Client does not exist.', { exact: true })).toBeVisible();
  await cancel.click();
  await expect(jumpInterface(bens).row('Reception')).toBeVisible();
  await appliance.releaseConsole('ben');
  await expect(jumpInterface(bens).row('Reception')).toBeHidden();
  expect(await itemNamed(appliance, 'Reception')).toBeUndefined();
});

const GONE = [
  ['R7.8', 'went offline', 'offline', 'The Jump Client is offline.', 'Offline'],
  [
    'R7.9',
    'was uninstalled by its user',
    'uninstalled',
    'The specified Jump Client has been uninstalled.',
    'Uninstalled',
  ],
] as const;

for (const [rule, what, presence, message, shown] of GONE) {
  test(`${rule} Properties of a Jump Client that ${what} a moment ago: said, and nothing changed unseen`, async ({
    appliance,
    jumpClient,
    signedInConsole,
  }) => {
    const { page } = await signedInConsole(appliance.token('ben'));
    const { cell, row } = jumpInterface(page);
    const { name } = jumpClient;
    await expect(cell(name, 5)).toContainText('Online');
    await appliance.holdConsole('ben');
    if (presence === 'offline') await jumpClient.program.stop();
    else await jumpClient.command('uninstall');
    await expect.poll(() => presenceOf(appliance, name)).toBe(presence);

    const { dialog, ok } = await setComments(page, name);
    await expect(dialog.getByText(message, { exact: true })).toBeVisible();
    expect(await itemNamed(appliance, name)).toMatchObject({ comments: '', propertiesRev: 1 });
    await appliance.releaseConsole('ben');
    await expect(row(name)).toContainText(shown);
    await expect(row(name)).not.toContainText(COMMENTS);

    // What he sees now is no obstacle: Properties works on it.
    await ok.click();
    await expect(dialog).toBeHidden();
    await expect(row(name)).toContainText(COMMENTS);
  });
}
