import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IDENTITY_FILE, Identity } from '../identity/identity-store.ts';
import { systemCodeOf } from '../system-errors.ts';

/** Whether the Jump Client of a data folder is one that its appliance has welcomed, and that is to stay. */
export function isRegistered(dataDir: string): boolean {
  try {
    const identity = Identity.safeParse(JSON.parse(readFileSync(join(dataDir, IDENTITY_FILE), 'utf8')));
    return identity.success && identity.data.jumpClientId !== null && !identity.data.uninstalling;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(systemCodeOf(error))) return false;
    throw error;
  }
}
