import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { createShortcutDialog } from '../pages/create-shortcut.ts';
import { jumpInterface } from '../pages/jump-interface.ts';

test('R1.4 Create makes a shortcut that every console shows, selected in this one; Undo takes it back', async ({
  page,
  appliance,
  signedInConsole,
}) => {
  const other = jumpInterface((await signedInConsole(appliance.token('ben'))).page);
  const { dialog, field, group, submit, open } = createShortcutDialog(page);
  await open('Local VNC Shortcut…');
  await expect(field('Port')).toHaveAttribute('placeholder', /^5900/);
  await field('Hostname/IP').fill('till-7.example');
  await expect(field('Name')).toHaveAttribute('placeholder', 'As the host: till-7.example');
  await group.click();
  await page.getByRole('option', { name: 'All Users' }).click();
  await field('Comments').fill('the one by the window');
  await submit.click();
  await expect(dialog).toBeHidden();

  const { row, selected } = jumpInterface(page);
  await expect(row('till-7.example')).toBeVisible();
  await expect(selected).toHaveCount(1);
  await expect(selected).toContainText('Local VNC');
  await expect(other.row('till-7.example')).toBeVisible();
  const item = (await appliance.jumpItems()).find(({ name }) => name === 'till-7.example');
  expect(item).toMatchObject({ method: 'local-vnc', port: null, comments: 'the one by the window' });

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row('till-7.example')).toHaveCount(0);
  await expect(other.row('till-7.example')).toHaveCount(0);
});

test('R1.4 what is refused says so beside its field, and nothing is sent', async ({ page, appliance }) => {
  const { dialog, field, submit } = createShortcutDialog(page);
  await expect(jumpInterface(page).row('Reception')).toBeVisible();
  await page.keyboard.press('Control+n');
  await submit.click();
  await expect(dialog.getByText('A host name or an IP address alone')).toBeVisible();
  for (const host of ['-x', '/v:evil', 'host:5901', 'two words']) {
    await field('Hostname/IP').fill(host);
    await expect(dialog.getByText('A host name or an IP address alone')).toBeVisible();
  }
  await field('Hostname/IP').fill('rdp-2.example');
  await field('Port').fill('70000');
  await expect(dialog.getByText('A whole number from 1 to 65535.')).toBeVisible();
  await field('Name').fill('a'.repeat(129));
  await expect(dialog.getByText('At most 128 characters; these are 129.')).toBeVisible();
  await submit.click();
  await expect(dialog).toBeVisible();
  expect((await appliance.jumpItems()).some(({ hostname }) => hostname === 'rdp-2.example')).toBe(false);
});

test('R1.4 Duplicate takes over the properties; of a Jump Client it leads to its computer', async ({
  page,
  appliance,
}) => {
  const { field, tag, method, submit } = createShortcutDialog(page);
  await jumpInterface(page).select('Reception');
  await page.keyboard.press('Control+d');
  await expect(field('Hostname/IP')).toHaveValue('RCP-01');
  await expect(tag).toHaveValue('front-desk');
  await expect(field('Comments')).toHaveValue('till by the door');
  await field('Name').fill('Reception, its screen');
  await method('Local VNC').click();
  await submit.click();
  await expect(jumpInterface(page).row('Reception, its screen')).toBeVisible();
  const made = (await appliance.jumpItems()).find(({ name }) => name === 'Reception, its screen');
  expect(made).toMatchObject({ method: 'local-vnc', hostname: 'RCP-01', tag: 'front-desk' });
});

test('R1.4 a right that is withdrawn while the dialog is open: it says so, and nothing that was written is lost', async ({
  page,
  appliance,
}) => {
  const { dialog, field, submit } = createShortcutDialog(page);
  await expect(jumpInterface(page).row('Reception')).toBeVisible();
  await page.keyboard.press('Control+n');
  await field('Hostname/IP').fill('rdp-2.example');
  await appliance.changeAccount('anna', { rights: ['jump-to-jump-items'] });
  await submit.click();
  await expect(dialog.getByText('Missing right: Create Jump Items.').first()).toBeVisible();
  await expect(field('Hostname/IP')).toHaveValue('rdp-2.example');
});

test('R1.4 who may not create sees the reason on the button', async ({ appliance, signedInConsole }) => {
  const { page } = await signedInConsole(appliance.token('cleo'));
  const button = jumpInterface(page).toolbar.getByRole('button', { name: 'Create' });
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(button).toHaveAttribute('title', /Missing right: Create Jump Items/);
});
