import { expect } from 'playwright/test';
import { isRunning } from '../fixtures/is-running.ts';
import { test } from '../fixtures/pin-test.ts';
import { startSupportClient } from '../fixtures/running-support-client.ts';
import { consoleMessages } from '../pages/console-messages.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { pinAsJumpClient } from '../pages/pin-as-jump-client.ts';
import { removalQuestion } from '../pages/removal-question.ts';
import { sessionKeyDialog } from '../pages/session-key-dialog.ts';
import { sessionTab } from '../pages/session-tab.ts';

test('R2.1 R2.8 one click pins as the computer, in Personal; the item is selected in the list behind the tabs', async ({
  appliance,
  withCustomer,
}) => {
  const { customer, anna } = await withCustomer();
  await anna.pin.button.click();
  await expect(anna.pin.pinned).toBeVisible();
  const [session] = await appliance.supportSessions();
  const item = (await appliance.jumpItems()).find(({ id }) => id === session?.jumpItemId);
  expect(item).toMatchObject({ name: 'home-pc', jumpGroupId: 'personal-anna', tag: null, comments: '' });
  const arrival = consoleMessages(anna.page).region.getByText(
    'This computer is pinned as a Jump Client, and selected in the Jump interface.',
  );
  await expect(arrival).toBeVisible();
  await consoleMessages(anna.page).region.getByRole('button', { name: 'Show it' }).click();
  await expect(jumpInterface(anna.page).selected).toHaveCount(1);
  await expect(jumpInterface(anna.page).row('home-pc')).toHaveAttribute('aria-selected', 'true');
  expect(customer.name).toBe('Erika Muster');
});

test('R2.2–R2.8 customized: what is written is what every console that may see it shows', async ({
  appliance,
  together,
}) => {
  const { customer, anna, ben } = await together({ until: 40, outcome: 'wait' });
  const { pin } = anna;
  await pin.customize.click();
  await pin.name.fill(`${'e'.repeat(127)}😀`);
  await expect(pin.dialog.getByText('128 / 128')).toBeVisible();
  await pin.name.pressSequentially('x');
  await expect(pin.dialog.getByText('At most 128 characters; these are 129.')).toBeVisible();
  await pin.reset.click();
  await expect(pin.name).toHaveValue('');
  await pin.name.fill('Erika at home');
  await pin.chooseGroup('All Users');
  await pin.tag.fill('front-desk');
  await anna.page.keyboard.press('Escape'); // the list of tags
  await pin.comments.fill('by the window');
  await pin.ok.click();
  await expect(pin.dialog).toBeHidden();
  await expect(pin.says('Installing… 40 %')).toBeVisible();
  await expect(ben.pin.says(/^\u2068Anna Berg\u2069 installs… 40 %$/)).toBeVisible();
  await customer.does({ until: 100, outcome: 'pinned' });
  await expect(pin.pinned).toBeVisible();
  await expect(ben.pin.pinned).toBeVisible();
  await jumpInterface(ben.page).tab('Jump Interface').click();
  await expect(jumpInterface(ben.page).row('Erika at home')).toContainText('by the window');
  expect((await appliance.jumpItems()).find(({ name }) => name === 'Erika at home')).toMatchObject({
    jumpGroupId: 'all-users',
    tag: 'front-desk',
    comments: 'by the window',
  });
});

const NOTHING = [
  ['R2.7', 'refuses', { answer: 'refuse' }, 'The customer did not allow the Jump Client to be installed.'],
  [
    'R2',
    'has no room on the disk',
    { answer: 'allow', until: 60, outcome: 'full' },
    'The Jump Client could not be installed: the disk of the computer is full. Nothing was pinned.',
  ],
] as const;
for (const [rule, what, script, message] of NOTHING) {
  test(`${rule} a customer who ${what}: it is said, what was written is kept, and the next try works`, async ({
    appliance,
    withCustomer,
  }) => {
    const { customer, anna } = await withCustomer({ answer: 'ignore' });
    const { pin } = anna;
    await pin.customize.click();
    await pin.name.fill('Erika at home');
    await pin.ok.click();
    await expect(pin.dialog).toBeHidden(); // it is under way: what comes of it is told beside it
    await customer.does(script);
    await expect(pin.message(message)).toBeVisible();
    expect(await appliance.limits()).toMatchObject({ deployed: 9 });
    await customer.does({ answer: 'allow', until: 100, outcome: 'pinned' });
    await pin.customize.click();
    await expect(pin.name).toHaveValue('Erika at home');
    await pin.ok.click();
    await expect(pin.pinned).toBeVisible();
    await expect(pin.message(message)).toBeHidden();
  });
}

test('a console that reconnects in the middle of a pin learns its outcome, once', async ({
  appliance,
  withCustomer,
}) => {
  const { anna } = await withCustomer();
  const place = { command: 'support-session:pin', point: 'done' } as const;
  await appliance.raiseBarrier(place);
  await anna.pin.button.click();
  await expect.poll(appliance.waitingAtBarriers).toEqual(['anna']);
  await appliance.dropConsoles('anna');
  await expect.poll(appliance.waitingAtBarriers).toEqual(['anna', 'anna']);
  await appliance.releaseBarrier(place);
  await expect(anna.pin.pinned).toBeVisible();
  await expect(consoleMessages(anna.page).region.getByRole('status')).toHaveCount(1);
});

test('R2.9 R1.12 a pinned computer that is removed from the list can be pinned anew', async ({
  appliance,
  withCustomer,
}) => {
  const { anna } = await withCustomer();
  await anna.pin.button.click();
  await expect(anna.pin.pinned).toBeVisible();
  await appliance.removeJumpItem((await appliance.supportSessions())[0]?.jumpItemId ?? '');
  await anna.pin.button.click();
  await expect(anna.pin.pinned).toBeVisible();
});

test('R2.7–R2.9 a real customer allows it in their page: it is installed, jumped to, and gone with its removal', async ({
  page,
  appliance,
  whenDone,
}, testInfo) => {
  test.setTimeout(120_000);
  const sessionKey = await sessionKeyDialog(page).makeKey();
  const folder = testInfo.outputPath('erika');
  const erika = startSupportClient({ applianceUrl: appliance.url, sessionKey, name: 'Erika Muster', folder });
  whenDone('support-client', erika.program.log, () => erika.stopAll());
  const pin = pinAsJumpClient(page, 'Erika Muster');
  await pin.customize.click();
  await pin.name.fill('Erika at home');
  await pin.ok.click();
  await expect(pin.says('Waiting for the customer…')).toBeVisible();
  await erika.answerPin('allow');
  await expect(pin.pinned).toBeVisible({ timeout: 60_000 });
  const [installed] = erika.pinned();
  const processIds = installed?.processIds() ?? [];
  expect(processIds.some(isRunning)).toBe(true);

  await sessionTab(page, 'Erika Muster').endButton.click();
  expect(await erika.program.ended).toBe(0);
  await jumpInterface(page).row('Erika at home').dblclick();
  const unattended = sessionTab(page, 'Erika at home');
  await expect(unattended.link).toHaveText('Connected');
  await expect(pinAsJumpClient(page, 'Erika at home').button).toBeHidden();
  await unattended.endButton.click();

  await removalQuestion(page).removeItem('Erika at home');
  await expect.poll(() => erika.pinned().length, { timeout: 30_000 }).toBe(0);
  await expect.poll(() => processIds.filter(isRunning)).toEqual([]);
});

test('R2.7 a real customer refuses in their page: nothing is on their computer', async ({
  page,
  appliance,
  whenDone,
}, testInfo) => {
  const sessionKey = await sessionKeyDialog(page).makeKey();
  const folder = testInfo.outputPath('erika');
  const erika = startSupportClient({ applianceUrl: appliance.url, sessionKey, name: 'Erika Muster', folder });
  whenDone('support-client', erika.program.log, () => erika.stopAll());
  const pin = pinAsJumpClient(page, 'Erika Muster');
  await pin.button.click();
  await erika.answerPin('refuse');
  await expect(pin.message('The customer did not allow the Jump Client to be installed.')).toBeVisible();
  await expect(pin.button).toBeEnabled();
  expect(erika.pinned()).toEqual([]);
});
