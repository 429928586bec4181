import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { JumpClientHandshake, JumpClientRefusal } from '#app/contracts/jump-client-protocol.ts';
import { type Installation, placesIn } from '../installation/installation.ts';
import type { FirstWelcome } from '../jump-client.ts';
import { type UserLogin, whoeverIsLoggedIn } from '../login/user-login.ts';
import { runJumpClient } from '../run.ts';
import { runSubcommand } from '../subcommands.ts';
import { createEventQueue } from './event-queue.ts';
import { createSilentLog, type LogLine } from './silent-log.ts';
import { aTemporaryFolder } from './temporary-folder.ts';
import { type Report, startTestAppliance } from './test-appliance.ts';

/** A computer with a data folder, on which the whole program runs in this process; `installation`: as what it is installed. */
export function aComputer(
  userLogin: UserLogin = whoeverIsLoggedIn,
  installation: Installation | null = null,
) {
  const dataDir = installation === null ? aTemporaryFolder() : placesIn(installation.folder).dataDir;
  const lines = createEventQueue<LogLine>();
  const log = createSilentLog(lines);
  function start(appliance: string | null, installerKey: string | null = 'key-1') {
    const stopping = new AbortController();
    const welcomes = createEventQueue<FirstWelcome>();
    const ended = runJumpClient(
      { command: 'run', appliance, installerKey, dataDir },
      { installation, userLogin, announce: welcomes.push, untilStopped: stopping.signal, log },
    );
    const settled = ended.then(
      () => 'ended',
      () => 'failed',
    );
    const stop = () => {
      stopping.abort();
      return settled;
    };
    onTestFinished(async () => void (await stop()));
    return { ended, stop, connected: () => welcomes.take() };
  }
  const identity = () => JSON.parse(readFileSync(join(dataDir, 'identity.json'), 'utf8'));
  const subcommand = (command: 'disable' | 'enable' | 'uninstall') =>
    runSubcommand({ command, dataDir }, { installation, log });
  return { dataDir, lines, start, identity, subcommand };
}

/** An appliance for one test; `removalKey`: it tells who comes back that it was removed. */
export async function anAppliance(
  refuse: (handshake: JumpClientHandshake) => JumpClientRefusal | null = () => null,
  removalKey?: string,
) {
  const appliance = await startTestAppliance({ refuse, ...(removalKey !== undefined && { removalKey }) });
  onTestFinished(() => appliance.close());
  return appliance;
}

export const isNamed = (name: Report['name']) => (report: Report) => report.name === name;
