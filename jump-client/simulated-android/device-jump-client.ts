import type { Logger } from 'pino';
import { deleteInstallation } from '../delete-installation.ts';
import { establishIdentity } from '../identity/establish-identity.ts';
import type { Identity, IdentityStore } from '../identity/identity-store.ts';
import type { FirstWelcome, JumpClient } from '../jump-client.ts';
import { newSecret } from '../new-secret.ts';
import { type AndroidDevice, findRestReason } from './android-device.ts';

export type DeviceJumpClientState = 'not-pinned' | 'connecting' | 'connected' | 'resting';
export type DeviceJumpClient = ReturnType<typeof createDeviceJumpClient>;

type Options = {
  device: AndroidDevice;
  store: IdentityStore;
  dataDir: string;
  appliance: string;
  /** Starts a Jump Client with this identity. */
  start: (parts: {
    identity: Identity;
    installerKey: string | null;
    onFirstWelcome: (welcome: FirstWelcome) => void;
  }) => Promise<JumpClient>;
  now: () => number;
  onState: (state: DeviceJumpClientState) => void;
  log: Logger;
};

/**
 * The Jump Client app of a device: it is connected while its app is installed, it is pinned, and its owner's settings
 * allow it (R5.5). A session that is under way is not cut by a cable that is pulled: it goes off after that.
 */
export function createDeviceJumpClient(options: Options) {
  const { device, store, dataDir, appliance, now, onState, log } = options;
  let running: JumpClient | null = null;
  let installerKey: string | null = null;
  /** Who waits for what comes of a pin. */
  let answerPin: (welcome: FirstWelcome | null) => void = () => {};
  let busy = Promise.resolve();

  /** One thing after the other: a switch that is flicked twice is two changes. */
  const settle = (): void => {
    busy = busy.then(reconcile).catch((error: unknown) => {
      log.error({ error }, 'The Jump Client app of the device failed.');
    });
  };
  const isPinned = () => installerKey !== null || device.state.pinnedAt !== null;

  async function reconcile(): Promise<void> {
    if (device.state.jumpClientApp === null) return forget();
    const because = findRestReason(device.state);
    if (because !== null && running !== null) {
      await running.idle();
      const still = findRestReason(device.state);
      if (still !== null) await running.rest(still);
      running = null;
    }
    if (!isPinned()) return onState('not-pinned');
    if (findRestReason(device.state) !== null) return onState('resting');
    if (running === null) await begin();
  }

  /** An app that is taken from the device takes its data with it; nobody else hears of it. */
  function forget(): void {
    running?.stop();
    running = null;
    if (installerKey !== null || device.state.pinnedAt !== null) forgetPin();
    onState('not-pinned');
  }

  function forgetPin(): void {
    installerKey = null;
    deleteInstallation(dataDir);
    answerPin(null);
    device.change({ pinnedAt: null });
  }

  async function begin(): Promise<void> {
    onState('connecting');
    const hasInstallerKey = installerKey !== null;
    const identity = establishIdentity({ store, appliance, hasInstallerKey, newSecret, log });
    const jumpClient = await options.start({
      identity,
      installerKey,
      onFirstWelcome(welcome) {
        if (device.state.pinnedAt === null) device.change({ pinnedAt: now() });
        installerKey = null;
        onState('connected');
        answerPin(welcome);
      },
    });
    running = jumpClient;
    void jumpClient.ended.then(({ end }) => {
      if (end === 'stopped') return;
      if (running === jumpClient) running = null;
      log.info({ end }, 'The device is not pinned any more.');
      forgetPin();
    });
  }

  device.onChange(settle);
  settle();
  return {
    /** Pins the device with this key. @returns as what; null when it was refused, or taken back */
    pin(key: string): Promise<FirstWelcome | null> {
      installerKey = key;
      const outcome = new Promise<FirstWelcome | null>((resolve) => {
        answerPin = resolve;
      });
      settle();
      return outcome;
    },
    /** A pin that has not come to anything yet is not wanted any more. */
    takeBack(): void {
      if (installerKey === null || device.state.pinnedAt !== null) return;
      running?.stop();
      running = null;
      forgetPin();
    },
    /** Its owner unpins it (R1.12). */
    unpin: async (): Promise<void> => running?.uninstall(),
    /** The device is switched off. */
    stop: (): void => running?.stop(),
  };
}
