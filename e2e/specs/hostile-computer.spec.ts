import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { CREDIT_BYTES } from '#app/session-channel/outgoing-bytes.ts';
import { test as base } from '../fixtures/console-test.ts';
import {
  type HostileComputer,
  type HostileSession,
  startHostileComputer,
} from '../fixtures/hostile-computer.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { sessionTab } from '../pages/session-tab.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const NAME = '\u202egpj.exe <img src=x onerror=alert(1)> {{7*7}}';

const test = base.extend<{ computer: HostileComputer }>({
  computer: async ({ appliance, whenDone }, use) => {
    const computer = await startHostileComputer({
      applianceUrl: appliance.url,
      installerKey: appliance.installerKey(),
      hostname: NAME,
    });
    whenDone(
      'hostile-computer',
      () => '',
      async () => computer.stop(),
    );
    await use(computer);
  },
});

/** Jumps to the computer, which opens what the console asks for and says nothing yet. */
async function jump(page: Page, computer: HostileComputer): Promise<HostileSession> {
  await jumpInterface(page).rows.filter({ hasText: 'gpj.exe' }).dblclick();
  return computer.session();
}

/** Says something on a channel in frames of this many bytes, whatever the credit. @returns where it ends */
function say(
  session: HostileSession,
  channel: number,
  from: number,
  said: Uint8Array,
  each = 16_000,
): number {
  for (let at = 0; at < said.length; at += each)
    session.send({ kind: 'data', channel, offset: from + at, bytes: said.subarray(at, at + each) });
  return from + said.length;
}

const panelOf = (page: Page) => page.getByRole('region', { name: /^Support session with/ });

test('a computer that sends beyond its credit is not listened to any further; its session can be ended', async ({
  page,
  computer,
  appliance,
}) => {
  const session = await jump(page, computer);
  const { shell } = session;
  const panel = panelOf(page);
  await expect(panel.locator('[data-link]')).toHaveText('Connected');
  say(session, shell, 0, new Uint8Array(8 * CREDIT_BYTES).fill(46));
  await expect(panel.locator('[data-link]')).toHaveText(/sent what this console cannot read/);
  await expect(panel.getByText('The connection to this shell was lost.')).toBeVisible();
  await panel.getByRole('button', { name: 'End session' }).click();
  await expect(panel).toBeHidden();
  await expect.poll(appliance.supportSessions).toEqual([]);
});

test('a computer that talks without end of itself neither stops the console nor another session', async ({
  page,
  computer,
  jumpClient,
}) => {
  const session = await jump(page, computer);
  const { information } = session;
  let offset = 0;
  const line = (takenAt: number) =>
    bytes(
      `${JSON.stringify({ takenAt, sections: [{ title: 'users', columns: ['No'], rows: [[`n${takenAt}`]] }] })}\n`,
    );
  offset = say(
    session,
    information,
    offset,
    bytes('{"takenAt":1,"sections":[],"__proto__":{"polluted":1}}\n'),
  );
  await expect(panelOf(page).getByText(/System Information that this console cannot read/)).toBeVisible();
  // As fast as there is credit, and in pieces.
  let credit = CREDIT_BYTES;
  let count = 0;
  session.onFrame = (frame) => {
    if (frame.kind !== 'credit' || frame.channel !== information) return;
    credit = frame.consumedOffset + CREDIT_BYTES;
    flood();
  };
  function flood(): void {
    for (let said = line(count); offset + said.length <= credit; said = line(count)) {
      offset = say(session, information, offset, said, 50);
      count += 1;
    }
  }
  flood();
  await expect(panelOf(page).getByRole('table', { name: 'Users' })).toContainText(/n\d{3}/);
  await page.getByRole('tab', { name: 'Jump Interface' }).click();
  await jumpInterface(page).row(jumpClient.name).dblclick();
  const other = sessionTab(page, jumpClient.name);
  await expect(other.link).toHaveText('Connected');
  await other.type('echo "still $((6*7))"');
  await expect.poll(other.terminalText).toMatch(/^still 42$/m);
  session.onFrame = () => undefined;
});

test('what a computer prints acts on its terminal alone', async ({
  firstConsole: { app, page },
  computer,
}) => {
  await app.evaluate(({ clipboard }) => clipboard.writeText('mine'));
  const session = await jump(page, computer);
  const { shell } = session;
  const tricks =
    '\x1b]0;Jump Console: sign in again\x07\x1b]52;c;cm0gLXJmIC8=\x07\x1b]8;;https://evil.example\x07look\x1b]8;;\x07' +
    '\x1bP$qm\x1b\\\x1b[?2004h\x1b[?1003h\x1b[?1004h\x1b[?1049h\x1b[8;1;1t\x9d52;c;eA==\x9c\x1b]1337;File=:AAAA\x07';
  const end = say(
    session,
    shell,
    0,
    bytes(`${tricks}\x1b[2J\x1b[Hbegin ${'\u202e\u0301'.repeat(200)}\r\nhere`),
    3,
  );
  const rows = panelOf(page).locator('[data-front] .xterm-rows');
  await expect(rows).toContainText('here');
  expect(await page.title()).toBe('Jump Console');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe(
    'Jump Console',
  );
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('mine');
  await expect(panelOf(page).locator('a[href]')).toHaveCount(0);
  // Pasted text cannot end the brackets that the shell asked for.
  const typed: string[] = [];
  session.onFrame = (frame) => {
    if (frame.kind === 'data') typed.push(new TextDecoder().decode(frame.bytes));
  };
  await app.evaluate(({ clipboard }) => clipboard.writeText('echo\x1b[201~\rrm'));
  await panelOf(page).locator('[data-front] .xterm-helper-textarea').focus();
  await page.keyboard.press('Control+Shift+V');
  await expect.poll(() => typed.join('')).toContain('\x1b[200~echo[201~\rrm\x1b[201~');
  expect(end).toBeGreaterThan(0);
});

test('a computer that asks without end and takes no answer is told no more, and the person sees why', async ({
  firstConsole: { app, page },
  computer,
}) => {
  const session = await jump(page, computer);
  const { shell } = session;
  const questions = bytes('\x1b[>c'.repeat(4_000));
  let offset = 0;
  let credit = CREDIT_BYTES;
  session.onFrame = (frame) => {
    if (frame.kind !== 'credit' || frame.channel !== shell) return;
    credit = frame.consumedOffset + CREDIT_BYTES;
    ask();
  };
  function ask(): void {
    while (offset + questions.length <= credit) offset = say(session, shell, offset, questions);
  }
  ask();
  await expect(panelOf(page).getByText(/takes no more input for now/)).toBeVisible({ timeout: 30_000 });
  session.onFrame = () => undefined;
  const { rss } = await app.evaluate(() => process.memoryUsage());
  expect(rss).toBeLessThan(500 * 1024 * 1024);
});

test('a name with markup and turned writing is shown as it is, in the list, the tab and the session', async ({
  page,
  computer,
}) => {
  await jump(page, computer);
  expect(computer.name).toBe(NAME);
  await expect(page.getByRole('tab', { name: 'gpj.exe' })).toBeVisible();
  await expect(panelOf(page).getByRole('heading', { level: 1 })).toHaveText(NAME);
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});
