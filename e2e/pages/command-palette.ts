import type { Locator, Page } from 'playwright';

/** The command palette, as it opens with Ctrl+K. */
export function commandPalette(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Command palette' });
  return {
    dialog,
    field: dialog.getByRole('combobox'),
    section: (name: string): Locator => dialog.getByRole('group', { name, exact: true }),
    entry: (name: string | RegExp): Locator => dialog.getByRole('option', { name }),
    active: dialog.locator('[role=option][aria-selected=true]'),
    opener: page.getByRole('button', { name: /Command palette/ }),

    async open(): Promise<void> {
      await page.keyboard.press('Control+k');
      await dialog.waitFor();
    },
  };
}
