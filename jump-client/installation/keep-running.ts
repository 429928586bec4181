import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EXIT } from '../exit-codes.ts';
import { type Installation, placesIn } from './installation.ts';
import { isRegistered } from './is-registered.ts';
import { removeInstallation } from './remove-installation.ts';
import { findAccount } from './service.ts';

const RESTART_MS = 5_000;
/** After these another start would end alike. */
const FINAL: readonly (number | null)[] = [
  EXIT.done,
  EXIT.usage,
  EXIT.refused,
  EXIT.removed,
  EXIT.limitReached,
];

/**
 * Stands in for a service manager where none runs: starts a service's program as its account, again when it has crashed,
 * and takes the installation away once it was uninstalled. Serves nobody and reads nothing of the network.
 * @param appliance what it needs to know at its first start
 */
export async function keepRunning(
  installation: Installation,
  appliance: string | null,
  untilStopped: AbortSignal,
): Promise<void> {
  const account = findAccount(basename(installation.folder));
  if (account === null) throw new Error('The account of this service is gone.');
  const { runtime, program, dataDir } = placesIn(installation.folder);
  const { HOME: _, ...env } = process.env;
  while (!untilStopped.aborted) {
    const child = spawn(runtime, [program, ...(appliance === null ? [] : ['--appliance', appliance])], {
      stdio: 'ignore',
      cwd: dataDir,
      env: { ...env, HOME: dataDir },
      uid: account.userId,
      gid: account.groupId,
    });
    const exitCode = await untilExit(child, untilStopped);
    if (untilStopped.aborted) return;
    if (FINAL.includes(exitCode)) return cleanUp(installation);
    await pause(RESTART_MS, undefined, { signal: untilStopped }).catch(() => undefined);
  }
}

async function untilExit(child: ChildProcess, untilStopped: AbortSignal): Promise<number | null> {
  const stop = () => child.kill();
  untilStopped.addEventListener('abort', stop);
  const [exitCode] = await once(child, 'exit');
  untilStopped.removeEventListener('abort', stop);
  return exitCode;
}

/** What its account could not do: takes away what was uninstalled, or was refused before it registered. */
function cleanUp(installation: Installation): void {
  if (!isRegistered(placesIn(installation.folder).dataDir)) removeInstallation(installation);
}

/** The same where the service manager has started the program. @param exitStatus what that says it ended with */
export function cleanUpAfter(installation: Installation, exitStatus: string | undefined): void {
  if (FINAL.includes(Number(exitStatus ?? Number.NaN))) cleanUp(installation);
}
