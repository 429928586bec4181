import type { Locator, Page } from 'playwright';

/** *Pin as Jump Client* in the session with a customer of this name, and the dialog of its dropdown (R2). */
export function pinAsJumpClient(page: Page, name: string) {
  const panel = page.getByRole('region', { name: `Support session with ${name}` });
  const dialog = page.getByRole('dialog', { name: 'Pin as Jump Client' });
  const inDialog = (label: string): Locator => dialog.getByRole('button', { name: label, exact: true });
  return {
    button: panel.getByRole('button', { name: 'Pin as Jump Client', exact: true }),
    /** What the button says while a pin is under way. */
    says: (text: string | RegExp): Locator => panel.getByRole('button', { name: text }),
    pinned: panel.getByRole('button', { name: 'Pinned as Jump Client' }),
    customize: panel.getByRole('button', { name: /^Customize/ }),
    dialog,
    name: dialog.getByRole('textbox', { name: 'Name' }),
    jumpGroup: dialog.getByRole('button', { name: /Jump Group$/ }),
    tag: dialog.getByRole('combobox', { name: 'Tag' }),
    comments: dialog.getByRole('textbox', { name: 'Comments' }),
    reset: inDialog('Reset'),
    ok: inDialog('OK'),
    cancel: inDialog('Cancel'),
    /** A message, letter for letter. */
    message: (text: string | RegExp): Locator => page.getByText(text, { exact: true }),
    async chooseGroup(group: string): Promise<void> {
      await dialog.getByRole('button', { name: /Jump Group$/ }).click();
      await page.getByRole('option', { name: group }).click();
    },
  };
}
