import type { Locator, Page } from 'playwright';

/** A chat, in a session's tab or on the customer's page. */
export type Chat = ReturnType<typeof chat>;

export function chat(place: Page | Locator) {
  const log = place.getByRole('log');
  return {
    log,
    messages: log.getByRole('listitem'),
    message: (text: string | RegExp) => log.getByRole('listitem').filter({ hasText: text }),
    field: place.getByRole('textbox', { name: 'Message' }),
    async write(text: string): Promise<void> {
      const field = place.getByRole('textbox', { name: 'Message' });
      await field.fill(text);
      await field.press('Enter');
    },
  };
}
