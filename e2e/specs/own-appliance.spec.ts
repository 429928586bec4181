import { hostname } from 'node:os';
import { expect } from 'playwright/test';
import { startConsole } from '../fixtures/console-app.ts';
import { test } from '../fixtures/console-test.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { sessionTab } from '../pages/session-tab.ts';

test('a console without an address brings an appliance of its own, and this computer into its list', async ({
  whenDone,
}, testInfo) => {
  const words = ['--fleet=guide', '--with-this-computer'];
  const env = { HOME: testInfo.outputPath() }; // its shells start here, not in the tester's own profile
  const console = await startConsole({ profile: testInfo.outputPath('profile'), words, env });
  whenDone('console', console.log, () => console.close());
  const { page } = console;
  await jumpInterface(page).row(hostname()).dblclick();
  const session = sessionTab(page, hostname());
  await session.type('echo "here $((6*7))"');
  await expect.poll(session.terminalText).toMatch(/^here 42$/m);
});

test('an appliance of its own that cannot start says why where the person looks', async ({
  whenDone,
}, testInfo) => {
  const words = ['--fleet=/nowhere/fleet.json'];
  const console = await startConsole({ profile: testInfo.outputPath('profile'), words });
  whenDone('console', console.log, () => console.close());
  await expect(
    console.page.getByRole('heading', { name: 'The appliance could not be started' }),
  ).toBeVisible();
  await expect(console.page.getByRole('alert')).toContainText('/nowhere/fleet.json');
});
