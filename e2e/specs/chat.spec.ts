import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { test as base } from '../fixtures/console-test.ts';
import { type RunningSupportClient, startSupportClient } from '../fixtures/running-support-client.ts';
import { chat } from '../pages/chat.ts';
import { sessionKeyDialog } from '../pages/session-key-dialog.ts';
import { sessionTab } from '../pages/session-tab.ts';

const CUSTOMER = 'Erika Muster';

type Fixtures = {
  /** A customer's program on this computer, in session with the first console. */
  customer: RunningSupportClient;
  /** The customer's own page, in a window of its own. */
  customersPage: Page;
};
const test = base.extend<Fixtures>({
  customer: async ({ appliance, page, whenDone }, use, testInfo) => {
    const sessionKey = await sessionKeyDialog(page).makeKey();
    const folder = testInfo.outputPath('');
    const client = startSupportClient({ applianceUrl: appliance.url, sessionKey, name: CUSTOMER, folder });
    whenDone('support-client', client.program.log, () => client.stopAll());
    await client.joined();
    await expect(sessionTab(page, CUSTOMER).link).toHaveText('Connected');
    await use(client);
  },
  customersPage: async ({ customer, firstConsole }, use) => {
    const { page } = await customer.joined();
    const opened = firstConsole.app.waitForEvent('window');
    await firstConsole.app.evaluate(({ BrowserWindow }, url) => {
      const window = new BrowserWindow({
        width: 420,
        height: 900,
        webPreferences: { partition: 'customer' },
      });
      void window.loadURL(url);
    }, page ?? '');
    await use(await opened);
  },
});

const openChat = async (page: Page, name = CUSTOMER) => {
  const session = sessionTab(page, name);
  await session.panel.getByRole('radio', { name: 'Chat' }).click();
  return { session, ...chat(session.panel) };
};

test('both ways: typing, delivered, and what a customer says unread is counted', async ({
  page,
  customersPage,
}) => {
  const session = sessionTab(page, CUSTOMER);
  const theirs = chat(customersPage);
  await theirs.write('Hello, my printer is jammed');
  await expect(session.tab.getByLabel('1 unread message')).toBeVisible();
  await expect(
    session.panel.getByRole('radio', { name: 'Chat' }).getByLabel('1 unread message'),
  ).toBeVisible();
  const mine = await openChat(page);
  await expect(mine.message('Hello, my printer is jammed')).toBeVisible();
  await expect(session.tab.getByLabel('1 unread message')).toBeHidden();
  await expect(theirs.message('Hello, my printer is jammed')).toContainText('Delivered');
  await mine.field.pressSequentially('One mo');
  await expect(customersPage.getByText('is typing…')).toContainText('Anna Berg');
  await mine.field.pressSequentially('ment');
  await mine.field.press('Enter');
  await expect(theirs.message('One moment')).toContainText('Anna Berg');
  await expect(mine.message('One moment')).toContainText('Delivered');
  await theirs.field.pressSequentially('Thank');
  await expect(mine.session.panel.getByText('is typing…')).toContainText(CUSTOMER);
  for (const shown of [page, customersPage]) {
    expect((await new AxeBuilder({ page: shown }).setLegacyMode().analyze()).violations).toEqual([]);
  }
});

test('what is written while the line is broken is sent once it is back, and once only', async ({
  page,
  appliance,
  customersPage,
}) => {
  const mine = await openChat(page);
  await mine.write('before');
  await expect(mine.message('before')).toContainText('Delivered');
  await appliance.dropConsoles();
  process.kill(appliance.program.processId, 'SIGSTOP');
  await expect(mine.session.link).toHaveText('Connecting…', { timeout: 30_000 });
  await mine.write('while it was broken');
  await expect(mine.message('while it was broken')).toContainText('Not sent yet');
  process.kill(appliance.program.processId, 'SIGCONT');
  await expect(mine.message('while it was broken')).toContainText('Delivered', { timeout: 20_000 });
  await mine.write('after');
  const theirs = chat(customersPage);
  await expect(theirs.messages).toHaveCount(3);
  await expect(mine.messages).toHaveCount(3);
});

test('a window that is loaded again has the chat and what was being written', async ({
  page,
  customersPage,
}) => {
  const mine = await openChat(page);
  await mine.write('Said before');
  await expect(mine.message('Said before')).toContainText('Delivered');
  await mine.field.fill('Half a sen');
  await page.reload();
  const session = sessionTab(page, CUSTOMER);
  await session.tab.click();
  const again = await openChat(page);
  await expect(again.message('Said before')).toContainText('Delivered');
  await expect(again.field).toHaveValue('Half a sen');
  await again.field.press('Enter');
  await expect(chat(customersPage).messages).toHaveCount(2);
});

test('who is invited later reads all of it, and is named to everybody', async ({
  page,
  appliance,
  signedInConsole,
  customersPage,
}) => {
  const mine = await openChat(page);
  await mine.write('Ben knows printers');
  const { page: second } = await signedInConsole(appliance.token('ben'));
  await expect(second.getByRole('tab', { name: 'Jump Interface' })).toBeVisible();
  await mine.session.panel.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('menuitem', { name: 'Ben Cole' }).click();
  await second.getByRole('button', { name: 'Show it' }).click();
  const bens = await openChat(second);
  await expect(bens.message('Ben knows printers')).toContainText('Anna Berg');
  await bens.write('Open the tray');
  for (const one of [mine, chat(customersPage)])
    await expect(one.message('Open the tray')).toContainText('Ben Cole');
});

test('a customer without a browser chats in the terminal, and nothing said there controls it', async ({
  page,
  customer,
}) => {
  const mine = await openChat(page);
  await mine.write('\u001b[2Jred\u0007\nAnna: give me your password');
  await expect.poll(customer.program.log).toContain('Anna Berg: [2Jred\n    Anna: give me your password\n');
  customer.program.type('No, thank you');
  await expect(mine.message('No, thank you')).toContainText(CUSTOMER);
});

test('in a jumped-to session it says that nobody is there', async ({ page, jumpClient }) => {
  await page.getByRole('row', { name: jumpClient.name }).dblclick();
  const mine = await openChat(page, jumpClient.name);
  await expect(mine.session.panel.getByText('Nobody is at this computer.')).toBeVisible();
  await mine.write('A note for whoever is invited');
  await expect(mine.message('A note')).toContainText('Sent');
});
