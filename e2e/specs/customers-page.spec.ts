import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { test as base } from '../fixtures/console-test.ts';
import { startSupportClient } from '../fixtures/running-support-client.ts';
import { pinAsJumpClient } from '../pages/pin-as-jump-client.ts';
import { sessionKeyDialog } from '../pages/session-key-dialog.ts';

const CUSTOMER = 'Erika Muster';

/** The page of a customer who has joined, in a window of its own: Electron is the browser here. */
const test = base.extend<{ customersPage: Page }>({
  customersPage: async ({ appliance, firstConsole, theme, whenDone }, use, testInfo) => {
    const sessionKey = await sessionKeyDialog(firstConsole.page).makeKey();
    const folder = testInfo.outputPath('');
    const client = startSupportClient({ applianceUrl: appliance.url, sessionKey, name: CUSTOMER, folder });
    whenDone('support-client', client.program.log, () => client.stopAll());
    const { page: url } = await client.joined();
    const opened = firstConsole.app.waitForEvent('window');
    await firstConsole.app.evaluate(({ BrowserWindow }, address) => {
      const browser = new BrowserWindow({
        width: 760,
        height: 800,
        webPreferences: { partition: 'customer' },
      });
      void browser.loadURL(address);
    }, url ?? '');
    const page = await opened;
    await page.emulateMedia({ colorScheme: theme });
    await use(page);
  },
});

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ theme });

    test('R2.7 a customer is asked, allows it by keyboard, and sees what came of it; axe finds nothing', async ({
      page,
      customersPage,
    }) => {
      const pin = pinAsJumpClient(page, CUSTOMER);
      const request = customersPage.getByRole('region', { name: /Jump Client/ });
      await expect(customersPage.getByText('You are in a support session')).toBeVisible();
      await expect(request).toBeHidden();
      expect(await violations(customersPage)).toEqual([]);

      await pin.button.click();
      await expect(request.getByRole('heading')).toHaveText('Anna Berg asks to install a Jump Client');
      await expect(request.getByRole('timer')).toHaveText(/^0:\d\d left to answer$|^1:00 left to answer$/);
      await expect(customersPage).toHaveTitle('Anna Berg asks to install a Jump Client');
      expect(await violations(customersPage)).toEqual([]);

      await request.getByRole('button', { name: 'Allow' }).focus();
      await customersPage.keyboard.press('Enter');
      await expect(request.getByRole('heading')).toHaveText('A Jump Client was installed');
      await expect(request.getByText(/index\.js uninstall$/)).toBeVisible();
      await expect(request.getByRole('button')).toHaveCount(0);
      await expect(pin.pinned).toBeVisible();
      expect(await violations(customersPage)).toEqual([]);
    });
  });
}

test('R2.7 a customer refuses: the question is gone, and the representative is told', async ({
  page,
  customersPage,
}) => {
  const pin = pinAsJumpClient(page, CUSTOMER);
  await pin.button.click();
  const request = customersPage.getByRole('region', { name: /Jump Client/ });
  await request.getByRole('button', { name: 'Refuse' }).click();
  await expect(request).toBeHidden();
  await expect(customersPage).toHaveTitle('You are in a support session');
  await expect(page.getByText(/did not allow the Jump Client/)).toBeVisible();
  await expect(pin.button).toBeEnabled();
});
