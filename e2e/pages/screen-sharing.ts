import type { Page } from 'playwright';
import { sessionTab } from './session-tab.ts';
import { colorOf } from './vnc-tab.ts';

/** Screen Sharing in the support session with an item, or a customer, of this name. */
export function screenSharing(page: Page, name: string) {
  const session = sessionTab(page, name).panel;
  const panel = session.getByRole('region', { name: 'Screen Sharing' });
  const canvas = panel.getByRole('application');
  return {
    panel,
    canvas,
    toolbar: panel.getByRole('toolbar', { name: 'Remote screen' }),
    choose: () => session.getByRole('radio', { name: 'Screen Sharing' }).click(),
    view: (view: string) => session.getByRole('radio', { name: view, exact: true }),
    choice: (choice: string) => panel.getByRole('radio', { name: choice }),
    stop: panel.getByRole('button', { name: 'Stop sharing' }),
    share: panel.getByRole('button', { name: 'Share the screen' }),
    tryAgain: panel.getByRole('button', { name: 'Try again' }),
    fullScreen: panel.getByRole('button', { name: 'Full screen', exact: true }),
    leaveFullScreen: panel.getByRole('button', { name: 'Leave full screen' }),
    /** What is drawn while nothing new comes. */
    stale: panel.locator('[data-stale]'),
    color: () => colorOf(canvas),
    /** A click in the middle of what is shown. */
    click: () => canvas.click(),
  };
}
