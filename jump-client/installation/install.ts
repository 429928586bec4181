import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { PinFailure } from '#app/contracts/customer-protocol.ts';
import { EXIT } from '../exit-codes.ts';
import { IDENTITY_FILE } from '../identity/identity-store.ts';
import { systemCodeOf } from '../system-errors.ts';
import { copyProgram } from './copy-program.ts';
import { type Installation, keepRecord, placesIn, readInstallation } from './installation.ts';
import type { InstallationOrder } from './installer-protocol.ts';
import { isRegistered } from './is-registered.ts';
import { makeFolders, makeInstallationFolder } from './new-folder.ts';
import { identifyProcess } from './process-identity.ts';
import { listProgramFiles, type ProgramSource } from './program-files.ts';
import { removeInstallation } from './remove-installation.ts';
import { addAccount, addUnit, firstStartFile, SERVICE_BASE } from './service.ts';
import { startAtLogin } from './start-at-login.ts';
import { type StartedProgram, startProgram } from './started-program.ts';

/** The copy is the whole way but for this; the rest is the registration. Percent. */
const COPIED_PERCENT = 95;
const LOOK_MS = 50;
const MOST_STARTS = 3;
/** The appliance waits for two minutes: what has not registered in this time will not. */
const REGISTER_MS = 180_000;
/** One whose key was withdrawn is refused as soon as it connects; it is not killed between its registration and its note of it. */
const TAKE_BACK_MS = 5_000;

export type InstallOptions = {
  order: InstallationOrder;
  source: ProgramSource;
  /** Below which a user's own goes (`$XDG_DATA_HOME`), and where what starts at login is named. */
  userPlaces: { dataHome: string; autostart: string };
  onPercent: (percent: number) => void;
  /** Until it has started the program, whoever ordered it must be there. */
  ordererGone: AbortSignal;
  /** It is not wanted any more. */
  takenBack: AbortSignal;
};

/** Why nothing was installed. */
export class InstallFailed extends Error {
  override readonly name = 'InstallFailed';
  readonly reason: PinFailure;
  constructor(reason: PinFailure, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/**
 * Installs a Jump Client and registers it (R2.8, R2.9). What is to start it later is put in place before it registers, so
 * that its registration is the one step after which all is done.
 * @returns once it has registered, and runs
 * @throws {InstallFailed} when it comes to nothing; then nothing of it is left on this computer
 */
export async function install(options: InstallOptions): Promise<Installation> {
  let installation: Installation | null = null;
  try {
    installation = makeInstallation(options);
    await copy(installation, options);
    installation = prepareStart(installation, options.userPlaces.autostart);
    cancelledBy(options).throwIfAborted();
    await register(installation, options);
    rmSync(firstStartFile(installation.folder), { force: true });
    return keepRecord(installation, { installer: null });
  } catch (error) {
    // What a step has noted before it failed stands in the record.
    if (installation !== null) removeInstallation(readInstallation(installation.folder) ?? installation);
    throw error instanceof InstallFailed ? error : new InstallFailed(reasonOf(error), { cause: error });
  }
}

const cancelledBy = ({ ordererGone, takenBack }: InstallOptions) => AbortSignal.any([ordererGone, takenBack]);

function makeInstallation({ order, userPlaces }: InstallOptions): Installation {
  const isService = order.mode === 'service';
  const base = makeFolders(isService ? SERVICE_BASE : userPlaces.dataHome);
  const folder = makeInstallationFolder(base.folder, isService ? 0o755 : 0o700);
  const record = {
    appliance: order.appliance,
    mode: order.mode,
    installer: identifyProcess(process.pid),
    outside: base.made.map((path) => ({ kind: 'folder' as const, path })),
  };
  try {
    return keepRecord({ folder, record }, {});
  } catch (error) {
    removeInstallation({ folder, record });
    throw error;
  }
}

async function copy({ folder }: Installation, options: InstallOptions): Promise<void> {
  const files = listProgramFiles(options.source);
  const all = files.reduce((sum, { bytes }) => sum + bytes, 1);
  const onCopied = (bytes: number) => options.onPercent(Math.floor((COPIED_PERCENT * bytes) / all));
  await copyProgram(files, folder, { onCopied, signal: cancelledBy(options) });
}

function prepareStart(installation: Installation, autostart: string): Installation {
  if (installation.record.mode === 'user') return startAtLogin(installation, autostart);
  return addUnit(addAccount(installation));
}

async function register(installation: Installation, options: InstallOptions): Promise<void> {
  const { dataDir } = placesIn(installation.folder);
  for (let attempt = 1; ; attempt += 1) {
    const program = startProgram(installation, options.order.installerKey);
    const failure = await untilRegistered(program, dataDir, options.takenBack).catch(asInstallFailed);
    if (failure !== undefined) {
      program.kill();
      while (program.isAlive()) await pause(LOOK_MS);
    }
    if (isRegistered(dataDir)) {
      // Whatever has ended it in between: the appliance lists it now, so it is to run.
      if (!program.isAlive()) startProgram(installation, null);
      return;
    }
    // Cut short after it was registered, and before it could note that, it is told so once more: its secret is the same.
    const mayBeRegistered = failure?.reason === 'unstarted' && existsSync(join(dataDir, IDENTITY_FILE));
    if (!mayBeRegistered || attempt === MOST_STARTS) throw failure ?? new InstallFailed('other');
  }
}

function asInstallFailed(error: unknown): InstallFailed {
  if (error instanceof InstallFailed) return error;
  throw error;
}

async function untilRegistered(
  program: StartedProgram,
  dataDir: string,
  takenBack: AbortSignal,
): Promise<void> {
  let deadline = performance.now() + REGISTER_MS;
  takenBack.addEventListener('abort', () => {
    deadline = Math.min(deadline, performance.now() + TAKE_BACK_MS);
  });
  if (takenBack.aborted) deadline = 0;
  while (!isRegistered(dataDir)) {
    if (!program.isAlive()) throw new InstallFailed(whyItEnded(program.exitCode()));
    if (performance.now() > deadline) throw new InstallFailed('other');
    await pause(LOOK_MS);
  }
}

function whyItEnded(exitCode: number | null): PinFailure {
  return exitCode === EXIT.refused || exitCode === EXIT.limitReached ? 'other' : 'unstarted';
}

function reasonOf(error: unknown): PinFailure {
  const code = systemCodeOf(error);
  if (['ENOSPC', 'EDQUOT'].includes(code)) return 'full';
  return ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'EEXIST', 'ELOOP', 'ENAMETOOLONG'].includes(code)
    ? 'unwritable'
    : 'other';
}
