import type { Page } from 'playwright';
import { sessionTab } from './session-tab.ts';

/** File Transfer in the tab of the support session with an item of this name. */
export function fileTransfer(page: Page, name: string) {
  const { panel } = sessionTab(page, name);
  const pane = panel.getByRole('region', { name: 'File Transfer' });
  const side = (label: string) => {
    const region = pane.getByRole('region', { name: label });
    return {
      region,
      list: region.getByRole('grid'),
      row: (file: string) => region.getByRole('row').filter({ has: page.getByText(file, { exact: true }) }),
      trail: region.getByRole('navigation'),
      button: (button: string) => region.getByRole('button', { name: button, exact: true }),
    };
  };
  return {
    pane,
    here: side('This computer'),
    there: side('Remote computer'),
    transfers: pane.getByRole('region', { name: 'Transfers' }).getByRole('listitem'),
    question: page.getByRole('alertdialog'),
    dialog: page.getByRole('dialog'),
    async open(): Promise<void> {
      await panel.getByRole('radio', { name: 'File Transfer' }).click();
    },
  };
}
