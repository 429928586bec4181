import { readdirSync, readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'playwright/test';
import { z } from 'zod';
import { test as base } from '../fixtures/console-test.ts';
import { actInPage, untilPageShows } from '../fixtures/customers-page.ts';
import { isRunning } from '../fixtures/is-running.ts';
import { type RunningJumpClient, startJumpClient } from '../fixtures/running-jump-client.ts';
import { startSupportClient } from '../fixtures/running-support-client.ts';
import { startXDisplay, type XDisplay } from '../fixtures/x-display.ts';
import { startXPainter, type XPainter } from '../fixtures/x-painter.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { screenSharing } from '../pages/screen-sharing.ts';
import { sessionKeyDialog } from '../pages/session-key-dialog.ts';
import { sessionTab } from '../pages/session-tab.ts';

const CUSTOMER = 'Erika Muster';
const BLUE = 0x2040a0;
const GREEN = 0x20a040;
const RED = 0xa02020;

type Desktop = XDisplay & { readonly painter: XPainter; readonly env: NodeJS.ProcessEnv };
type Fixtures = {
  /** A display that is blue, turns green when somebody types there, and red when somebody clicks. */
  desktop: Desktop;
  /** A Jump Client, started as its words say, on a computer with these variables. */
  computer: (env: NodeJS.ProcessEnv) => Promise<RunningJumpClient>;
};

const test = base.extend<Fixtures>({
  desktop: async ({ whenDone }, use) => {
    const display = await startXDisplay();
    whenDone('display', display.log, display.stop);
    const painter = await startXPainter({
      display: display.number,
      color: BLUE,
      onEvent: ({ kind }) => (kind === 'key' ? GREEN : RED),
    });
    await use({ ...display, painter, env: { DISPLAY: `:${display.number}`, XDG_SESSION_TYPE: 'x11' } });
    painter.stop();
  },
  computer: async ({ appliance, whenDone }, use, testInfo) => {
    await use(async (env) => {
      const client = await startJumpClient({
        applianceUrl: appliance.url,
        installerKey: appliance.installerKey(),
        folder: testInfo.outputPath('this-computer'),
        env,
      });
      whenDone('jump-client', client.program.log, () => client.program.stop());
      return client;
    });
  },
});

/** The VNC programs that a process has started. */
function vncProgramsOf(processId: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [, command = '', parent] =
          /\((.+)\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
        return Number(parent) === processId && command === 'X0tigervnc' ? [Number(name)] : [];
      } catch {
        return []; // it has ended meanwhile
      }
    });
}

test('a customer’s screen is seen; clicks and keys arrive in Control, and not in View only', async ({
  page,
  appliance,
  desktop,
  whenDone,
}, testInfo) => {
  const client = startSupportClient({
    applianceUrl: appliance.url,
    sessionKey: await sessionKeyDialog(page).makeKey(),
    name: CUSTOMER,
    folder: testInfo.outputPath(''),
    env: desktop.env,
  });
  whenDone('support-client', client.program.log, () => client.program.stop());
  await client.joined();
  const screen = screenSharing(page, CUSTOMER);
  await screen.choose();
  await expect.poll(screen.color).toBe('#2040a0');
  await expect(screen.choice('View only')).toBeChecked();
  await screen.click();
  await page.keyboard.press('x');
  await screen.choice('Control').click();
  await screen.click();
  await expect.poll(screen.color).toBe('#a02020');
  // The click, and nothing of what was done before it: the computer got it in that order.
  expect(desktop.painter.events.map(({ kind }) => kind)).toEqual(['button']);
  expect(Math.abs((desktop.painter.events[0]?.x ?? 0) - 320)).toBeLessThanOrEqual(2);
  await page.keyboard.press('x');
  await expect.poll(screen.color).toBe('#20a040');

  await screen.view('Command Shell').click();
  await expect(screen.panel).toBeHidden();
  desktop.painter.paint(BLUE);
  await screen.choose();
  await expect.poll(screen.color).toBe('#2040a0');
  const [program = 0] = vncProgramsOf(client.program.processId);
  expect(isRunning(program)).toBe(true);
  await screen.stop.click();
  await expect(screen.panel.getByText('The screen is not shared')).toBeVisible();
  await expect.poll(() => isRunning(program)).toBe(false);
});

test('a customer reads who sees and who uses their screen, stops it, and allows it again', async ({
  page,
  appliance,
  desktop,
  whenDone,
}, testInfo) => {
  const client = startSupportClient({
    applianceUrl: appliance.url,
    sessionKey: await sessionKeyDialog(page).makeKey(),
    name: CUSTOMER,
    folder: testInfo.outputPath(''),
    env: desktop.env,
  });
  whenDone('support-client', client.program.log, () => client.program.stop());
  const url = (await client.joined()).page ?? '';
  const shares = (...inputs: ('view-only' | 'control')[]) =>
    z.object({
      screen: z.object({
        shares: z.tuple(
          inputs.map((input) =>
            z.object({ representativeName: z.literal('Anna Berg'), input: z.literal(input) }),
          ) as [],
        ),
      }),
    });
  const screen = screenSharing(page, CUSTOMER);
  await screen.choose();
  await expect.poll(screen.color).toBe('#2040a0');
  await untilPageShows(url, shares('view-only'));
  await screen.choice('Control').click();
  await untilPageShows(url, shares('control'));
  await actInPage(url, 'screen', { allowed: false });
  await expect(screen.panel.getByText('Sharing was stopped at the computer')).toBeVisible();
  await screen.tryAgain.click();
  await expect(screen.panel.getByText('Sharing was stopped at the computer')).toBeVisible();
  await actInPage(url, 'screen', { allowed: true });
  await screen.tryAgain.click();
  await expect.poll(screen.color).toBe('#2040a0');
  await expect(screen.choice('View only')).toBeChecked();
  expect(client.program.log()).toContain('Using your screen, mouse and keyboard: Anna Berg.');
});

test('two see one screen through one program; each has View only or Control of their own', async ({
  page,
  appliance,
  desktop,
  computer,
  signedInConsole,
}) => {
  const { name, program } = await computer(desktop.env);
  await jumpInterface(page).row(name).dblclick();
  const screen = screenSharing(page, name);
  await screen.choose();
  await expect.poll(screen.color).toBe('#2040a0');
  await screen.choice('Control').click();
  const { page: second } = await signedInConsole(appliance.token('ben'));
  await jumpInterface(second).row(name).dblclick();
  const other = screenSharing(second, name);
  await other.choose();
  await expect.poll(other.color).toBe('#2040a0');
  expect(vncProgramsOf(program.processId)).toHaveLength(1);
  await other.click();
  await screen.click();
  await expect.poll(other.color).toBe('#a02020');
  expect(desktop.painter.events).toHaveLength(1);
});

test('what shares the screen does not outlive a Jump Client that is killed', async ({
  page,
  desktop,
  computer,
}) => {
  const { name, program } = await computer(desktop.env);
  await jumpInterface(page).row(name).dblclick();
  const screen = screenSharing(page, name);
  await screen.choose();
  await expect.poll(screen.color).toBe('#2040a0');
  const [shares = 0] = vncProgramsOf(program.processId);
  expect(isRunning(shares)).toBe(true);
  await program.stop('SIGKILL');
  await expect.poll(() => isRunning(shares), { timeout: 20_000 }).toBe(false);
});

test('a broken line leaves the picture grey, and it comes back by itself', async ({
  page,
  desktop,
  computer,
}) => {
  const { name, program } = await computer(desktop.env);
  await jumpInterface(page).row(name).dblclick();
  const screen = screenSharing(page, name);
  await screen.choose();
  await expect.poll(screen.color).toBe('#2040a0');
  await screen.choice('Control').click();
  process.kill(program.processId, 'SIGSTOP');
  await expect(screen.panel.getByText(/The picture stands still/)).toBeVisible({ timeout: 20_000 });
  await expect(screen.stale).toBeVisible();
  desktop.painter.paint(GREEN);
  process.kill(program.processId, 'SIGCONT');
  await expect(screen.stale).toHaveCount(0, { timeout: 20_000 });
  await expect.poll(screen.color).toBe('#20a040');
  await screen.click();
  await expect.poll(screen.color).toBe('#a02020');
});

test('a display that ends is gone; another one is shared when it is asked for again', async ({
  page,
  desktop,
  computer,
}) => {
  const { name } = await computer(desktop.env);
  await jumpInterface(page).row(name).dblclick();
  const screen = screenSharing(page, name);
  await screen.choose();
  await expect.poll(screen.color).toBe('#2040a0');
  await desktop.stop();
  await expect(screen.panel.getByText('The screen is gone')).toBeVisible();
  await screen.tryAgain.click();
  await expect(screen.panel.getByText('The display lets nobody in')).toBeVisible();
  await expect(sessionTab(page, name).link).toHaveText('Connected');
});

test('where no program for it is installed, it says which, and what installs one', async ({
  page,
  desktop,
  computer,
}) => {
  const { name } = await computer({ ...desktop.env, PATH: '/nothing' });
  await jumpInterface(page).row(name).dblclick();
  const screen = screenSharing(page, name);
  await screen.choose();
  await expect(screen.panel.getByText(/has none: x0vncserver, x11vnc/)).toBeVisible();
  await expect(screen.panel.getByText('sudo apt install tigervnc-scraping-server')).toBeVisible();
  await expect(screen.tryAgain).toBeVisible();
});

test('the whole screen, its own size, and back', async ({ page, desktop, computer }) => {
  const { name } = await computer(desktop.env);
  await jumpInterface(page).row(name).dblclick();
  const screen = screenSharing(page, name);
  await screen.choose();
  await expect.poll(screen.color).toBe('#2040a0');
  await screen.choice('100 %').click();
  await expect.poll(async () => (await screen.canvas.boundingBox())?.width).toBe(640);
  await screen.fullScreen.click();
  await expect(page.getByRole('tablist', { name: 'Tabs' })).toBeHidden();
  await screen.canvas.focus();
  await page.keyboard.press('Control+F6');
  await screen.leaveFullScreen.click();
  await expect(sessionTab(page, name).tab).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ theme });

    test('axe finds nothing in a shared screen, in a grey one, and where none is shared', async ({
      page,
      desktop,
      computer,
    }) => {
      const { name, program } = await computer(desktop.env);
      await jumpInterface(page).row(name).dblclick();
      const screen = screenSharing(page, name);
      await screen.choose();
      await expect.poll(screen.color).toBe('#2040a0');
      const violations = async () =>
        (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id }) => id);
      expect(await violations()).toEqual([]);
      process.kill(program.processId, 'SIGSTOP');
      await expect(screen.stale).toBeVisible({ timeout: 20_000 });
      expect(await violations()).toEqual([]);
      process.kill(program.processId, 'SIGCONT');
      await expect(screen.stale).toHaveCount(0, { timeout: 20_000 });
      await screen.stop.click();
      await expect(screen.share).toBeVisible();
      expect(await violations()).toEqual([]);
    });
  });
}
