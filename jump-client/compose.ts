import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { systemClock } from './clock.ts';
import { composeSessions, readersOfThisComputer } from './compose-sessions.ts';
import { openJumpClientSocket } from './connection/open-socket.ts';
import type { Identity, IdentityStore } from './identity/identity-store.ts';
import type { InstallationMode } from './installation/installation.ts';
import { type JumpClient, type JumpClientOptions, startJumpClient } from './jump-client.ts';
import { newSecret } from './new-secret.ts';
import type { CommandShells } from './session/command-shell.ts';
import { createStatisticsSampler } from './statistics/statistics-sampler.ts';
import { thisSystem } from './system.ts';

/** The Jump Client of this computer, wired to its real system, network and terminal. */
export async function composeJumpClient(options: {
  identity: Identity;
  store: IdentityStore;
  installerKey: string | null;
  keyIsGoodOnce: boolean;
  onFirstWelcome: JumpClientOptions['onFirstWelcome'];
  /** How it is installed; null: as the rights say that it runs with. */
  mode: InstallationMode | null;
  log: Logger;
}): Promise<{ jumpClient: JumpClient; commandShells: CommandShells }> {
  const { log } = options;
  const { appliance } = options.identity;
  const { createSessions, commandShells } = await composeSessions({ appliance, mode: options.mode, log });
  const jumpClient = startJumpClient({
    ...options,
    newSecret,
    digest: (text) => createHash('sha256').update(text).digest('base64url'),
    hostname: () => thisSystem.hostname() || 'localhost',
    openSocket: (handshake) => openJumpClientSocket(appliance, handshake),
    createSampler: (report) =>
      createStatisticsSampler({
        readers: readersOfThisComputer(options.mode),
        report,
        clock: systemClock,
        log,
      }),
    createSessions,
    clock: systemClock,
    random: Math.random,
  });
  return { jumpClient, commandShells };
}
