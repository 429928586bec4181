import { type Dirent, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CONTROL_SOCKET } from './control/control-protocol.ts';
import { IDENTITY_FILE } from './identity/identity-store.ts';

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
    if (hasCode(error, ['ENOENT'])) return [];
    throw error;
  }
}

/** A folder that others use, or that is a link or a mount point, is not ours to take away. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!hasCode(error, ['ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EBUSY', 'EACCES', 'EPERM']))
      throw error;
  }
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
