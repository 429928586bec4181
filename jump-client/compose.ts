import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import type { Logger } from 'pino';
import { version } from '../package.json';
import { systemClock } from './clock.ts';
import { openJumpClientSocket } from './connection/open-socket.ts';
import type { Identity, IdentityStore } from './identity/identity-store.ts';
import { type JumpClient, type JumpClientOptions, startJumpClient } from './jump-client.ts';
import { type CommandShells, createCommandShells } from './session/command-shell.ts';
import { createFileTransferService } from './session/file-transfer.ts';
import { type LoginShell, loginShellOf } from './session/login-shell.ts';
import { loadPty, type SpawnPty } from './session/pty.ts';
import { openSessionSocket } from './session/session-socket.ts';
import { createSupportSessions, type SessionServices } from './session/support-sessions.ts';
import { createSystemInformationReader } from './session/system-information.ts';
import { serveSystemInformation } from './session/system-information-feed.ts';
import { parsePasswd } from './statistics/parse/parse-passwd.ts';
import { createStatisticsReaders } from './statistics/statistics-readers.ts';
import { createStatisticsSampler } from './statistics/statistics-sampler.ts';
import { thisSystem } from './system.ts';

export { version };

/** 256 random bits in base64url: a Jump Client's own secret. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

const { now } = systemClock;
const readersOfThisComputer = () => createStatisticsReaders({ system: thisSystem, version, now });

/** The Jump Client of this computer, wired to its real system, network and terminal. */
export async function composeJumpClient(options: {
  identity: Identity;
  store: IdentityStore;
  installerKey: string | null;
  onFirstWelcome: JumpClientOptions['onFirstWelcome'];
  log: Logger;
}): Promise<{ jumpClient: JumpClient; commandShells: CommandShells }> {
  const { identity, log } = options;
  const { random } = Math;
  const spawnPty = await loadPtyOrNone(log);
  const commandShells = createCommandShells({
    spawnPty,
    loginShell: readLoginShell,
    clock: systemClock,
    log,
  });
  const services: SessionServices = {
    commandShell: commandShells.serve,
    systemInformation(channel) {
      const readers = readersOfThisComputer();
      const read = createSystemInformationReader({ system: thisSystem, readers, now });
      serveSystemInformation(channel, { read, clock: systemClock, log });
    },
    fileTransfer: createFileTransferService({ home: homedir(), log }),
  };
  const jumpClient = startJumpClient({
    ...options,
    newSecret,
    digest: (text) => createHash('sha256').update(text).digest('base64url'),
    hostname: () => thisSystem.hostname() || 'localhost',
    openSocket: (handshake) => openJumpClientSocket(identity.appliance, handshake),
    createSampler: (report) =>
      createStatisticsSampler({ readers: readersOfThisComputer(), report, clock: systemClock, log }),
    createSessions: (isDisabled) =>
      createSupportSessions({
        openSocket: () => openSessionSocket(identity.appliance),
        services,
        isDisabled,
        clock: systemClock,
        random,
        log,
      }),
    clock: systemClock,
    random,
  });
  return { jumpClient, commandShells };
}

async function loadPtyOrNone(log: Logger): Promise<SpawnPty | null> {
  try {
    return await loadPty();
  } catch (error) {
    log.error({ error }, 'The terminal module cannot be loaded: sessions have no Command Shell.');
    return null;
  }
}

function readLoginShell(): LoginShell {
  const accounts = existsSync('/etc/passwd') ? parsePasswd(readFileSync('/etc/passwd', 'utf8')) : [];
  const userId = userInfo().uid;
  const account = accounts.find((entry) => entry.userId === userId) ?? null;
  return loginShellOf({ account, env: process.env, exists: existsSync });
}
