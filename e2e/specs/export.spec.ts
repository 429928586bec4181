import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { answerFileDialogs } from '../fixtures/system-dialogs.ts';
import { exportDialog } from '../pages/export-dialog.ts';
import { jumpInterface } from '../pages/jump-interface.ts';

/** The lines of a CSV file without cells of several lines. */
const linesOf = (path: string) => readFileSync(path, 'utf8').replace('\ufeff', '').trimEnd().split('\r\n');

test('R1.4 what is listed is exported as a CSV file with every property', async ({
  firstConsole,
  appliance,
}, testInfo) => {
  const { page, app } = firstConsole;
  const path = testInfo.outputPath('items.csv');
  const items = await appliance.jumpItems();
  const reception = items.find(({ name }) => name === 'Reception');
  await appliance.changeJumpItem(reception?.id ?? '', { comments: '=1+1 "till", by the door\nsecond line' });
  await expect(jumpInterface(page).row('Reception')).toBeVisible();
  await answerFileDialogs(app, path);

  const dialog = exportDialog(page);
  await dialog.open();
  await dialog.start.click();
  await expect(dialog.done).toHaveText('8 Jump Items exported');
  await expect(page.getByText(path)).toBeVisible();
  await expect(dialog.dialog).toBeHidden();

  const text = readFileSync(path, 'utf8');
  expect(text.startsWith('\ufeffId,Name,Hostname/IP,Port,Jump Method,Group,Tag,Comments,Status,')).toBe(true);
  expect(text).toContain(
    `\r\n${reception?.id},Reception,RCP-01,,Jump Client,All Users,front-desk,"'=1+1 ""till"", by the door\nsecond line",Online,`,
  );
  expect(text).toContain(',Terminal server,rdp.example,,Local RDP,All Users,');
  expect(readdirSync(testInfo.outputDir).filter((name) => name.startsWith('items.csv'))).toEqual([
    'items.csv',
  ]);
});

test('R1.4 the selected ones with the columns on the screen, and JSON', async ({
  firstConsole,
}, testInfo) => {
  const { page, app } = firstConsole;
  const { row, select, searchFor } = jumpInterface(page);
  const dialog = exportDialog(page);
  await select('Reception');
  await row('Kiosk').click({ modifiers: ['Control'] });
  const csv = testInfo.outputPath('selected.csv');
  await answerFileDialogs(app, csv);
  await dialog.open();
  await expect(dialog.items(/^The selected ones \(2\)/)).toBeVisible();
  await dialog.columns(/^As on the screen/).click();
  await dialog.start.click();
  await expect(dialog.done).toHaveText('2 Jump Items exported');
  expect(linesOf(csv)).toEqual([
    'Name,Hostname/IP,Jump Method,Comments,Group,Status',
    'Kiosk,KSK-01,Jump Client,,All Users,Passive',
    'Reception,RCP-01,Jump Client,till by the door,All Users,Online',
  ]);

  await searchFor('warehouse');
  const json = testInfo.outputPath('found.json');
  await answerFileDialogs(app, json);
  await dialog.open();
  await dialog.items(/^All that are listed \(2\)/).click();
  await dialog.format('JSON').click();
  await dialog.start.click();
  await expect(dialog.dialog).toBeHidden();
  const file = JSON.parse(readFileSync(json, 'utf8'));
  expect(file).toMatchObject({ format: 'jump-items', version: 1 });
  expect(file.jumpItems.map(({ name, port }: { name: string; port: null }) => [name, port])).toEqual([
    ['Warehouse 9', null],
    ['Warehouse 10', null],
  ]);
});

test('R1.4 a representative exports what that representative sees, and nothing else', async ({
  appliance,
  openConsole,
}, testInfo) => {
  const names = async (username: string) => {
    const { page, app } = await openConsole({ token: appliance.token(username) });
    const path = testInfo.outputPath(`${username}.csv`);
    await answerFileDialogs(app, path);
    const dialog = exportDialog(page);
    await expect(jumpInterface(page).row('Reception')).toBeVisible();
    await dialog.open();
    await dialog.items(/^All that you may see/).click();
    await dialog.start.click();
    await expect(dialog.done).toBeVisible();
    return linesOf(path).map((line) => line.split(',')[1]);
  };
  expect(await names('anna')).toEqual(expect.arrayContaining(['My desktop', 'Van 3']));
  const ofCleo = await names('cleo');
  expect(ofCleo).toContain('Reception');
  for (const hidden of ['My desktop', "Ben's desktop", 'Van 3', 'Database'])
    expect(ofCleo).not.toContain(hidden);
});

test('R1.4 a target that cannot be written is said, the choices stay, and nothing is half-written', async ({
  firstConsole,
}, testInfo) => {
  const { page, app } = firstConsole;
  const dialog = exportDialog(page);
  await expect(jumpInterface(page).row('Reception')).toBeVisible();
  await answerFileDialogs(app, testInfo.outputPath('gone/items.json'));
  await dialog.open();
  await dialog.format('JSON').click();
  await dialog.start.click();
  await expect(dialog.problem).toHaveText(
    /^The folder of .*items.* is not there any more\. Nothing was written: choose another place\.$/,
  );
  const folder = testInfo.outputPath('in-the-way.json');
  mkdirSync(folder);
  await answerFileDialogs(app, folder);
  await dialog.start.click();
  await expect(dialog.problem).toContainText('cannot be written there: a folder has this name (EISDIR).');
  expect(readdirSync(testInfo.outputDir).filter((name) => name.endsWith('.part'))).toEqual([]);

  await answerFileDialogs(app, null);
  await dialog.start.click();
  await expect(dialog.problem).toBeHidden();
  await expect(dialog.dialog.getByRole('radio', { name: /^JSON/ })).toBeChecked();
  await answerFileDialogs(app, testInfo.outputPath('items.json'));
  await dialog.start.click();
  await expect(dialog.dialog).toBeHidden();
  expect(existsSync(testInfo.outputPath('items.json'))).toBe(true);
});

test.describe('of a large site', () => {
  test.use({ fleet: { items: 20_000, seed: 7 } });

  test('R1.4 an export while items change holds each item once, as it was at the click', async ({
    firstConsole,
    appliance,
  }, testInfo) => {
    const { page, app } = firstConsole;
    const path = testInfo.outputPath('items.csv');
    await expect(jumpInterface(page).summary).toContainText('20,000 Jump Items total.');
    const [first] = await appliance.jumpItems();
    await answerFileDialogs(app, path);
    const dialog = exportDialog(page);
    await dialog.open();
    const changes = appliance.playChanges({ changesPerSecond: 10_000, seconds: 2 });
    await dialog.start.click();
    await expect(dialog.done).toHaveText('20,000 Jump Items exported');
    await changes;
    const ids = linesOf(path).map((line) => line.slice(0, line.indexOf(',')));
    expect(ids).toHaveLength(20_001);
    expect(new Set(ids).size).toBe(20_001);
    expect(ids).toContain(first?.id);
  });

  test('R1.4 an export shows how far it is, and a cancelled one leaves what was there', async ({
    firstConsole,
  }, testInfo) => {
    const { page, app } = firstConsole;
    const path = testInfo.outputPath('items.csv');
    writeFileSync(path, 'old');
    chmodSync(path, 0o640);
    await expect(jumpInterface(page).summary).toContainText('20,000 Jump Items total.');
    await answerFileDialogs(app, path);
    const dialog = exportDialog(page);
    await dialog.open();
    await page.evaluate(() => {
      // As soon as it shows how far it is: a person may be as quick.
      new MutationObserver((_changes, observer) => {
        if (document.querySelector('[role=progressbar]') === null) return;
        observer.disconnect();
        const buttons = [...document.querySelectorAll<HTMLElement>('[role=dialog] button')];
        buttons.find((button) => button.textContent === 'Cancel')?.click();
      }).observe(document.body, { subtree: true, childList: true });
    });
    await dialog.start.click();
    await expect(dialog.progress).toBeHidden();
    await expect(dialog.dialog).toBeVisible();
    await expect(dialog.start).not.toHaveAttribute('aria-disabled');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(testInfo.outputDir).filter((name) => name.endsWith('.part'))).toEqual([]);

    await dialog.start.click();
    await expect(dialog.done).toHaveText('20,000 Jump Items exported');
    expect(linesOf(path)).toHaveLength(20_001);
  });
});
