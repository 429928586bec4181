import { expect } from 'playwright/test';
import { z } from 'zod';
import { test as base } from '../fixtures/console-test.ts';
import { actInPage, untilPageShows } from '../fixtures/customers-page.ts';
import { type RunningDevice, startDevice } from '../fixtures/running-device.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { pinAsJumpClient } from '../pages/pin-as-jump-client.ts';
import { sessionKeyDialog } from '../pages/session-key-dialog.ts';

type Fixtures = {
  /** Whether an installer key pins the device before the test begins. */
  isPinned: boolean;
  /** An Android device. */
  device: RunningDevice;
};

const test = base.extend<Fixtures>({
  isPinned: [true, { option: true }],
  device: async ({ appliance, isPinned, whenDone }, use, testInfo) => {
    const installerKey = isPinned ? appliance.installerKey() : null;
    const folder = testInfo.outputPath('device');
    const device = startDevice({ applianceUrl: appliance.url, installerKey, folder });
    whenDone('device', device.program.log, () => device.program.stop());
    await use(device);
  },
});

test('R5.5 a device is off on battery or mobile data as its owner wants, and the console says why', async ({
  page,
  device,
}) => {
  const { name } = await device.pinned();
  const { select, statistics } = jumpInterface(page);
  await select(name);
  await expect(statistics).toContainText('Android');
  await expect(statistics).toContainText('Online since');
  await device.act('change', { offOnBattery: true, offOnMobileData: true });
  await device.act('change', { charging: false });
  await expect(statistics).toContainText('off while the device is on battery');
  await expect(statistics).toContainText('The Jump Client is offline.');
  await device.act('change', { charging: true });
  await expect(statistics).toContainText('Online since');
  await device.act('change', { network: 'mobile-data' });
  await expect(statistics).toContainText('off while the device is on mobile data');
});

test('R2.10 the device shows since when it is pinned; unpinned on the device, it is listed as uninstalled', async ({
  page,
  device,
}) => {
  const { name } = await device.pinned();
  const events = await fetch(`${await device.screen()}events`);
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toMatch(/"pinnedAt":\d{13}/);
  await reader?.cancel();
  await device.act('unpin');
  const { row } = jumpInterface(page);
  await expect(row(name)).toContainText('Uninstalled');
});

/** What the device's screen shows once it is in a session. */
const InSession = z.object({
  name: z.string(),
  supportClient: z.object({ page: z.url() }),
});
const Asking = z.object({ request: z.object({ state: z.literal('asking'), pinId: z.string() }) });
const Pinned = z.object({ device: z.object({ pinnedAt: z.int() }) });

test.describe('a device that is not pinned yet', () => {
  test.use({ isPinned: false });

  test('R2.10 the pin icon is grey while the Jump Client app is missing or too old; then the device is pinned', async ({
    page,
    device,
  }) => {
    await device.act('change', { jumpClientApp: null });
    await device.act('join', { sessionKey: await sessionKeyDialog(page).makeKey() });
    const { name, supportClient } = await untilPageShows(await device.screen(), InSession);
    const pin = pinAsJumpClient(page, name);
    await expect(pin.button).toHaveAttribute('title', 'The Jump Client app is not installed on the device.');
    await expect(pin.button).toBeDisabled();
    await device.act('change', { jumpClientApp: '2.1.9' });
    await expect(pin.button).toHaveAttribute(
      'title',
      'The Jump Client app on the device is too old: it must be 2.2.0 or later.',
    );
    await device.act('change', { jumpClientApp: '2.2.0' });
    await expect(pin.button).toBeEnabled();
    await pin.button.click();
    const { request } = await untilPageShows(supportClient.page, Asking);
    await actInPage(supportClient.page, 'answer', { pinId: request.pinId, allowed: true });
    await expect(pin.pinned).toBeVisible();
    await untilPageShows(await device.screen(), Pinned);
    await page.getByRole('tab', { name: 'Jump Interface' }).click();
    await expect(jumpInterface(page).row(name)).toContainText('In session');
  });
});
