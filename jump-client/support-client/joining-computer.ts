import type { Logger } from 'pino';
import type { CustomerHandshake } from '#app/contracts/customer-protocol.ts';
import type { DeviceApps } from '#app/domain/device-apps.ts';
import { clipText } from '../clip-text.ts';
import { systemClock } from '../clock.ts';
import { readersOfThisComputer } from '../compose-sessions.ts';
import type { InstallationMode } from '../installation/installation.ts';
import type { SessionServices } from '../session/support-sessions.ts';
import type { PinningOptions } from './pinning.ts';
import { placesOfPins, uninstallCommand } from './places-of-pins.ts';
import { createRunInstaller } from './run-installer.ts';

/** What joins a session: this computer, or a device that it plays. */
export type JoiningComputer = {
  /** @param name what the customer wants to be called */
  describe(name: string): Promise<Extract<CustomerHandshake, { kind: 'session-key' }>['computer']>;
  /** The services that are its own, and not this computer's. */
  readonly services: Partial<SessionServices>;
  /** As what a Jump Client of this appliance is installed there, and runs; null: none is. */
  pinnedMode(): Promise<InstallationMode | null>;
  readonly pin: Pick<PinningOptions, 'place' | 'order' | 'runInstaller' | 'isPinned' | 'uninstallCommand'>;
  /** Takes away what installations have left that were cut short. */
  tidy(): void;
  /** Tells of a device's apps whenever they change. */
  onApps(listener: (apps: DeviceApps) => void): void;
};

type Options = {
  appliance: string;
  mode: InstallationMode;
  /** What a pin installs: the Jump Client's bundled program. */
  jumpClientProgram: string;
  log: Logger;
};

/** The computer that this program runs on. */
export function thisComputer({ appliance, mode, jumpClientProgram, log }: Options): JoiningComputer {
  const places = placesOfPins(mode);
  const tidy = () => places.removeLeftovers(log);
  return {
    async describe(name) {
      const readers = readersOfThisComputer(mode);
      const [platform, hostname, operatingSystem] = await Promise.all([
        readers.platform(),
        readers.hostname(),
        readers.operatingSystem(),
      ]);
      return { name: clipText(name), platform, hostname, operatingSystem, mode };
    },
    services: {},
    pinnedMode: () => places.pinnedMode(appliance),
    pin: {
      place: mode,
      order: { appliance, mode },
      runInstaller: createRunInstaller({
        program: jumpClientProgram,
        removeLeftovers: tidy,
        clock: systemClock,
        log,
      }),
      isPinned: async () => (await places.pinnedMode(appliance)) !== null,
      uninstallCommand,
    },
    tidy,
    onApps: () => undefined, // a computer lacks nothing
  };
}
