import { createHash, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { systemClock } from '../clock.ts';
import type { JumpClientCommand } from '../command-line.ts';
import { composeSessions } from '../compose-sessions.ts';
import { openJumpClientSocket } from '../connection/open-socket.ts';
import { createIdentityStore } from '../identity/identity-store.ts';
import { type FirstWelcome, type JumpClientOptions, startJumpClient } from '../jump-client.ts';
import { newSecret } from '../new-secret.ts';
import type { SessionServices } from '../session/support-sessions.ts';
import { serveSystemInformation } from '../session/system-information-feed.ts';
import type { StatisticsReaders } from '../statistics/statistics-readers.ts';
import { createStatisticsSampler } from '../statistics/statistics-sampler.ts';
import { thisSystem } from '../system.ts';
import { type AndroidDevice, createAndroidDevice } from './android-device.ts';
import { createDeviceInformation } from './device-information.ts';
import { createDeviceJumpClient, type DeviceJumpClientState } from './device-jump-client.ts';
import { createDeviceReaders, DEVICE_SYSTEM, deviceName } from './device-readers.ts';
import { type DeviceView, openDeviceScreen } from './device-screen.ts';
import { createDeviceStore } from './device-store.ts';
import { createDeviceSupportClient, type SupportClientAppView } from './device-support-client.ts';
import { joiningDevice } from './joining-device.ts';

const { now } = systemClock;

type Surroundings = {
  /** Tells programs that wait for it: the screen, and as what it is pinned by the key of the command line. */
  announce: (news: { screen: string } | FirstWelcome) => void;
  untilStopped: AbortSignal;
  log: Logger;
};

/** Plays an Android device until it is stopped: its screen is a page, its two apps are the real programs. */
export async function runDevice(
  { appliance, installerKey, dataDir }: Extract<JumpClientCommand, { command: 'simulate' }>,
  { announce, untilStopped, log }: Surroundings,
): Promise<void> {
  const stored = createDeviceStore(dataDir);
  const { name, state } = stored.read(deviceName(randomUUID()));
  const device = createAndroidDevice(state, (changed) => stored.write({ name, state: changed }));
  const readers = createDeviceReaders({ device, hostname: name, system: thisSystem, now });
  const services = deviceServices({ device, readers, log });
  let jumpClientState: DeviceJumpClientState = 'not-pinned';
  let supportClientView: SupportClientAppView = { page: null, sentence: '' };
  const view = (): DeviceView => ({
    name,
    device: device.state,
    jumpClient: jumpClientState,
    supportClient: supportClientView,
  });
  const screen = await openDeviceScreen({
    token: newSecret(),
    first: view(),
    onChange: device.change,
    onJoin: (sessionKey) => supportClient.join(sessionKey),
    onUnpin: () => void jumpClient.unpin().catch((error: unknown) => log.warn({ error }, 'Not unpinned.')),
  });
  const show = () => screen.tell(view());
  device.onChange(show);
  const store = createIdentityStore({ dataDir, now });
  const createSessions = (await composeSessions({ appliance, mode: null, replaced: services, log }))
    .createSessions;
  const jumpClient = createDeviceJumpClient({
    device,
    store,
    dataDir,
    appliance,
    start: async (parts) =>
      startJumpClient({
        ...parts,
        store,
        ...partsOfDevice({ appliance, name, readers, log }),
        createSessions,
        keyIsGoodOnce: false,
      }),
    now,
    onState(changed) {
      jumpClientState = changed;
      show();
    },
    log,
  });
  const supportClient = createDeviceSupportClient({
    appliance,
    name: '',
    computer: joiningDevice({
      device,
      name,
      operatingSystem: DEVICE_SYSTEM,
      services,
      jumpClient,
      appliance,
    }),
    show(changed) {
      supportClientView = changed;
      show();
    },
    untilStopped,
    log,
  });
  announce({ screen: screen.url });
  if (installerKey !== null && device.state.pinnedAt === null) {
    void jumpClient.pin(installerKey).then((welcome) => welcome !== null && announce(welcome));
  }
  await stopped(untilStopped);
  jumpClient.stop();
  await screen.close(view());
}

/** What the Jump Client app has of the device and of this computer's network. */
function partsOfDevice(options: {
  appliance: string;
  name: string;
  readers: StatisticsReaders;
  log: Logger;
}): Omit<
  JumpClientOptions,
  'identity' | 'installerKey' | 'keyIsGoodOnce' | 'onFirstWelcome' | 'store' | 'createSessions'
> {
  const { appliance, name, readers, log } = options;
  return {
    newSecret,
    digest: (text) => createHash('sha256').update(text).digest('base64url'),
    hostname: () => name,
    openSocket: (handshake) => openJumpClientSocket(appliance, handshake),
    createSampler: (report) => createStatisticsSampler({ readers, report, clock: systemClock, log }),
    clock: systemClock,
    random: Math.random,
    log,
  };
}

/** A device has no shell; what it tells of itself is its own. Files are those of the computer that plays it. */
function deviceServices(options: {
  device: AndroidDevice;
  readers: StatisticsReaders;
  log: Logger;
}): Partial<SessionServices> {
  const read = createDeviceInformation({ ...options, now });
  return {
    commandShell: (channel) =>
      channel.close({ reason: 'failed', message: 'An Android device has no Command Shell.' }),
    screenSharing: (channel) =>
      channel.close({ reason: 'failed', message: 'A simulated device has no screen to share.' }),
    systemInformation: (channel) =>
      serveSystemInformation(channel, { read, clock: systemClock, log: options.log }),
  };
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve());
    if (signal.aborted) resolve();
  });
}
