import { expect } from 'playwright/test';
import { z } from 'zod';
import { untilPageShows } from '../fixtures/customers-page.ts';
import { test } from '../fixtures/pin-test.ts';
import { startSupportClient } from '../fixtures/running-support-client.ts';
import { smallFleet } from '../fixtures/small-fleet.ts';
import { pinAsJumpClient } from '../pages/pin-as-jump-client.ts';
import { sessionKeyDialog } from '../pages/session-key-dialog.ts';
import { sessionTab } from '../pages/session-tab.ts';

const NO_ANSWER = 'The customer did not answer in time. Nothing was installed.';
const asking = z.object({ request: z.object({ state: z.literal('asking') }) });
const asksNothing = z.object({ request: z.null() });

test.describe('R2.7 no answer in time', () => {
  test.use({ fleet: { ...smallFleet, pinAnswerSeconds: 1 } });

  test('it is said, the question is gone from the customer’s page and terminal, and nothing is installed', async ({
    page,
    appliance,
    whenDone,
  }, testInfo) => {
    const sessionKey = await sessionKeyDialog(page).makeKey();
    const folder = testInfo.outputPath('erika');
    const erika = startSupportClient({
      applianceUrl: appliance.url,
      sessionKey,
      name: 'Erika Muster',
      folder,
    });
    whenDone('support-client', erika.program.log, () => erika.stopAll());
    const { page: url } = await erika.joined();
    const pin = pinAsJumpClient(page, 'Erika Muster');
    await pin.button.click();
    await untilPageShows(url ?? '', asking);
    await expect(pin.message(NO_ANSWER)).toBeVisible();
    await expect(pin.button).toBeEnabled();
    await expect(pin.button).toHaveAttribute('title', `The last try: ${NO_ANSWER}`);
    await untilPageShows(url ?? '', asksNothing);
    await expect.poll(erika.program.log).toContain('The question whether to install a Jump Client is over.');
    expect(erika.pinned()).toEqual([]);
    expect(await appliance.limits()).toMatchObject({ deployed: 9 });

    await pin.button.click(); // usable again: the next question is asked
    await untilPageShows(url ?? '', asking);
  });
});

const OUTCOMES = [
  ['refused', { answer: 'refuse' }, 'The customer did not allow the Jump Client to be installed.'],
  [
    'pinned',
    { answer: 'allow' },
    'This computer is pinned as a Jump Client, and selected in the Jump interface.',
  ],
] as const;
for (const [what, script, message] of OUTCOMES) {
  test(`R2.8 a pin that is ${what} while the window loads again, and hears of nothing, is told afterwards`, async ({
    appliance,
    withCustomer,
  }) => {
    const { customer, anna } = await withCustomer({ answer: 'ignore' });
    await anna.pin.button.click();
    await expect(anna.pin.says('Waiting for the customer…')).toBeVisible();
    await appliance.holdConsole('anna');
    await anna.page.reload();
    await customer.does(script);
    await expect.poll(async () => (await appliance.supportSessions())[0]?.pin).toBeNull();
    await appliance.releaseConsole('anna');
    await expect(anna.pin.message(message)).toBeVisible();
    await sessionTab(anna.page, customer.name).tab.click();
    await expect(what === 'pinned' ? anna.pin.pinned : anna.pin.button).toBeVisible();
  });
}
