import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { type AnotherComputer, createAnotherComputer } from '../fixtures/another-computer.ts';
import { test as base } from '../fixtures/console-test.ts';
import { startAppliance } from '../fixtures/running-appliance.ts';
import { type RunningSupportClient, startSupportClient } from '../fixtures/running-support-client.ts';
import { chat } from '../pages/chat.ts';
import { fileTransfer } from '../pages/file-transfer.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { pinAsJumpClient } from '../pages/pin-as-jump-client.ts';
import { removalQuestion } from '../pages/removal-question.ts';
import { sessionKeyDialog } from '../pages/session-key-dialog.ts';
import { sessionTab } from '../pages/session-tab.ts';

const CUSTOMER = 'Erika Muster';
const PINNED = 'Erika at home';
/** A program and its runtime are copied. */
const INSTALLED = { timeout: 60_000 };
/** A removal is held for ten seconds. */
const REMOVED = { timeout: 30_000 };

type Fixtures = {
  /** A home each: the representative’s, and the customer’s over there. */
  folders: { here: string; there: string };
  /** The customer's, with a network of its own where that can be made. */
  computer: AnotherComputer;
  /** The customer's program over there, started with a key. */
  customer: (sessionKey: string) => RunningSupportClient;
};

/** The appliance and the console here, the customer on another computer. */
const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from this pattern
  computer: async ({}, use, testInfo) => {
    const computer = createAnotherComputer(testInfo.workerIndex % 1_024);
    await use(computer);
    computer.remove();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from this pattern
  folders: async ({}, use, testInfo) => {
    const folders = { here: testInfo.outputPath('home'), there: testInfo.outputPath('their-home') };
    for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
    await use(folders);
  },
  firstConsole: async ({ openConsole, folders }, use) => {
    await use(await openConsole({ env: { HOME: folders.here } }));
  },
  appliance: async ({ computer, whenDone }, use) => {
    const appliance = await startAppliance({ fleet: 'office' }, 0, computer.here);
    whenDone('appliance', appliance.program.log, () => appliance.program.stop());
    await use(appliance);
  },
  customer: async ({ appliance, computer, folders, whenDone }, use) => {
    await use((sessionKey) => {
      const client = startSupportClient({
        applianceUrl: appliance.url,
        sessionKey,
        name: CUSTOMER,
        folder: folders.there,
        launcher: computer.launcher,
      });
      whenDone('support-client', client.program.log, client.stopAll);
      return client;
    });
  },
});

test('by key, chat, pinned customized, jumped to unattended, shell and file, removed: its files are gone', async ({
  page,
  appliance,
  customer,
  computer,
  folders,
}) => {
  test.setTimeout(120_000);
  const list = jumpInterface(page);
  const client = customer(await sessionKeyDialog(page).makeKey());
  await client.joined();
  const session = sessionTab(page, CUSTOMER);
  await expect(session.link).toHaveText('Connected');

  await session.panel.getByRole('radio', { name: 'Chat' }).click();
  const conversation = chat(session.panel);
  client.program.type('The printer is jammed');
  await expect(conversation.message('The printer is jammed')).toContainText(CUSTOMER);
  await conversation.write('May I pin your computer?');
  await expect(conversation.message('May I pin your computer?')).toContainText('Delivered');
  expect(client.program.log()).toContain('May I pin your computer?');

  const pin = pinAsJumpClient(page, CUSTOMER);
  await pin.customize.click();
  await pin.name.fill(PINNED);
  await pin.chooseGroup('All Users');
  await pin.comments.fill('by the window');
  await pin.ok.click();
  await expect.poll(client.program.log).toContain('Type “allow” or “refuse”');
  client.program.type('allow');
  await expect(pin.pinned).toBeVisible(INSTALLED);
  await session.endButton.click();
  expect(await client.program.ended).toBe(0);

  const [installed] = client.pinned();
  await list.tab('Jump Interface').click();
  await list.searchFor(PINNED);
  await expect(list.row(PINNED)).toContainText('Online');
  await list.row(PINNED).dblclick();
  const unattended = sessionTab(page, PINNED);
  await expect(unattended.link).toHaveText('Connected');
  await unattended.type('cat /proc/net/dev');
  await expect.poll(unattended.terminalText).toMatch(computer.isApart ? /^\s*wire:/m : /^\s*lo:/m);
  writeFileSync(join(folders.here, 'driver.bin'), 'the driver of the printer');
  const files = fileTransfer(page, PINNED);
  await files.open();
  await files.here.row('driver.bin').click();
  await files.here.button('Upload').click();
  await expect(files.there.row('driver.bin')).toBeVisible();
  expect(readFileSync(join(folders.there, 'driver.bin'), 'utf8')).toBe('the driver of the printer');
  await unattended.endButton.click();

  await removalQuestion(page).removeItem(PINNED);
  await expect(list.row(PINNED)).toBeHidden();
  await expect.poll(client.pinned, REMOVED).toEqual([]);
  expect(installed?.processIds()).toEqual([]);
  expect(await appliance.supportSessions()).toEqual([]);
});
