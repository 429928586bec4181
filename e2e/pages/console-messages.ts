import type { Locator, Page } from 'playwright';

/** What the window says at its bottom right. */
export function consoleMessages(page: Page) {
  const region = page.getByRole('region', { name: 'Messages' });
  return {
    region,
    /** What was done to Jump Items. */
    done: region.locator('[data-kind=done-change]'),
    undo: region.getByRole('button', { name: 'Undo' }),
    /** What a command on several items left as it was. */
    summary: region.locator('[data-kind=change-summary]'),
    /** A refusal about something of this name. */
    refusal: (about: string): Locator => region.getByRole('alert').filter({ hasText: about }),
    /** That a session with something of this name has ended by itself. */
    ended: (name: string): Locator => region.locator('[data-kind=ended-session]').filter({ hasText: name }),
    dismiss: (message: Locator): Locator => message.getByRole('button', { name: 'Dismiss' }),
  };
}
