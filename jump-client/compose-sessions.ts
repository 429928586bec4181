import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import type { Logger } from 'pino';
import { version } from '../package.json';
import { systemClock } from './clock.ts';
import type { InstallationMode } from './installation/installation.ts';
import { createSessionChats, type SessionChats } from './session/chat.ts';
import { type CommandShells, createCommandShells } from './session/command-shell.ts';
import { createFileTransferService } from './session/file-transfer.ts';
import { type LoginShell, loginShellOf } from './session/login-shell.ts';
import { loadPty, type SpawnPty } from './session/pty.ts';
import { findDisplay } from './session/screen-sharing/find-display.ts';
import {
  createScreenSharing,
  type ScreenSharing,
  type ScreenView,
} from './session/screen-sharing/screen-sharing.ts';
import { findVncProgram } from './session/screen-sharing/vnc-program.ts';
import { startVncServer } from './session/screen-sharing/vnc-server.ts';
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

/** What can be read of this computer. @param mode of what is installed there; null: as the rights say that this runs with */
export const readersOfThisComputer = (mode: InstallationMode | null = null) =>
  createStatisticsReaders({
    system: thisSystem,
    version,
    mode: mode ?? (thisSystem.isRoot() ? 'service' : 'user'),
    now,
  });

/** The support sessions of this computer, with all that they may use on it: a Jump Client's and a support client's alike. */
export async function composeSessions(options: {
  appliance: string;
  /** As what it was installed or started; null: as who runs it. */
  mode: InstallationMode | null;
  /** Of a support client: as what a Jump Client runs here besides. */
  pinnedMode?: () => Promise<InstallationMode | null>;
  log: Logger;
  /** Told who sees this computer's screen, whenever that changes. */
  onScreen?: (view: ScreenView) => void;
  /** Services of something else than this computer. */
  replaced?: Partial<SessionServices>;
}): Promise<{
  createSessions: (isDisabled: () => boolean) => SupportSessions;
  commandShells: CommandShells;
  screenSharing: ScreenSharing;
  chats: SessionChats;
}> {
  const { appliance, mode, pinnedMode, log, onScreen = () => undefined, replaced = {} } = options;
  const chats = createSessionChats(systemClock);
  const spawnPty = await loadPtyOrNone(log);
  const commandShells = createCommandShells({
    spawnPty,
    loginShell: readLoginShell,
    clock: systemClock,
    log,
  });
  const screenSharing = createScreenSharing({
    findDisplay: () => findDisplay({ system: thisSystem, env: process.env, userId: userInfo().uid }),
    findProgram: () => findVncProgram(process.env.PATH ?? '', isProgram),
    startServer: (what) => startVncServer({ ...what, clock: systemClock, log }),
    onView: onScreen,
    log,
  });
  const services: SessionServices = {
    commandShell: commandShells.serve,
    systemInformation(channel) {
      const readers = readersOfThisComputer(mode);
      const read = createSystemInformationReader({ system: thisSystem, readers, now, pinnedMode });
      serveSystemInformation(channel, { read, clock: systemClock, log });
    },
    fileTransfer: createFileTransferService({ home: homedir(), log }),
    screenSharing: screenSharing.serve,
    chat: chats.serve,
    ...replaced,
  };
  const createSessions = (isDisabled: () => boolean) =>
    createSupportSessions({
      openSocket: () => openSessionSocket(appliance),
      services,
      isDisabled,
      onSessionOver: chats.sessionOver,
      clock: systemClock,
      random: Math.random,
      log,
    });
  return { createSessions, commandShells, screenSharing, chats };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
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
