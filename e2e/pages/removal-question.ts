import type { Page } from 'playwright';
import { jumpInterface } from './jump-interface.ts';

/** *Remove* as a representative finds it (R1.9): the question, and its two answers. */
export function removalQuestion(page: Page) {
  const dialog = page.getByRole('alertdialog', { name: /^Remove / });
  const remove = dialog.getByRole('button', { name: 'Remove', exact: true });
  return {
    dialog,
    remove,
    cancel: dialog.getByRole('button', { name: 'Cancel', exact: true }),
    /** Selects an item, asks for its removal and says yes. */
    async removeItem(name: string): Promise<void> {
      const { select, toolbar } = jumpInterface(page);
      await select(name);
      await toolbar.getByRole('button', { name: 'Remove' }).click();
      await remove.click();
    },
  };
}
