import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { Socket } from 'engine.io-client';
import { expect } from 'playwright/test';
import { violations } from '../fixtures/axe-violations.ts';
import { test } from '../fixtures/console-test.ts';
import { startAppliance } from '../fixtures/running-appliance.ts';
import { consoleMessages } from '../pages/console-messages.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { propertiesDialog } from '../pages/properties-dialog.ts';
import { signIn } from '../pages/sign-in.ts';

test('an appliance that dies is waited for; the list stays and says how old it is; it recovers. What was under way is told', async ({
  page,
  appliance,
  fleet,
  whenDone,
}, testInfo) => {
  const { row, grid } = jumpInterface(page);
  const { comments, ok, apply, dialog } = propertiesDialog(page);
  await row('Reception').click();
  await row('Kiosk').click({ modifiers: ['Control'] });
  await grid.press('Alt+Enter');
  await comments.fill('under way');
  await ok.click();
  await appliance.raiseBarrier({ command: 'jump-items:edit' });
  await apply.click();
  await expect.poll(() => appliance.waitingAtBarriers()).toEqual(['anna']);
  await appliance.program.stop('SIGKILL');
  await expect(page.getByText(/the list shows what was known at/)).toBeVisible();
  await expect(page.getByText('Reconnecting…', { exact: true })).toBeVisible();
  await expect(row('Reception')).toBeVisible();

  const file = join(testInfo.outputPath(), 'fleet.json');
  expect('accounts' in fleet).toBe(true);
  const again = await startAppliance({ fleet: file }, appliance.port);
  whenDone('appliance-again', again.program.log, () => again.program.stop());
  // Its demo accounts have new tokens: the console says so where one signs in again.
  await expect(signIn(page).submit).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('The appliance refused the access token.')).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(consoleMessages(page).refusal('2 Jump Items')).toContainText('It is asked again');
  await signIn(page).token.fill(again.token());
  await signIn(page).submit.click();
  await expect(row('Reception')).toContainText('till by the door');
  await expect(consoleMessages(page).refusal('2 Jump Items')).toBeHidden();
  await expect(page.getByText(/The change of 2 Jump Items that was under way: .*nobody knows/)).toBeVisible();
  await expect(page.getByText(/the list shows what was known at/)).toBeHidden();
});

test('an appliance that is silent is said to be, and the list to be out of date, until it speaks again', async ({
  page,
  appliance,
}) => {
  const { row, select } = jumpInterface(page);
  await select('Reception');
  process.kill(appliance.program.processId, 'SIGSTOP');
  try {
    await expect(page.getByText(/list may be out of date|the list shows what was known at/)).toBeVisible({
      timeout: 15_000,
    });
    expect(await violations(page), 'the grey list is read as well as any').toEqual([]);
  } finally {
    process.kill(appliance.program.processId, 'SIGCONT');
  }
  await expect(page.getByText(/list may be out of date|the list shows what was known at/)).toBeHidden({
    timeout: 20_000,
  });
  await appliance.addJumpClient({ name: 'After the silence', jumpGroup: 'All Users' });
  await expect(row('After the silence')).toBeVisible();
});

test('an appliance that is down at the start is named, and tried again', async ({
  openConsole,
  whenDone,
}) => {
  const port = await freePort();
  const { page } = await openConsole({ applianceUrl: `http://127.0.0.1:${port}`, token: 'any' });
  await expect(page.getByText(/Connecting|Reconnecting/).first()).toBeVisible();
  await expect(page.getByText(/next attempt in/)).toBeVisible();
  const late = await startAppliance({ fleet: 'guide' }, port);
  whenDone('appliance-late', late.program.log, () => late.program.stop());
  await expect(page.getByText('The appliance refused the access token.')).toBeVisible({ timeout: 20_000 });
});

test('R2.2 R6.3 a name of 129 code points is refused, with the reason', async ({ appliance }) => {
  await expect(appliance.addJumpClient({ name: '𝒥'.repeat(129) })).rejects.toThrow(/422.*too-long/);
  await appliance.addJumpClient({ name: '𝒥'.repeat(128) });
});

test('a refused token says so where one signs in, and the right one signs in', async ({
  openConsole,
  appliance,
}) => {
  const { page } = await openConsole({ token: 'not-the-token' });
  const form = signIn(page);
  await expect(page.getByText('The appliance refused the access token.')).toBeVisible();
  await form.token.fill(appliance.token());
  await form.submit.click();
  await expect(jumpInterface(page).row('Reception')).toBeVisible();
});

test('a page that crashes is opened again and says so', async ({ firstConsole: { app, page } }) => {
  await expect(jumpInterface(page).row('Reception')).toBeVisible();
  await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const loaded = new Promise((done) => contents?.once('did-finish-load', () => done(null)));
    contents?.forcefullyCrashRenderer();
    await loaded;
  });
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          "document.body.textContent.includes('Reception') && document.body.textContent.includes('The window had a fault')",
        ),
      ),
    )
    .toBe(true);
});

test('damaged preferences are set aside, not wiped, and the person is told where', async ({
  openConsole,
}, testInfo) => {
  const profile = testInfo.outputPath('damaged');
  mkdirSync(profile, { recursive: true });
  writeFileSync(join(profile, 'preferences.json'), '{"version":1,"preferences":{"theme":');
  const { page } = await openConsole({ profile });
  await expect(jumpInterface(page).row('Reception')).toBeVisible();
  await expect(page.getByText(/Your settings could not be read/)).toBeVisible();
  const kept = readdirSync(profile).filter(
    (name) => name.startsWith('preferences') && name !== 'preferences.json',
  );
  expect(kept).toHaveLength(1);
  expect(readFileSync(join(profile, kept[0] ?? ''), 'utf8')).toContain('"theme":');
});

test('a malformed request of the page is refused at the door, and nothing else happens', async ({ page }) => {
  const { row } = jumpInterface(page);
  await expect(row('Reception')).toBeVisible();
  const outcome = await page.evaluate(async () => {
    const door = Reflect.get(window, 'consoleApi') as Record<
      string,
      (paramsJson: string) => Promise<unknown>
    >;
    try {
      return String(await door.jumpToItem?.(JSON.stringify({ jumpItemId: 7, path: '/etc/passwd' })));
    } catch {
      return 'rejected';
    }
  });
  expect(outcome).toMatch(/rejected|malformed/);
  await expect(row('Reception')).toBeVisible();
});

test('what speaks another language at the appliance’s doors is turned away, and the consoles go on', async ({
  page,
  appliance,
}) => {
  const { row } = jumpInterface(page);
  await expect(row('Reception')).toBeVisible();
  for (const path of ['/console', '/jump-client', '/session']) {
    const socket = new Socket(appliance.url, { path, transports: ['websocket'] });
    socket.on('open', () => {
      socket.send('42["jump-item:jump",{"opId":');
      socket.send(new Uint8Array(200_000));
    });
    await new Promise<void>((closed) => socket.on('close', () => closed()));
  }
  await appliance.addJumpClient({ name: 'Still here', jumpGroup: 'All Users' });
  await expect(row('Still here')).toBeVisible();
});

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server: Server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
