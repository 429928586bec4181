import type { DeviceApps } from '#app/domain/device-apps.ts';
import { clipText } from '../clip-text.ts';
import type { SessionServices } from '../session/support-sessions.ts';
import type { JoiningComputer } from '../support-client/joining-computer.ts';
import type { RunInstaller } from '../support-client/run-installer.ts';
import { type AndroidDevice, findRestReason } from './android-device.ts';
import type { DeviceJumpClient } from './device-jump-client.ts';

type Options = {
  device: AndroidDevice;
  name: string;
  operatingSystem: string;
  services: Partial<SessionServices>;
  jumpClient: DeviceJumpClient;
  appliance: string;
};

/** A device as it joins a session: a pin there installs nothing, it tells the Jump Client app to register. */
export function joiningDevice(options: Options): JoiningComputer {
  const { device, name, operatingSystem, services, jumpClient, appliance } = options;
  const apps = (): DeviceApps => ({
    supportClient: device.state.supportClientApp,
    jumpClient: device.state.jumpClientApp,
  });
  const runInstaller: RunInstaller = ({ installerKey }) => ({
    outcome: pin(installerKey),
    takeBack: jumpClient.takeBack,
  });
  async function pin(installerKey: string): ReturnType<RunInstaller>['outcome'] {
    if (device.state.jumpClientApp === null || findRestReason(device.state) !== null) {
      return { installed: false, reason: 'unstarted' };
    }
    const welcome = await jumpClient.pin(installerKey);
    return welcome === null ? { installed: false, reason: 'other' } : { installed: true, folder: '' };
  }
  return {
    describe: async (called) => ({
      name: clipText(called),
      platform: 'android',
      hostname: name,
      operatingSystem,
      mode: 'service',
      apps: apps(),
    }),
    services,
    pinnedMode: async () => null, // its app tells of itself
    pin: {
      place: 'device',
      order: { appliance, mode: 'service' },
      runInstaller,
      isPinned: async () => device.state.pinnedAt !== null,
      uninstallCommand: () => null,
    },
    tidy: () => undefined,
    onApps(listener) {
      let told = apps();
      device.onChange(() => {
        const now = apps();
        if (now.jumpClient === told.jumpClient && now.supportClient === told.supportClient) return;
        told = now;
        listener(now);
      });
    },
  };
}
