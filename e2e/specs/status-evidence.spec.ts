import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { sessionTab } from '../pages/session-tab.ts';

test('R1.6 a status says since when, and when the computer was last heard', async ({ page, jumpClient }) => {
  const { cell, select, statistics } = jumpInterface(page);
  await select(jumpClient.name);
  await expect(statistics).toContainText(/Online since \d\d:\d\d, last heard (now|\d+ s ago)/);
  await jumpClient.command('disable');
  await expect(statistics).toContainText(/Disabled by its user since \d\d:\d\d, last heard (now|\d+ s ago)/);
  await expect(cell(jumpClient.name, 5).getByTitle(/^Disabled by its user since \d\d:\d\d$/)).toBeVisible();
});

test('R1.6 in session says with whom, in the row and in the statistics', async ({ page, jumpClient }) => {
  const { cell, row, select, statistics, tab } = jumpInterface(page);
  await row(jumpClient.name).dblclick();
  await expect(sessionTab(page, jumpClient.name).link).toHaveText('Connected');
  await tab('Jump Interface').click();
  await select(jumpClient.name);
  await expect(cell(jumpClient.name, 5)).toContainText('In session · Anna Berg');
  await expect(statistics).toContainText(/In session with Anna Berg, online since \d\d:\d\d/);
});

test('a silent appliance: the statistics say that they are the last known', async ({ page, appliance }) => {
  const { select, statistics } = jumpInterface(page);
  await select('Reception');
  await appliance.program.stop('SIGKILL');
  await expect(statistics).toContainText('Shown as last known: the appliance is not heard.');
});

test('R1.6 the last day’s presence is drawn and said', async ({ page, jumpClient }) => {
  const { select, statistics } = jumpInterface(page);
  await select(jumpClient.name);
  await expect(
    statistics.getByRole('img', {
      name: /^In the \d+ min that are known online \d+ % of the time, never lost$/,
    }),
  ).toBeVisible();
});

test('R1.6 a value is copied with a click', async ({ page, firstConsole: { app } }) => {
  const { select, statistics } = jumpInterface(page);
  await select('Reception');
  await statistics.getByRole('button', { name: 'RCP-01' }).click();
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('RCP-01');
});
