import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { type SessionAnswer, startAnsweringComputer } from '../fixtures/answering-computer.ts';
import { test as base } from '../fixtures/console-test.ts';
import type { RunningAppliance } from '../fixtures/running-appliance.ts';
import { consoleMessages } from '../pages/console-messages.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { sessionTab } from '../pages/session-tab.ts';

const GONE = 'The Jump Client does not exist.';
const OFFLINE = 'The Jump Client is offline.';
const UNINSTALLED = 'The specified Jump Client has been uninstalled.';
const START_FAILED = 'An internal error occurred while spawning the support session.';
const TOO_SLOW = 'An internal operation was taking too long while trying to spawn a support session.';
const NOT_CONNECTED = 'The active Jump Client is not connected.';
const DISABLED =
  'The Jump Client has been disabled by the user and will not allow a session to start at this time.';
const JUMP = 'jump-item:jump';

const test = base.extend<{ computer: (answer: SessionAnswer) => Promise<string> }>({
  computer: async ({ appliance, whenDone }, use) => {
    await use(async (answer) => {
      const installerKey = appliance.installerKey();
      const options = { applianceUrl: appliance.url, installerKey, hostname: 'answering-pc', answer };
      const computer = await startAnsweringComputer(options);
      whenDone(
        'answering-computer',
        () => '',
        async () => computer.stop(),
      );
      return computer.name;
    });
  },
});

/** Within a second, letter for letter, with the item's name; no session has begun, and it can be tried again. */
async function expectRefused(page: Page, appliance: RunningAppliance, name: string, message: string) {
  const refusal = consoleMessages(page).refusal(name);
  await expect(refusal.getByText(message, { exact: true })).toBeVisible({ timeout: 1_000 });
  await expect(sessionTab(page, name).panel).toBeHidden();
  await expect(jumpInterface(page).toolbar.getByRole('button', { name: 'Jump', exact: true })).toBeEnabled();
  expect(await appliance.supportSessions()).toEqual([]);
}
async function presenceOf(appliance: RunningAppliance, name: string) {
  const item = (await appliance.jumpItems()).find((one) => one.name === name);
  return item?.method === 'jump-client' ? item.presence : 'gone';
}

const STALE = [
  ['R7.7', 'was removed', 'gone', GONE],
  ['R7.8', 'went offline', 'offline', OFFLINE],
  ['R7.9', 'was uninstalled by its user', 'uninstalled', UNINSTALLED],
  ['R7.16', 'was disabled by its user', 'disabled', DISABLED],
] as const;
for (const [rule, what, presence, message] of STALE) {
  test(`${rule} a jump to a Jump Client that ${what} a moment ago`, async ({
    page,
    appliance,
    jumpClient,
  }) => {
    const { cell, row } = jumpInterface(page);
    const { name, jumpClientId, program, command } = jumpClient;
    await expect(cell(name, 5)).toContainText('Online');
    await appliance.holdConsole('anna');
    if (presence === 'gone') await appliance.removeJumpItem(jumpClientId);
    else if (presence === 'offline') await program.stop();
    else await command(presence === 'disabled' ? 'disable' : 'uninstall');
    await expect.poll(() => presenceOf(appliance, name)).toBe(presence);
    await row(name).dblclick();
    await expectRefused(page, appliance, name, message);
    await appliance.releaseConsole('anna');
    if (presence === 'gone') await expect(row(name)).toBeHidden();
    else await expect(cell(name, 5)).toContainText(presence, { ignoreCase: true });
  });
}

const BETWEEN = [
  ['R7.14', 'whose connection is lost', NOT_CONNECTED],
  ['R7.16', 'that is disabled', DISABLED],
] as const;
for (const [rule, what, message] of BETWEEN) {
  test(`${rule} a Jump Client ${what} after the jump was found to be permitted`, async ({
    page,
    appliance,
    jumpClient,
  }) => {
    const place = { command: JUMP, point: 'checked' } as const;
    await appliance.raiseBarrier(place);
    await jumpInterface(page).row(jumpClient.name).dblclick();
    await expect.poll(appliance.waitingAtBarriers).toEqual(['anna']);
    if (rule === 'R7.14') await jumpClient.program.stop();
    else await jumpClient.command('disable');
    await expect.poll(() => presenceOf(appliance, jumpClient.name)).not.toBe('online');
    await appliance.releaseBarrier(place);
    await expectRefused(page, appliance, jumpClient.name, message);
  });
}

test('R7.7 of a removal and a jump at once, the removal first: it does not exist', async ({
  page,
  appliance,
  jumpClient,
}) => {
  await appliance.raiseBarrier({ command: JUMP });
  await jumpInterface(page).row(jumpClient.name).dblclick();
  await expect.poll(appliance.waitingAtBarriers).toEqual(['anna']);
  await appliance.removeJumpItem(jumpClient.jumpClientId);
  await appliance.releaseBarrier({ command: JUMP });
  await expect(consoleMessages(page).refusal(jumpClient.name).getByText(GONE, { exact: true })).toBeVisible();
  expect(await appliance.supportSessions()).toEqual([]);
});

test('R7.7 and the jump first: the session is there, and ends with the removal', async ({
  page,
  appliance,
  jumpClient,
}) => {
  const place = { command: JUMP, point: 'done' } as const;
  await appliance.raiseBarrier(place);
  await jumpInterface(page).row(jumpClient.name).dblclick();
  await expect.poll(appliance.waitingAtBarriers).toEqual(['anna']);
  await appliance.removeJumpItem(jumpClient.jumpClientId);
  await appliance.releaseBarrier(place);
  await expect(page.getByText('The support session has ended.', { exact: true }).first()).toBeVisible();
  await expect(sessionTab(page, jumpClient.name).tab).toBeHidden();
  expect(await appliance.supportSessions()).toEqual([]);
});

const ANSWERS: [string, SessionAnswer][] = [
  ['that it failed', { ok: false, reason: 'failed' }],
  ['nonsense', { ok: 'perhaps' }],
];
for (const [what, answer] of ANSWERS) {
  test(`R7.12 a Jump Client that answers ${what}`, async ({ page, appliance, computer }) => {
    const name = await computer(answer);
    await jumpInterface(page).row(name).dblclick();
    await expectRefused(page, appliance, name, START_FAILED);
  });
}

test('R7.13 a Jump Client that takes the question and never answers', async ({
  page,
  appliance,
  computer,
}) => {
  test.setTimeout(90_000);
  const name = await computer(null);
  await jumpInterface(page).row(name).dblclick();
  const refusal = consoleMessages(page).refusal(name);
  await expect(refusal.getByText(TOO_SLOW, { exact: true })).toBeVisible({ timeout: 40_000 });
  await expectRefused(page, appliance, name, TOO_SLOW);
});
