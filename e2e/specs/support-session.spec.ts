import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { isRunning } from '../fixtures/is-running.ts';
import type { RunningJumpClient } from '../fixtures/running-jump-client.ts';
import { chat } from '../pages/chat.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { sessionTab } from '../pages/session-tab.ts';

/** Jumps to this computer and waits until its shell answers. @returns the shell's process */
async function jumpToShell(page: Page, { name }: RunningJumpClient): Promise<number> {
  await jumpInterface(page).row(name).dblclick();
  const session = sessionTab(page, name);
  await expect(session.link).toHaveText('Connected');
  await session.type('echo "shell=$$"');
  await expect.poll(session.terminalText).toMatch(/^shell=\d+$/m);
  return Number(/^shell=(\d+)$/m.exec(await session.terminalText())?.[1]);
}

test('the shell of a session runs on the computer', async ({ page, jumpClient }) => {
  const shell = await jumpToShell(page, jumpClient);
  expect(isRunning(shell)).toBe(true);
  const session = sessionTab(page, jumpClient.name);
  await session.type('clear; uname -a | fold -w 40');
  const uname = execFileSync('uname', ['-a'], { encoding: 'utf8' }).trim();
  await expect.poll(async () => (await session.terminalText()).replaceAll('\n', '')).toContain(uname);
});

test('a shell takes the size of its pane, and another one runs beside it', async ({ page, jumpClient }) => {
  const first = await jumpToShell(page, jumpClient);
  const session = sessionTab(page, jumpClient.name);
  await session.type('clear; stty size');
  await expect.poll(session.terminalText).toMatch(/^\d+ \d+$/m);
  const [, rows, columns] = /^(\d+) (\d+)$/m.exec(await session.terminalText()) ?? [];
  expect(Number(columns)).toBeGreaterThan(80);
  expect(Number(rows)).toBeGreaterThan(24);
  await session.newShell.click();
  await expect(session.shell(2)).toHaveAttribute('aria-selected', 'true');
  await session.type('echo "shell=$$"');
  await expect.poll(session.terminalText).toMatch(/^shell=\d+$/m);
  const second = Number(/^shell=(\d+)$/m.exec(await session.terminalText())?.[1]);
  expect(second).not.toBe(first);
  await session.shell(1).click();
  await expect.poll(session.terminalText).toMatch(/^\d+ \d+$/m);
});

test('a shell that exits says with what, and is opened again', async ({ page, jumpClient }) => {
  await jumpToShell(page, jumpClient);
  const session = sessionTab(page, jumpClient.name);
  await session.type('exit 7');
  await expect(session.panel.getByText('This shell exited with 7.')).toBeVisible();
  await session.panel.getByRole('button', { name: 'Open again' }).click();
  await session.type('echo back');
  await expect.poll(session.terminalText).toMatch(/^back$/m);
});

test('a flood of output neither stops the console nor loses its end', async ({ page, jumpClient }) => {
  await jumpToShell(page, jumpClient);
  const session = sessionTab(page, jumpClient.name);
  await session.type('seq 1 200000; echo "that is all"');
  await expect.poll(session.terminalText, { timeout: 20_000 }).toMatch(/^200000\nthat is all$/m);
});

test('System Information shows what this computer is', async ({ page, jumpClient }) => {
  await jumpInterface(page).row(jumpClient.name).dblclick();
  const session = sessionTab(page, jumpClient.name);
  await expect(session.section('Computer')).toContainText(hostname());
  await expect(session.section('Operating system')).toBeVisible();
  await expect(session.section('Processes')).toBeVisible();
});

test('closing the tab ends the session on both sides', async ({ page, appliance, jumpClient }) => {
  const shell = await jumpToShell(page, jumpClient);
  const session = sessionTab(page, jumpClient.name);
  await session.closeTab.click();
  await expect(session.panel).toBeHidden();
  await expect(jumpInterface(page).cell(jumpClient.name, 5)).toContainText('Online');
  await expect.poll(appliance.supportSessions).toEqual([]);
  await expect.poll(() => isRunning(shell)).toBe(false);
});

test('End session ends the session on both sides', async ({ page, appliance, jumpClient }) => {
  const shell = await jumpToShell(page, jumpClient);
  await sessionTab(page, jumpClient.name).endButton.click();
  await expect(jumpInterface(page).grid).toBeVisible();
  await expect.poll(appliance.supportSessions).toEqual([]);
  await expect.poll(() => isRunning(shell)).toBe(false);
});

test('a session on a computer shows in every console’s list', async ({
  page,
  appliance,
  signedInConsole,
  jumpClient,
}) => {
  const other = jumpInterface((await signedInConsole(appliance.token('ben'))).page);
  await expect(other.cell(jumpClient.name, 5)).toContainText('Online');
  await jumpToShell(page, jumpClient);
  await expect(other.cell(jumpClient.name, 5)).toContainText('In session');
});

test('a page that loads again finds its tab, its shell and what stood in it', async ({
  page,
  jumpClient,
}) => {
  const shell = await jumpToShell(page, jumpClient);
  await page.reload();
  const session = sessionTab(page, jumpClient.name);
  await session.tab.click();
  await expect(session.link).toHaveText('Connected');
  await expect.poll(session.terminalText).toContain(`shell=${shell}`);
  await session.type('clear; echo "still $$"');
  await expect.poll(session.terminalText).toMatch(new RegExp(`^still ${shell}$`, 'm'));
  await expect(session.shell(2)).toBeHidden();
});

test('what a program once asked of the terminal is not answered again after the page was loaded again', async ({
  page,
  jumpClient,
}, testInfo) => {
  await jumpToShell(page, jumpClient);
  const session = sessionTab(page, jumpClient.name);
  const typed = testInfo.outputPath('this-computer', 'typed');
  const answer = testInfo.outputPath('this-computer', 'answer');
  await session.type(String.raw`stty raw -echo; printf 'asked \033[c'; head -c 7 > answer; cat > typed`);
  await expect.poll(() => (existsSync(answer) ? readFileSync(answer, 'utf8') : '')).toBe('\x1b[?1;2c');
  await page.reload();
  await session.tab.click();
  await expect(session.link).toHaveText('Connected');
  await expect.poll(session.terminalText).toContain('asked');
  await session.type('x');
  await expect.poll(() => readFileSync(typed, 'utf8')).toBe('x\r');
});

test('a console that starts again within two minutes finds its session, and what was being written in its chat', async ({
  openConsole,
  jumpClient,
}) => {
  const first = await openConsole();
  const shell = await jumpToShell(first.page, jumpClient);
  const before = sessionTab(first.page, jumpClient.name);
  await before.panel.getByRole('radio', { name: 'Chat' }).click();
  await chat(before.panel).field.fill('Half a sen');
  const preferences = join(first.options.profile, 'preferences.json');
  await expect.poll(() => readFileSync(preferences, 'utf8')).toContain('Half a sen');
  await first.close();
  expect(isRunning(shell)).toBe(true);
  const again = await openConsole({ profile: first.options.profile });
  const session = sessionTab(again.page, jumpClient.name);
  await session.tab.click();
  await expect.poll(session.terminalText).toContain(`shell=${shell}`);
  await session.type('clear; echo "still $$"');
  await expect.poll(session.terminalText).toMatch(new RegExp(`^still ${shell}$`, 'm'));
  await session.panel.getByRole('radio', { name: 'Chat' }).click();
  await expect(chat(session.panel).field).toHaveValue('Half a sen');
  await session.endButton.click();
  await expect(session.tab).toBeHidden();
  await expect.poll(() => readFileSync(preferences, 'utf8')).not.toContain('Half a sen');
});

test('a computer that is lost is waited for, and nothing can be opened on it meanwhile', async ({
  page,
  jumpClient,
}) => {
  await jumpToShell(page, jumpClient);
  const session = sessionTab(page, jumpClient.name);
  await jumpClient.program.stop('SIGKILL');
  await expect(session.link).toHaveText('Waiting for the computer to come back');
  await expect(session.newShell).toHaveAttribute('aria-disabled', 'true');
  await expect.poll(session.terminalText).toContain('shell=');
});

test('Ctrl+C interrupts what runs; Ctrl+Shift+C copies and Ctrl+Shift+V pastes', async ({
  firstConsole: { app, page },
  jumpClient,
}) => {
  await jumpToShell(page, jumpClient);
  const session = sessionTab(page, jumpClient.name);
  await session.type('clear; echo begun; sleep 60');
  await expect.poll(session.terminalText).toMatch(/^begun$/m);
  await page.keyboard.press('Control+C');
  await expect.poll(session.terminalText).toContain('^C');
  await app.evaluate(({ clipboard }) => clipboard.writeText('echo "pasted $((6*7))"'));
  await page.keyboard.press('Control+Shift+V');
  await page.keyboard.press('Enter');
  await expect.poll(session.terminalText).toMatch(/^pasted 42$/m);
  // The terminal selects by itself: what lies over its rows takes the pointer.
  await session.terminal.getByText('begun', { exact: true }).first().dblclick({ force: true });
  await page.keyboard.press('Control+Shift+C');
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('begun');
});

test('a session that the computer ends while its tab is hidden is named, and its tab goes', async ({
  page,
  jumpClient,
}) => {
  await jumpToShell(page, jumpClient);
  const session = sessionTab(page, jumpClient.name);
  await page.getByRole('tab', { name: 'Jump Interface' }).click();
  await jumpClient.program.stop();
  await expect(page.getByText('The support session has ended.')).toBeVisible();
  await expect(session.tab).toBeHidden();
});

test('two quick double-clicks start one session', async ({ page, appliance, jumpClient }) => {
  const { row } = jumpInterface(page);
  await row(jumpClient.name).click({ clickCount: 4 });
  await expect(sessionTab(page, jumpClient.name).link).toHaveText('Connected');
  expect(await appliance.supportSessions()).toHaveLength(1);
});

test('a connection that is cut while a shell prints without end comes back, and Ctrl+C still stops it', async ({
  page,
  appliance,
  jumpClient,
}) => {
  await jumpToShell(page, jumpClient);
  const session = sessionTab(page, jumpClient.name);
  await session.type('yes');
  await expect.poll(session.terminalText).toMatch(/^y\ny$/m);
  await appliance.dropConsoles();
  process.kill(appliance.program.processId, 'SIGSTOP');
  try {
    await expect(page.getByText(/list may be out of date|the list shows what was known at/)).toBeVisible({
      timeout: 15_000,
    });
  } finally {
    process.kill(appliance.program.processId, 'SIGCONT');
  }
  await expect(session.link).toHaveText('Connected', { timeout: 20_000 });
  await session.terminal.click({ force: true });
  await page.keyboard.press('Control+C');
  await session.type('clear; echo "after $((6*7))"');
  await expect.poll(session.terminalText, { timeout: 20_000 }).toMatch(/^after 42$/m);
});

test('input that nobody reads does not hold up the computer or another shell', async ({
  page,
  jumpClient,
}) => {
  await jumpToShell(page, jumpClient);
  const session = sessionTab(page, jumpClient.name);
  await session.type('stty raw -echo; sleep 1000');
  await session.panel.locator('[data-front] .xterm-helper-textarea').focus();
  await page.keyboard.insertText('x'.repeat(300_000));
  await session.newShell.click();
  await expect(session.shell(2)).toHaveAttribute('aria-selected', 'true');
  await session.type('echo "still $((6*7))"');
  await expect.poll(session.terminalText).toMatch(/^still 42$/m);
});
