import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { expect, test } from 'vitest';
import type { RestReason } from '#app/domain/jump-item.ts';
import { createIdentityStore, IDENTITY_FILE } from '../identity/identity-store.ts';
import type { FirstWelcome, JumpClient, JumpClientEnd } from '../jump-client.ts';
import { aTemporaryFolder } from '../testing/temporary-folder.ts';
import { createAndroidDevice, type DeviceState, NEW_DEVICE } from './android-device.ts';
import { createDeviceJumpClient, type DeviceJumpClientState } from './device-jump-client.ts';

/** A Jump Client that is welcomed when the test says so. */
function fakeJumpClient(onFirstWelcome: (welcome: FirstWelcome) => void) {
  let end = (_end: JumpClientEnd) => {};
  let becomeIdle = () => {};
  let idle = Promise.resolve();
  const told: (RestReason | 'stopped' | 'uninstalled')[] = [];
  const jumpClient: JumpClient = {
    ended: new Promise<JumpClientEnd>((resolve) => {
      end = resolve;
    }),
    isDisabled: false,
    setDisabled: async () => ({ told: true }),
    async uninstall() {
      told.push('uninstalled');
      end({ end: 'uninstalled' });
    },
    idle: () => idle,
    async rest(because) {
      told.push(because);
      end({ end: 'stopped' });
    },
    stop() {
      told.push('stopped');
      end({ end: 'stopped' });
    },
  };
  return {
    jumpClient,
    told,
    welcome: () => onFirstWelcome({ jumpClientId: 'item' as FirstWelcome['jumpClientId'], name: 'phone' }),
    remove: () => end({ end: 'removed' }),
    beInSession() {
      idle = new Promise((resolve) => {
        becomeIdle = resolve;
      });
    },
    leaveSession: () => becomeIdle(),
  };
}

async function aDevice(change: Partial<DeviceState> = {}) {
  const dataDir = join(aTemporaryFolder(), 'device');
  const device = createAndroidDevice({ ...NEW_DEVICE, ...change }, () => undefined);
  const store = createIdentityStore({ dataDir, now: () => 0 });
  const states: DeviceJumpClientState[] = [];
  const started: ReturnType<typeof fakeJumpClient>[] = [];
  const app = createDeviceJumpClient({
    device,
    store,
    dataDir,
    appliance: 'http://appliance',
    async start({ identity, onFirstWelcome }) {
      const fake = fakeJumpClient((welcome) => {
        store.write({ ...identity, jumpClientId: welcome.jumpClientId });
        onFirstWelcome(welcome);
      });
      started.push(fake);
      return fake.jumpClient;
    },
    now: () => 1_234,
    onState: (state) => states.push(state),
    log: pino({ enabled: false }),
  });
  const latest = () => {
    const fake = started.at(-1);
    if (fake === undefined) throw new Error('never started');
    return fake;
  };
  const reaches = (state: DeviceJumpClientState) => expect.poll(() => states.at(-1)).toBe(state);
  const pinned = async () => {
    void app.pin('key');
    await reaches('connecting');
    await expect.poll(() => started).toHaveLength(1);
    latest().welcome();
    await reaches('connected');
  };
  return { device, app, dataDir, states, started, latest, reaches, pinned };
}

test('R2.10 pinned, it shows since when', async () => {
  const { device, pinned } = await aDevice();
  await pinned();
  expect(device.state.pinnedAt).toBe(1_234);
});

test('R5.5 off while on battery, and back by itself', async () => {
  const { device, pinned, latest, started, reaches } = await aDevice({ offOnBattery: true });
  await pinned();
  device.change({ charging: false });
  await reaches('resting');
  expect(latest().told).toEqual(['battery']);
  device.change({ charging: true });
  await reaches('connecting');
  await expect.poll(() => started).toHaveLength(2);
});

test('R5.5 off while on mobile data', async () => {
  const { device, pinned, latest, reaches } = await aDevice({ offOnMobileData: true });
  await pinned();
  device.change({ network: 'mobile-data' });
  await reaches('resting');
  expect(latest().told).toEqual(['mobile-data']);
});

test('R5.5 a cable that is pulled cuts no session; put back in time, nothing has happened', async () => {
  const { device, pinned, latest, started, states } = await aDevice({ offOnBattery: true });
  await pinned();
  latest().beInSession();
  device.change({ charging: false });
  device.change({ charging: true });
  latest().leaveSession();
  await expect.poll(() => latest().told).toEqual([]);
  expect(started).toHaveLength(1);
  expect(states.at(-1)).toBe('connected');
});

test('R1.12 removed or unpinned, it forgets who it was', async () => {
  for (const how of ['removed', 'unpinned'] as const) {
    const { device, app, dataDir, pinned, latest, reaches } = await aDevice();
    await pinned();
    expect(existsSync(join(dataDir, IDENTITY_FILE))).toBe(true);
    if (how === 'removed') latest().remove();
    else await app.unpin();
    await reaches('not-pinned');
    expect(device.state.pinnedAt).toBeNull();
    expect(existsSync(join(dataDir, IDENTITY_FILE))).toBe(false);
  }
});

test('an app that is taken from the device is gone without a word', async () => {
  const { device, dataDir, pinned, latest, reaches } = await aDevice();
  await pinned();
  device.change({ jumpClientApp: null });
  await reaches('not-pinned');
  expect(latest().told).toEqual(['stopped']);
  expect(device.state.pinnedAt).toBeNull();
  expect(existsSync(dataDir)).toBe(false);
});
