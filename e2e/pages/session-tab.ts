import type { Page } from 'playwright';

/** The tab of the support session with an item of this name. */
export type SessionTab = ReturnType<typeof sessionTab>;

export function sessionTab(page: Page, name: string) {
  const panel = page.getByRole('region', { name: `Support session with ${name}` });
  const terminal = panel.locator('[data-front] .xterm-rows');

  return {
    panel,
    tab: page.getByRole('tab', { name }),
    closeTab: page.getByRole('button', { name: `End the session with ${name}` }),
    link: panel.locator('[data-link]'),
    endButton: panel.getByRole('button', { name: 'End session' }),
    newShell: panel.getByRole('button', { name: 'New shell' }),
    shell: (number: number) => panel.getByRole('tab', { name: `Shell ${number}` }),
    systemInformation: panel.getByRole('region', { name: 'System Information' }),
    section: (title: string) => panel.getByRole('table', { name: title }),
    terminal,
    /** What the terminal in front shows, a line each; without the blanks at their ends. */
    async terminalText(): Promise<string> {
      const lines = await terminal.locator('> div').allTextContents();
      return lines
        .map((line) => line.replaceAll('\u00a0', ' ').trimEnd())
        .join('\n')
        .trimEnd();
    },
    /** Brings in a colleague who is signed in. */
    async invite(displayName: string): Promise<void> {
      await panel.getByRole('button', { name: 'Invite…' }).click();
      await page.getByRole('menuitem', { name: displayName }).click();
    },
    /** Types into the shell in front, as fast as a person who knows the command. */
    async type(command: string): Promise<void> {
      await panel.locator('[data-front] .xterm-helper-textarea').focus();
      await page.keyboard.type(command);
      await page.keyboard.press('Enter');
    },
  };
}
