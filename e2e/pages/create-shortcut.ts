import type { Page } from 'playwright';

/** The dialog that creates a shortcut. */
export function createShortcutDialog(page: Page) {
  const dialog = page.getByRole('dialog', { name: /^Create Local (RDP|VNC) Shortcut$/ });
  return {
    dialog,
    field: (name: string) => dialog.getByLabel(name, { exact: true }),
    method: (name: string) => dialog.getByRole('radio', { name }),
    tag: dialog.getByRole('combobox', { name: 'Tag' }),
    group: dialog.getByRole('button', { name: /Jump Group$/ }),
    submit: dialog.getByRole('button', { name: 'Create', exact: true }),
    /** Opens it by Create above the table. */
    async open(entry: 'Local RDP Shortcut…' | 'Local VNC Shortcut…'): Promise<void> {
      await page
        .getByRole('toolbar', { name: 'Jump Item actions' })
        .getByRole('button', { name: 'Create' })
        .click();
      await page.getByRole('menuitem', { name: entry }).click();
    },
  };
}
