import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { jumpInterface } from '../pages/jump-interface.ts';

test('R1.3 columns and saved views are the same on every computer of a representative, at once and from the start', async ({
  openConsole,
}) => {
  const [office, home] = [await openConsole(), await openConsole()];
  const [here, there] = [jumpInterface(office.page), jumpInterface(home.page)];
  await expect(there.row('Reception')).toBeVisible();
  await here.columns.click();
  await here.columnBox('Comments').click();
  await here.columnBox('Tag').click();
  await office.page.keyboard.press('Escape');
  const chosen = ['Name', 'Hostname/IP', 'Jump Method', 'Group', 'Status', 'Tag'];
  await expect.poll(there.columnTitles).toEqual(chosen);
  for (const name of ['warehouse', 'kiosk']) {
    await here.search.fill(name);
    await here.saveView(name);
  }
  await expect(there.views).toHaveText(['warehouse', 'kiosk']);
  await there.view('kiosk').focus();
  await home.page.keyboard.press('Alt+ArrowUp');
  await expect(here.views).toHaveText(['kiosk', 'warehouse']);
  await there.view('warehouse').focus();
  await home.page.keyboard.press('Delete');
  await expect(here.views).toHaveText(['kiosk']);
  await home.close();

  const fresh = await openConsole();
  const anywhere = jumpInterface(fresh.page);
  await expect(anywhere.views).toHaveText(['kiosk']);
  await expect.poll(anywhere.columnTitles).toEqual(chosen);
  await anywhere.view('kiosk').click();
  await expect(anywhere.search).toHaveValue('kiosk');
});

test('R1.3 what was chosen while the appliance was silent goes there at the next start', async ({
  appliance,
  openConsole,
}) => {
  const office = await openConsole();
  const here = jumpInterface(office.page);
  await expect(here.row('Reception')).toBeVisible();
  process.kill(appliance.program.processId, 'SIGSTOP');
  try {
    await here.search.fill('kiosk');
    await here.saveView('Kiosks');
    await office.close();
  } finally {
    process.kill(appliance.program.processId, 'SIGCONT');
  }
  const home = jumpInterface((await openConsole()).page);
  await expect(home.row('Reception')).toBeVisible();
  await expect(home.views).toHaveCount(0);
  await openConsole({ profile: office.options.profile });
  await expect(home.views).toHaveText(['Kiosks']);
});

test('R1.3 representatives who share a computer each find their own', async ({ appliance, openConsole }) => {
  const first = await openConsole();
  const { profile } = first.options;
  const annas = jumpInterface(first.page);
  await expect(annas.row('Reception')).toBeVisible();
  await annas.search.fill('kiosk');
  await annas.saveView('Anna’s kiosks');
  await first.close();

  const second = await openConsole({ profile, token: appliance.token('ben') });
  const bens = jumpInterface(second.page);
  await expect(bens.row('Reception')).toBeVisible();
  await expect(bens.views).toHaveCount(0);
  await bens.search.fill('till');
  await bens.saveView('Ben’s tills');
  await second.close();

  const third = await openConsole({ profile });
  await expect(jumpInterface(third.page).views).toHaveText(['Anna’s kiosks']);
});
