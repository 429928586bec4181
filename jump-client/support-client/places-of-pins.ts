import { homedir } from 'node:os';
import type { Logger } from 'pino';
import { userDataHome } from '../identity/data-dir.ts';
import { type InstallationMode, placesIn } from '../installation/installation.ts';
import { findRunning, removeLeftovers } from '../installation/leftovers.ts';
import { SERVICE_BASE } from '../installation/service.ts';

/** Where pins on this computer lie: a user's own and, for who may install services, those of the computer. */
export function placesOfPins(mode: InstallationMode) {
  const own = userDataHome(process.env, homedir());
  const bases = mode === 'service' ? [SERVICE_BASE, own] : [own];
  return {
    /** Takes away what installations have left that were cut short. */
    removeLeftovers(log: Logger): void {
      for (const base of bases) removeLeftovers(base, log);
    },
    /** As what a Jump Client of this appliance is installed here, and runs; null: none is. */
    async pinnedMode(appliance: string): Promise<InstallationMode | null> {
      const found = await Promise.all(bases.map((base) => findRunning(base, appliance)));
      return found.find((installation) => installation !== null)?.record.mode ?? null;
    },
  };
}

/** What a person types to take an installation away. */
export function uninstallCommand(folder: string): string {
  const { runtime, program } = placesIn(folder);
  return [runtime, program, 'uninstall'].map(quoteForShell).join(' ');
}

function quoteForShell(word: string): string {
  return /^[\w./:@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
