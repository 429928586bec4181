import { hostname } from 'node:os';
import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { jumpInterface } from '../pages/jump-interface.ts';

test('R1.6 the selected item shows this computer’s real statistics, each with its age', async ({
  page,
  jumpClient,
}) => {
  const { select, statistics } = jumpInterface(page);
  await select(jumpClient.name);
  await expect(statistics.getByRole('heading', { name: jumpClient.name })).toBeVisible();
  await expect(statistics).toContainText(hostname());
  await expect(statistics).toContainText(/CPU\s*[\d.,]+ %/);
  await expect(statistics).toContainText(/Memory/);
  await expect(statistics).toContainText(/heard (now|\d+ (s|min) ago)/);
});

test('R1.6 what is not selected has no statistics, and Jump stands on top of those that are', async ({
  page,
}) => {
  const { row, select, statistics } = jumpInterface(page);
  await expect(row('Reception')).toBeVisible();
  await expect(statistics).toContainText('Nothing selected');
  await select('Reception');
  await expect(statistics.getByRole('button', { name: 'Jump' })).toBeVisible();
  await expect(statistics).toContainText('RCP-01');
  await expect(statistics).toContainText('203.0.113.54');
});

test.describe('the items that the guide pictures', () => {
  test.use({ fleet: { fleet: 'guide' } });

  test('R1.7 the summary counts truly what is listed', async ({ page }) => {
    const { rows, searchFor, summary } = jumpInterface(page);
    await expect(summary).toHaveText(
      /^\d+ Jump Items total\. \d+ Jump Clients total\. \d+ online\. \d+ offline\. \d+ passive\.$/,
    );
    const counts = [...((await summary.textContent()) ?? '').matchAll(/\d+/g)].map(Number);
    expect(await rows.count()).toBe(counts[0]);
    expect((counts[2] ?? 0) + (counts[3] ?? 0) + (counts[4] ?? 0)).toBe(counts[1]);
    await searchFor('nothing has this name');
    await expect(summary).toHaveText(
      '0 Jump Items total. 0 Jump Clients total. 0 online. 0 offline. 0 passive.',
    );
  });
});

test('R1.7 shortcuts count in the first number alone; uninstalled is offline; passive is only passive', async ({
  page,
}) => {
  await expect(jumpInterface(page).summary).toHaveText(
    '8 Jump Items total. 7 Jump Clients total. 4 online. 2 offline. 1 passive.',
  );
});
