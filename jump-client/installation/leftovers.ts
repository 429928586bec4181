import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { connectToRunning } from '../control/send-control-request.ts';
import { systemCodeOf } from '../system-errors.ts';
import { INSTALLATION_NAME, type Installation, placesIn, readInstallation } from './installation.ts';
import { isProgramRunning } from './is-program-running.ts';
import { isRegistered } from './is-registered.ts';
import { isStillRunning } from './process-identity.ts';
import { removeInstallation } from './remove-installation.ts';

/** A folder without a record is one that is just being made, or what was left of one. */
const FRESH_MS = 60_000;

/**
 * Takes away what installations have left that were cut short together with their installer, as by a power cut. What is
 * registered, runs, or is just being installed, stays.
 */
export function removeLeftovers(base: string, log: Logger): void {
  for (const name of namesIn(base).filter((entry) => INSTALLATION_NAME.test(entry))) {
    try {
      removeIfLeftover(join(base, name));
    } catch (error) {
      log.warn({ error, name }, 'What is left of an installation could not be taken away.');
    }
  }
}

function removeIfLeftover(folder: string): void {
  const installation = readInstallation(folder);
  if (installation !== null) {
    if (!isBeingInstalled(installation) && isOver(installation)) removeInstallation(installation);
  } else if (Math.abs(Date.now() - statSync(folder).mtimeMs) > FRESH_MS && namesIn(folder).length === 0) {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isBeingInstalled = ({ record }: Installation): boolean =>
  record.installer !== null && isStillRunning(record.installer);

/** One that runs registers in a moment, or deletes itself. */
const isOver = ({ folder }: Installation): boolean =>
  !isRegistered(placesIn(folder).dataDir) && !isProgramRunning(folder);

/** Whether a Jump Client of this appliance is installed here, and runs (R7.4). */
export async function findRunning(base: string, appliance: string): Promise<Installation | null> {
  for (const name of namesIn(base).filter((entry) => INSTALLATION_NAME.test(entry))) {
    const installation = readInstallation(join(base, name));
    if (installation?.record.appliance !== appliance) continue;
    const { dataDir } = placesIn(installation.folder);
    if (isRegistered(dataDir) && (await isRunning(dataDir))) return installation;
  }
  return null;
}

async function isRunning(dataDir: string): Promise<boolean> {
  const socket = await connectToRunning(dataDir);
  socket?.destroy();
  return socket !== null;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(systemCodeOf(error))) return [];
    throw error;
  }
}
