import type { Locator, Page } from 'playwright';

/** *Properties* as a representative finds it (R1.10). */
export function propertiesDialog(page: Page) {
  const dialog = page.getByRole('dialog', { name: /^Edit / });
  const button = (name: string): Locator => dialog.getByRole('button', { name, exact: true });
  return {
    dialog,
    name: dialog.getByRole('textbox', { name: 'Name' }),
    hostname: dialog.getByRole('textbox', { name: 'Hostname/IP' }),
    port: dialog.getByRole('textbox', { name: 'Port' }),
    jumpGroup: dialog.getByRole('button', { name: /Jump Group$/ }),
    tag: dialog.getByRole('combobox', { name: 'Tag' }),
    comments: dialog.getByRole('textbox', { name: 'Comments' }),
    option: (name: string | RegExp): Locator => page.getByRole('option', { name }),
    reset: button('Reset'),
    ok: button('OK'),
    cancel: button('Cancel'),
    back: button('Back'),
    apply: button('Apply'),
    useTheirs: (field: string): Locator => button(`Use theirs: ${field}`),
    keepMine: (field: string): Locator => button(`Keep mine: ${field}`),
    button,
    /** What would change in a field, in the preview. */
    preview: (field: string): Locator => dialog.getByRole('region', { name: field }),
    async chooseGroup(name: string): Promise<void> {
      await dialog.getByRole('button', { name: /Jump Group$/ }).click();
      await page.getByRole('option', { name }).click();
    },
  };
}
