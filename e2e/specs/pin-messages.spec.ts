import { expect } from 'playwright/test';
import { type Party, test } from '../fixtures/pin-test.ts';
import type { RunningAppliance } from '../fixtures/running-appliance.ts';
import { smallFleet } from '../fixtures/small-fleet.ts';
import { consoleMessages } from '../pages/console-messages.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { pinAsJumpClient } from '../pages/pin-as-jump-client.ts';
import { sessionKeyDialog } from '../pages/session-key-dialog.ts';
import { sessionTab } from '../pages/session-tab.ts';

const LIMIT = 'The total number of deployable Jump Clients for this site has been reached.';
const ACTIVE_LIMIT = 'The total number of deployable active Jump Clients for this site has been reached.';
const PENDING = 'The support session already has a pending request to pin.';
const PINNED = 'The support client is already pinned.';
const NO_CUSTOMER = 'No customer could be found within the support conference.';
const NOT_ONLINE = 'The customer within the support conference is not online.';
const PIN = 'support-session:pin';

const ORDERS = [
  ['anna', 'ben'],
  ['ben', 'anna'],
] as const;

const everythingOf = async (appliance: RunningAppliance) => [
  await appliance.jumpItems(),
  await appliance.supportSessions(),
];

/** A pin is refused within a second, letter for letter; nothing has changed, and the button is usable again. */
async function expectRefused(appliance: RunningAppliance, { pin }: Party, message: string): Promise<void> {
  const before = await everythingOf(appliance);
  await pin.button.click();
  await expect(pin.message(message)).toBeVisible({ timeout: 1_000 });
  await expect(pin.button).toBeEnabled();
  expect(await everythingOf(appliance)).toEqual(before);
}

// The worked example of docs/qa.md, word for word.
test('R7.4 a colleague pinned it a moment ago', async ({ appliance, page, signedInConsole }) => {
  const { page: bens } = await signedInConsole(appliance.token('ben'));
  const { name } = await appliance.joinAsCustomer(await sessionKeyDialog(page).makeKey());
  await sessionTab(page, name).invite('Ben Cole');
  await bens.getByRole('button', { name: 'Show it' }).click();
  await appliance.holdConsole('ben');
  await pinAsJumpClient(page, name).button.click();
  await expect(pinAsJumpClient(page, name).pinned).toBeVisible();
  await pinAsJumpClient(bens, name).button.click();
  await expect(bens.getByText('The support client is already pinned.', { exact: true })).toBeVisible();
  await appliance.releaseConsole('ben');
  await expect(pinAsJumpClient(bens, name).pinned).toBeVisible();
});

test('R7.4 and the other way round: the one who began the session comes second', async ({
  appliance,
  together,
}) => {
  const { anna, ben } = await together();
  await appliance.holdConsole('anna');
  await ben.pin.button.click();
  await expect(ben.pin.pinned).toBeVisible();
  await expectRefused(appliance, anna, PINNED);
  await appliance.releaseConsole('anna');
  await expect(anna.pin.pinned).toBeVisible();
});

for (const [first, second] of ORDERS) {
  test(`R7.3 while ${first} waits for the customer, ${second} is told that a request is pending`, async ({
    appliance,
    together,
  }) => {
    const { customer, [first]: one, [second]: other } = await together({ answer: 'ignore' });
    await appliance.holdConsole(second);
    await one.pin.button.click();
    await expect(one.pin.says('Waiting for the customer…')).toBeVisible();
    await expectRefused(appliance, other, PENDING);
    await appliance.releaseConsole(second);
    await expect(other.pin.says(/waits for the customer…$/)).toBeVisible();
    await customer.does({ answer: 'allow' });
    await expect(one.pin.pinned).toBeVisible();
    await expect(other.pin.pinned).toBeVisible();
  });

  test(`R7.3 of two at once, the one that comes first goes on: ${first}`, async ({ appliance, together }) => {
    const { [first]: one, [second]: other } = await together({ answer: 'ignore' });
    for (const username of ORDERS[0]) await appliance.raiseBarrier({ command: PIN, username });
    await one.pin.button.click();
    await other.pin.button.click();
    await expect.poll(appliance.waitingAtBarriers).toEqual(['anna', 'ben']);
    await appliance.releaseBarrier({ command: PIN, username: first });
    await expect(one.pin.says('Waiting for the customer…')).toBeVisible();
    await appliance.releaseBarrier({ command: PIN, username: second });
    await expect(other.pin.message(PENDING)).toBeVisible({ timeout: 1_000 });
    await expect(other.pin.says(/waits for the customer…$/)).toBeVisible();
  });
}

test('R7.5 the customer left a moment ago', async ({ appliance, together }) => {
  const { customer, ben } = await together();
  await appliance.holdConsole('ben');
  await customer.leave();
  await expectRefused(appliance, ben, NO_CUSTOMER);
  await appliance.releaseConsole('ben');
  await expect(sessionTab(ben.page, customer.name).tab).toBeHidden();
});

test('R7.5 the customer leaves after the pin was found to be permitted, and while they are asked', async ({
  appliance,
  withCustomer,
}) => {
  const first = await withCustomer();
  await appliance.raiseBarrier({ command: PIN, point: 'checked' });
  await first.anna.pin.button.click();
  await expect.poll(appliance.waitingAtBarriers).toEqual(['anna']);
  await first.customer.leave();
  await appliance.releaseBarrier({ command: PIN, point: 'checked' });
  const refusal = consoleMessages(first.anna.page)
    .refusal(first.customer.name)
    .filter({ hasText: NO_CUSTOMER });
  await expect(refusal).toBeVisible({ timeout: 1_000 });
  await consoleMessages(first.anna.page).dismiss(refusal).click();

  const second = await withCustomer({ answer: 'ignore' });
  await second.anna.pin.button.click();
  await expect(second.anna.pin.says('Waiting for the customer…')).toBeVisible();
  await second.customer.leave();
  await expect(refusal).toBeVisible({ timeout: 1_000 });
  expect(await appliance.supportSessions()).toEqual([]);
});

test('R7.6 the customer lost the connection a moment ago; once they are back, the same button pins', async ({
  appliance,
  together,
}) => {
  const { customer, ben } = await together();
  await appliance.holdConsole('ben');
  await customer.drop();
  await expect.poll(async () => (await appliance.supportSessions())[0]?.customer?.presence).toBe('offline');
  await expectRefused(appliance, ben, NOT_ONLINE);
  await customer.comeBack();
  await appliance.releaseConsole('ben');
  await ben.pin.button.click();
  await expect(ben.pin.pinned).toBeVisible();
});

test('R7.6 a customer who loses the connection while they are asked is asked again when they are back', async ({
  withCustomer,
}) => {
  const { customer, anna } = await withCustomer({ answer: 'ignore' });
  await anna.pin.button.click();
  await expect(anna.pin.says('Waiting for the customer…')).toBeVisible();
  await customer.drop();
  await expect(sessionTab(anna.page, customer.name).panel.getByText(/^Customer offline/)).toBeVisible();
  await customer.does({ answer: 'allow' });
  await customer.comeBack();
  await expect(anna.pin.pinned).toBeVisible();
});

test.describe('R7.1 the site is full', () => {
  test.use({ fleet: { ...smallFleet, limits: { deployable: 9 } } });

  test('offline, uninstalled and passive ones count', async ({ appliance, withCustomer }) => {
    const { anna } = await withCustomer();
    expect(await appliance.limits()).toMatchObject({ deployed: 9 });
    await expectRefused(appliance, anna, LIMIT);
  });
});

const LAST_PLACES = [
  ['R7.1', { deployable: 10 }, LIMIT],
  ['R7.2', { deployable: 20, activeDeployable: 9 }, ACTIVE_LIMIT],
] as const;
for (const [rule, limits, message] of LAST_PLACES) {
  test.describe(`${rule} one place is left`, () => {
    test.use({ fleet: { ...smallFleet, limits } });

    for (const [first, second] of ORDERS) {
      test(`of two pins at once in two sessions exactly one has it: ${first}`, async ({
        appliance,
        signedInConsole,
        withCustomer,
      }) => {
        const { page } = await signedInConsole(appliance.token('ben'));
        const { anna } = await withCustomer();
        const key = await sessionKeyDialog(page).makeKey();
        const bens = await appliance.joinAsCustomer(key, { name: 'Jo Field', hostname: 'jo-pc' });
        const parties = { anna, ben: { page, pin: pinAsJumpClient(page, bens.name) } };
        for (const username of ORDERS[0]) {
          await appliance.raiseBarrier({ command: PIN, username });
          await parties[username].pin.button.click();
        }
        await expect.poll(appliance.waitingAtBarriers).toEqual(['anna', 'ben']);
        await appliance.releaseBarrier({ command: PIN, username: first });
        await expect(parties[first].pin.pinned).toBeVisible();
        await appliance.releaseBarrier({ command: PIN, username: second });
        await expect(parties[second].pin.message(message)).toBeVisible({ timeout: 1_000 });
        await expect(parties[second].pin.button).toBeEnabled();
        expect(await appliance.limits()).toMatchObject({ deployed: 10 });
      });
    }
  });
}

test.describe('R7.2 no active one is free', () => {
  test.use({ fleet: { ...smallFleet, limits: { deployable: 20, activeDeployable: 8 } } });

  test('active = allowed, total below', async ({ appliance, withCustomer }) => {
    const { anna } = await withCustomer();
    expect(await appliance.limits()).toEqual({ deployed: 9, active: 8 });
    await expectRefused(appliance, anna, ACTIVE_LIMIT);
    await jumpInterface(anna.page).tab('Jump Interface').click();
    await expect(jumpInterface(anna.page).row('Reception')).toBeVisible();
    expect(await jumpInterface(anna.page).row('home-pc').count()).toBe(0);
  });
});
