import { existsSync, readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import type { Logger } from 'pino';
import { version } from '../package.json';
import { systemClock } from './clock.ts';
import { type CommandShells, createCommandShells } from './session/command-shell.ts';
import { createFileTransferService } from './session/file-transfer.ts';
import { type LoginShell, loginShellOf } from './session/login-shell.ts';
import { loadPty, type SpawnPty } from './session/pty.ts';
import { openSessionSocket } from './session/session-socket.ts';
import {
  createSupportSessions,
  type SessionServices,
  type SupportSessions,
} from './session/support-sessions.ts';
import { createSystemInformationReader } from './session/system-information.ts';
import { serveSystemInformation } from './session/system-information-feed.ts';
import { parsePasswd } from './statistics/parse/parse-passwd.ts';
import { createStatisticsReaders } from './statistics/statistics-readers.ts';
import { thisSystem } from './system.ts';

export { version };

const { now } = systemClock;

/** What can be read of this computer. */
export const readersOfThisComputer = () => createStatisticsReaders({ system: thisSystem, version, now });

/** The support sessions of this computer, with all that they may use on it: a Jump Client's and a support client's alike. */
export async function composeSessions({ appliance, log }: { appliance: string; log: Logger }): Promise<{
  createSessions: (isDisabled: () => boolean) => SupportSessions;
  commandShells: CommandShells;
}> {
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
  const createSessions = (isDisabled: () => boolean) =>
    createSupportSessions({
      openSocket: () => openSessionSocket(appliance),
      services,
      isDisabled,
      clock: systemClock,
      random: Math.random,
      log,
    });
  return { createSessions, commandShells };
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
