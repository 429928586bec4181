import type { Page } from 'playwright';
import { jumpInterface } from './jump-interface.ts';

/** *Remove* as a representative finds it (R1.9): the question, and its two answers. */
export function removalQuestion(page: Page) {
  const dialog = page.getByRole('alertdialog', { name: /^Remove / });
  const remove = dialog.getByRole('button', { name: 'Remove', exact: true });
  return {
    dialog,
    title: dialog.getByRole('heading'),
    /** The first few of several items, and how many more there are. */
    names: dialog.getByRole('list', { name: 'Jump Items' }).getByRole('listitem'),
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
