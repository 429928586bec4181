import type { Locator, Page } from 'playwright';

/** *Export Jump Items* as a representative finds it. */
export function exportDialog(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Export Jump Items' });
  return {
    dialog,
    items: (name: RegExp): Locator => dialog.getByRole('radiogroup', { name: 'Jump Items' }).getByText(name),
    columns: (name: RegExp): Locator => dialog.getByRole('radiogroup', { name: 'Columns' }).getByText(name),
    format: (name: 'CSV' | 'JSON'): Locator =>
      dialog.getByRole('radiogroup', { name: 'Format' }).getByText(new RegExp(`^${name}`)),
    start: dialog.getByRole('button', { name: 'Export…' }),
    cancel: dialog.getByRole('button', { name: 'Cancel' }),
    progress: dialog.getByRole('progressbar'),
    problem: dialog.getByRole('alert'),
    done: page.getByText(/Jump Items? exported$/),
    async open(): Promise<void> {
      await page.keyboard.press('Control+e');
    },
  };
}
