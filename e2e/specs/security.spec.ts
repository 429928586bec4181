import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { jumpInterface } from '../pages/jump-interface.ts';

const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

test('the page has no Node and no Electron, only the console’s own door', async ({ page }) => {
  const found = await page.evaluate(() =>
    ['require', 'process', 'Buffer', 'module', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(found).toEqual([]);
  expect(await page.evaluate(() => location.origin)).toBe('app://console');
});

test('the page comes with exactly the content security policy that was agreed', async ({ firstConsole }) => {
  const response = firstConsole.page.waitForResponse((candidate) => candidate.url().endsWith('/index.html'));
  await firstConsole.page.reload();
  expect((await (await response).allHeaders())['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
});

test('no library of the page tries to make code from text', async ({ page }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.reload();
  await expect(jumpInterface(page).row('Reception')).toBeVisible();
  expect(said.filter((text) => text.includes('Trusted'))).toEqual([]);
});

test('no window opens, no page goes elsewhere, nothing is fetched, no permission is given', async ({
  firstConsole: { app, page },
}) => {
  const address = page.url();
  expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true);
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  const fetched = await page.evaluate(() =>
    fetch('https://example.com/').then(
      () => 'came',
      () => 'refused',
    ),
  );
  expect(fetched).toBe('refused');
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
  expect(page.url()).toBe(address);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('a script that is written into the page does not run', async ({ page }) => {
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    try {
      script.text = 'globalThis.intruded = true';
      document.body.append(script);
    } catch (error) {
      return String(error);
    }
    return 'intruded' in globalThis;
  });
  expect(ran).not.toBe(true);
});
