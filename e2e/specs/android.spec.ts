import { expect } from 'playwright/test';
import { test as base } from '../fixtures/console-test.ts';
import { type RunningDevice, startDevice } from '../fixtures/running-device.ts';
import { jumpInterface } from '../pages/jump-interface.ts';

/** An Android device that was pinned by an installer key. */
const test = base.extend<{ device: RunningDevice }>({
  device: async ({ appliance, whenDone }, use, testInfo) => {
    const installerKey = appliance.installerKey();
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
