import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { test as base } from '../fixtures/console-test.ts';
import { startJumpClient } from '../fixtures/running-jump-client.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { sessionTab } from '../pages/session-tab.ts';

/** Three computers called Ada, Bob and Cyd, each with a session in its tab, in this order. */
const test = base.extend<{ ids: Record<string, string> }>({
  ids: async ({ page, appliance, whenDone }, use, testInfo) => {
    const ids: Record<string, string> = {};
    for (const name of ['Ada', 'Bob', 'Cyd']) {
      const client = await startJumpClient({
        applianceUrl: appliance.url,
        installerKey: appliance.installerKey(),
        folder: testInfo.outputPath(name),
      });
      whenDone(`jump-client-${name}`, client.program.log, () => client.program.stop());
      ids[name] = client.jumpClientId;
      await appliance.changeJumpItem(client.jumpClientId, { name });
      await page.getByRole('tab', { name: 'Jump Interface' }).click();
      await jumpInterface(page).row(name).dblclick();
      await expect(sessionTab(page, name).link).toHaveText('Connected');
    }
    await use(ids);
  },
});

const strip = (page: Page) => {
  const tabs = page.locator('header [role=tab]');
  const field = page.getByRole('textbox', { name: 'Name of the tab' });
  return {
    tab: (name: string) => page.getByRole('tab', { name, exact: true }),
    field,
    names: async () => (await tabs.locator('bdi').allTextContents()).join(' '),
    menu: page.getByRole('menu', { name: /^Tab of/ }),
    choose: (entry: string) => page.getByRole('menuitem', { name: entry }).click(),
  };
};

test('R2.2 a tab is called as its item; another name is this console’s own, kept through a reload, and reset', async ({
  page,
  appliance,
  ids,
}) => {
  const { tab, field, names, menu, choose } = strip(page);
  expect(await names()).toBe('Ada Bob Cyd');
  await tab('Bob').dblclick();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('Bob');
  await field.fill('not this');
  await page.keyboard.press('Escape');
  await expect(tab('Bob')).toBeFocused();
  await page.keyboard.press('F2');
  await field.fill('😀'.repeat(129));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').getByText(/128/)).toBeVisible();
  await expect(field).toBeFocused();
  await field.fill('Front desk');
  await page.keyboard.press('Enter');
  await expect(tab('Front desk')).toBeFocused();
  await expect(sessionTab(page, 'Bob').panel.getByRole('heading', { name: 'Bob' })).toBeVisible();
  expect((await appliance.jumpItems()).some(({ name }) => name === 'Front desk')).toBe(false);

  await page.reload();
  await expect.poll(names).toBe('Ada Front desk Cyd');
  await appliance.changeJumpItem(ids.Bob ?? '', { name: 'Bobby' });
  await tab('Front desk').click({ button: 'right' });
  await expect(menu).toBeVisible();
  await choose('Call the tab as its item');
  await expect.poll(names).toBe('Ada Bobby Cyd');
});

test('R2.2 a tab follows its item when that is renamed while the session lives', async ({
  page,
  appliance,
  ids,
}) => {
  const { names } = strip(page);
  await appliance.changeJumpItem(ids.Ada ?? '', { name: 'Reception 2' });
  await expect.poll(names).toBe('Reception 2 Bob Cyd');
  await page.getByRole('tab', { name: 'Reception 2' }).click();
  await expect(sessionTab(page, 'Reception 2').panel).toBeVisible();
});

test('tabs are dragged and moved by keys; their order survives a reload', async ({ page, ids }) => {
  const { tab, names } = strip(page);
  expect(Object.keys(ids)).toHaveLength(3);
  const from = await tab('Cyd').boundingBox();
  const to = await tab('Ada').boundingBox();
  if (from === null || to === null) throw new Error('A tab is not in sight.');
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x - 20, from.y + 10);
  await page.mouse.move(to.x + 4, to.y + 10, { steps: 5 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await names()).toBe('Ada Bob Cyd');

  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x - 20, from.y + 10);
  await page.mouse.move(to.x + 4, to.y + 10, { steps: 5 });
  await page.mouse.up();
  await expect.poll(names).toBe('Cyd Ada Bob');

  await tab('Cyd').click();
  await page.keyboard.press('Control+Shift+PageDown');
  await expect.poll(names).toBe('Ada Cyd Bob');
  await expect(page.getByText('Cyd is tab 2 of 3 now.')).toBeAttached();
  await page.keyboard.press('Control+Shift+PageDown');
  await page.keyboard.press('Control+Shift+PageDown');
  await expect.poll(names).toBe('Ada Bob Cyd');
  await page.keyboard.press('Control+Shift+PageUp');
  await expect.poll(names).toBe('Ada Cyd Bob');
  await page.reload();
  await expect.poll(names).toBe('Ada Cyd Bob');
});

test('axe finds nothing while a tab is named, and in its menu', async ({ page, ids }) => {
  const { tab, field, menu } = strip(page);
  expect(Object.keys(ids)).toHaveLength(3);
  const violations = async () =>
    (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id }) => id);
  await tab('Bob').dblclick();
  await field.fill('x'.repeat(129));
  expect(await violations()).toEqual([]);
  await page.keyboard.press('Escape');
  await tab('Bob').focus();
  await page.keyboard.press('Shift+F10');
  await expect(menu).toBeVisible();
  expect(await violations()).toEqual([]);
});
