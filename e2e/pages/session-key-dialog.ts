import type { Page } from 'playwright';

/** The key for a customer, and the wait for them. */
export function sessionKeyDialog(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Start a session with a customer' });
  const digits = dialog.getByLabel(/^Session key( \d){7}$/);
  return {
    dialog,
    digits,
    open: page.getByRole('button', { name: 'Session key…' }),
    newKey: dialog.getByRole('button', { name: 'New key' }),
    close: dialog.getByRole('button', { name: 'Close' }),
    /** Opens it, and reads the key off the window as its representative would. */
    async makeKey(): Promise<string> {
      await page.getByRole('button', { name: 'Session key…' }).click();
      return (await digits.innerText()).replaceAll(/\D/g, '');
    },
  };
}
