import { expect } from 'playwright/test';
import { type AnotherComputer, createAnotherComputer } from '../fixtures/another-computer.ts';
import { test as base } from '../fixtures/console-test.ts';
import { startAppliance } from '../fixtures/running-appliance.ts';
import { type RunningSupportClient, startSupportClient } from '../fixtures/running-support-client.ts';
import { sessionKeyDialog } from '../pages/session-key-dialog.ts';
import { sessionTab } from '../pages/session-tab.ts';

const CUSTOMER = 'Erika Muster';

type Fixtures = {
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
  appliance: async ({ computer, whenDone }, use) => {
    const appliance = await startAppliance({ fleet: 'office' }, 0, computer.here);
    whenDone('appliance', appliance.program.log, () => appliance.program.stop());
    await use(appliance);
  },
  customer: async ({ appliance, computer, whenDone }, use, testInfo) => {
    await use((sessionKey) => {
      const client = startSupportClient({
        applianceUrl: appliance.url,
        sessionKey,
        name: CUSTOMER,
        folder: testInfo.outputPath('their-home'),
        launcher: computer.launcher,
      });
      whenDone('support-client', client.program.log, client.stopAll);
      return client;
    });
  },
});

test('a session by key with a computer in another network', async ({ page, computer, customer }) => {
  const client = customer(await sessionKeyDialog(page).makeKey());
  await client.joined();
  const session = sessionTab(page, CUSTOMER);
  await expect(session.link).toHaveText('Connected');
  await session.type('cat /proc/net/dev');
  if (computer.isApart) await expect.poll(session.terminalText).toMatch(/^\s*wire:/m);
  else await expect.poll(session.terminalText).toMatch(/^\s*lo:/m);
});
