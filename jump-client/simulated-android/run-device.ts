import { createHash, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { systemClock } from '../clock.ts';
import type { JumpClientCommand } from '../command-line.ts';
import { composeSessions } from '../compose-sessions.ts';
import { openJumpClientSocket } from '../connection/open-socket.ts';
import { createIdentityStore } from '../identity/identity-store.ts';
import { type FirstWelcome, startJumpClient } from '../jump-client.ts';
import { newSecret } from '../new-secret.ts';
import type { SessionServices } from '../session/support-sessions.ts';
import { serveSystemInformation } from '../session/system-information-feed.ts';
import type { StatisticsReaders } from '../statistics/statistics-readers.ts';
import { createStatisticsSampler } from '../statistics/statistics-sampler.ts';
import { thisSystem } from '../system.ts';
import { type AndroidDevice, createAndroidDevice } from './android-device.ts';
import { createDeviceInformation } from './device-information.ts';
import { createDeviceJumpClient, type DeviceJumpClientState } from './device-jump-client.ts';
import { createDeviceReaders, deviceName } from './device-readers.ts';
import { type DeviceView, openDeviceScreen } from './device-screen.ts';
import { createDeviceStore } from './device-store.ts';

const { now } = systemClock;

type Surroundings = {
  /** Tells programs that wait for it: the screen, and each first welcome. */
  announce: (news: { screen: string } | FirstWelcome) => void;
  untilStopped: AbortSignal;
  log: Logger;
};

/** Plays an Android device until it is stopped: its screen is a page, its Jump Client the real one. */
export async function runDevice(
  { appliance, installerKey, dataDir }: Extract<JumpClientCommand, { command: 'simulate' }>,
  { announce, untilStopped, log }: Surroundings,
): Promise<void> {
  const stored = createDeviceStore(dataDir);
  const { name, state } = stored.read(deviceName(randomUUID()));
  const device = createAndroidDevice(state, (changed) => stored.write({ name, state: changed }));
  const readers = createDeviceReaders({ device, hostname: name, system: thisSystem, now });
  const { createSessions } = await composeSessions({
    appliance,
    replaced: deviceServices({ device, readers, log }),
    log,
  });
  let jumpClientState: DeviceJumpClientState = 'not-pinned';
  const view = (): DeviceView => ({
    name,
    device: device.state,
    jumpClient: jumpClientState,
    supportClient: { page: null, sentence: '' },
  });
  const show = () => screen.tell(view());
  const screen = await openDeviceScreen({
    token: newSecret(),
    first: view(),
    onChange: device.change,
    onJoin: () => undefined,
    onUnpin: () => void jumpClient.unpin().catch((error: unknown) => log.warn({ error }, 'Not unpinned.')),
  });
  device.onChange(show);
  const jumpClient = createDeviceJumpClient({
    device,
    store: createIdentityStore({ dataDir, now }),
    dataDir,
    appliance,
    start: async (parts) =>
      startJumpClient({
        ...parts,
        store: createIdentityStore({ dataDir, now }),
        newSecret,
        digest: (text) => createHash('sha256').update(text).digest('base64url'),
        hostname: () => name,
        openSocket: (handshake) => openJumpClientSocket(appliance, handshake),
        createSampler: (report) => createStatisticsSampler({ readers, report, clock: systemClock, log }),
        createSessions,
        clock: systemClock,
        random: Math.random,
        log,
      }),
    now,
    onState(changed) {
      jumpClientState = changed;
      show();
    },
    log,
  });
  announce({ screen: screen.url });
  if (installerKey !== null && device.state.pinnedAt === null) jumpClient.pin(installerKey, announce);
  await stopped(untilStopped);
  jumpClient.stop();
  await screen.close(view());
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
