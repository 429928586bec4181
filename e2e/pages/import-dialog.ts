import type { Locator, Page } from 'playwright';

/** *Import Jump Items* as a representative finds it. */
export function importDialog(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Import Jump Items' });
  const lines = dialog.getByRole('listbox', { name: 'Lines of the file' });
  return {
    dialog,
    lines,
    choose: dialog.getByRole('button', { name: 'Choose a file…' }),
    chooseOther: dialog.getByRole('button', { name: 'Choose another file…' }),
    /** The button that imports, whatever it counts. */
    start: dialog.getByRole('button', { name: /^(Import|Nothing to import)/ }),
    /** The line of the file with this number, as long as it is in sight. */
    line: (number: number): Locator =>
      lines.getByRole('option').filter({ has: page.getByText(String(number), { exact: true }) }),
    filter: (name: RegExp): Locator => dialog.getByRole('button', { name }),
    detail: dialog.getByRole('region', { name: 'The chosen line' }),
    copyRefused: dialog.getByRole('button', { name: /^Copy / }),
    saveRefused: dialog.getByRole('button', { name: /^Save refused/ }),
    problem: dialog.getByRole('alert'),
    /** From the palette, as there is no key for it. */
    async open(): Promise<void> {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Command palette' }).fill('Import');
      await page.keyboard.press('Enter');
    },
  };
}
