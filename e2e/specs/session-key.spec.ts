import { expect } from 'playwright/test';
import { test as base } from '../fixtures/console-test.ts';
import { type RunningSupportClient, startSupportClient } from '../fixtures/running-support-client.ts';
import { consoleMessages } from '../pages/console-messages.ts';
import { sessionKeyDialog } from '../pages/session-key-dialog.ts';
import { type SessionTab, sessionTab } from '../pages/session-tab.ts';

const CUSTOMER = 'Erika Muster';

/** A customer's program on this computer, started with a key. */
const test = base.extend<{ customer: (sessionKey: string) => RunningSupportClient }>({
  customer: async ({ appliance, whenDone }, use, testInfo) => {
    await use((sessionKey) => {
      const folder = testInfo.outputPath('');
      const client = startSupportClient({ applianceUrl: appliance.url, sessionKey, name: CUSTOMER, folder });
      whenDone('support-client', client.program.log, () => client.stopAll());
      return client;
    });
  },
});

async function expectShell(session: SessionTab, word: string): Promise<void> {
  await expect(session.link).toHaveText('Connected');
  await session.type(`echo "${word} $((6*7))"`);
  await expect.poll(session.terminalText).toMatch(new RegExp(`^${word} 42$`, 'm'));
}

test('a customer joins with the key: the dialog gives way to the tab, and its shell works', async ({
  page,
  appliance,
  customer,
}) => {
  const client = customer(await sessionKeyDialog(page).makeKey());
  const { sessionId } = await client.joined();
  const session = sessionTab(page, CUSTOMER);
  await expect(sessionKeyDialog(page).dialog).toBeHidden();
  await expect(session.panel).toBeVisible();
  await expect(session.panel.getByText('Customer online')).toBeVisible();
  await expectShell(session, 'here');
  await expect(session.section('Operating system')).toBeVisible();
  expect(await appliance.supportSessions()).toMatchObject([
    { id: sessionId, name: CUSTOMER, jumpItemId: null, customer: { presence: 'online' } },
  ]);
});

test('the customer ends it in their page; the representative is told, and reads what was done', async ({
  page,
  customer,
}) => {
  const client = customer(await sessionKeyDialog(page).makeKey());
  const { page: customersPage } = await client.joined();
  const session = sessionTab(page, CUSTOMER);
  await expect(session.link).toHaveText('Connected');
  const url = customersPage ?? '';
  expect(await (await fetch(url)).text()).toContain('End session');
  const ended = await fetch(`${url}end`, { method: 'POST', headers: { origin: new URL(url).origin } });
  expect(ended.status).toBe(200);
  const message = consoleMessages(page).ended(CUSTOMER);
  await expect(message.getByText('The support session has ended.', { exact: true })).toBeVisible();
  await expect(message).toContainText('Ended at the computer.');
  await expect(session.tab).toBeHidden();
  expect(await client.program.ended).toBe(0);
  expect(client.program.log()).toContain('You have ended the session.');

  await message.getByRole('button', { name: 'Summary…' }).click();
  await expect(message).toBeHidden();
  const summary = page.getByRole('dialog', { name: 'Session summary' });
  await expect(summary.getByRole('option', { name: CUSTOMER })).toHaveAttribute('aria-selected', 'true');
  await expect(summary).toContainText('Ended at the computer');
});

test('the representative ends it, and the customer is told', async ({ page, customer }) => {
  const client = customer(await sessionKeyDialog(page).makeKey());
  const session = sessionTab(page, CUSTOMER);
  await expect(session.link).toHaveText('Connected');
  await session.endButton.click();
  expect(await client.program.ended).toBe(0);
  expect(client.program.log()).toContain('The representative has ended the session.');
});

test('a wrong, a used and an expired key are refused with 3 and one message', async ({
  page,
  appliance,
  customer,
}) => {
  const { makeKey } = sessionKeyDialog(page);
  const used = await makeKey();
  await customer(used).joined();
  await expect(sessionTab(page, CUSTOMER).link).toHaveText('Connected');
  const expired = await makeKey();
  await appliance.expireSessionKeys();
  const wrong = used === '0000000' ? '0000001' : '0000000';
  for (const key of [wrong, used, expired]) {
    const { program } = customer(key);
    expect(await program.ended).toBe(3);
    expect(program.log()).toContain('This session key is not valid');
  }
  expect(await appliance.supportSessions()).toHaveLength(1);
});

test('a customer’s program that is killed is offline, and cannot come back with the same key', async ({
  page,
  customer,
}) => {
  const key = await sessionKeyDialog(page).makeKey();
  const client = customer(key);
  await client.joined();
  const session = sessionTab(page, CUSTOMER);
  await expect(session.link).toHaveText('Connected');
  await client.program.stop('SIGKILL');
  await expect(session.panel.getByText('Customer offline')).toBeVisible({ timeout: 15_000 });
  await expect(session.link).toHaveText('Waiting for the computer to come back');
  expect(await customer(key).program.ended).toBe(3);
  await expect(session.panel).toBeVisible();
});

test('a connection that is cut comes back, and the shell goes on', async ({ page, appliance, customer }) => {
  const client = customer(await sessionKeyDialog(page).makeKey());
  await client.joined();
  const session = sessionTab(page, CUSTOMER);
  await expectShell(session, 'before');
  await appliance.dropCustomers();
  await expect(session.panel.getByText('Customer online')).toBeVisible();
  await expectShell(session, 'after');
  expect(client.program.log()).toContain('The connection is lost. Connecting again…');
});

test('who is invited works in the session, too; leaving leaves it to the other', async ({
  page,
  appliance,
  signedInConsole,
  customer,
}) => {
  const client = customer(await sessionKeyDialog(page).makeKey());
  await client.joined();
  const session = sessionTab(page, CUSTOMER);
  await expectShell(session, 'anna');
  const { page: second } = await signedInConsole(appliance.token('ben'));
  const other = sessionTab(second, CUSTOMER);
  await expect(second.getByRole('tab', { name: 'Jump Interface' })).toBeVisible();
  await session.invite('Ben Cole');
  await expect(session.panel.getByText('With')).toContainText('Ben Cole');
  await second.getByRole('button', { name: 'Show it' }).click();
  await expectShell(other, 'ben');
  await expectShell(session, 'again');
  expect(client.program.log()).toContain('Connected with this computer: Anna Berg, Ben Cole.');
  await other.panel.getByRole('button', { name: 'Leave session' }).click();
  await expect(other.tab).toBeHidden();
  await expectShell(session, 'still');
});
