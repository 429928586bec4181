import { type Dirent, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CONTROL_SOCKET } from './control/control-protocol.ts';
import { IDENTITY_FILE } from './identity/identity-store.ts';
import { removeIfEmpty } from './remove-if-empty.ts';
import { systemCodeOf } from './system-errors.ts';

const OURS = new Set([`${IDENTITY_FILE}.new`, CONTROL_SOCKET, `${CONTROL_SOCKET}.lock`]);

/**
 * Deletes what a Jump Client has put into its data folder, and the folder where that leaves it empty; whatever else lies
 * there stays. The identity goes last: as long as it is there, the next start finishes this.
 */
export function deleteInstallation(dataDir: string): void {
  for (const entry of entriesOf(dataDir)) {
    if (!entry.isDirectory() && isOurs(entry.name)) rmSync(join(dataDir, entry.name), { force: true });
  }
  rmSync(join(dataDir, IDENTITY_FILE), { force: true });
  removeIfEmpty(dataDir);
}

function isOurs(name: string): boolean {
  return OURS.has(name) || name.startsWith(`${IDENTITY_FILE}.corrupt-`);
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
