import { readdirSync, readlinkSync } from 'node:fs';
import { join, sep } from 'node:path';
import { systemCodeOf } from '../system-errors.ts';

/** Whether a process runs a program that lies in a folder: also one that has only just started, and is heard nowhere yet. */
export function isProgramRunning(folder: string): boolean {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return processes.some((processId) => programOf(processId).startsWith(folder + sep));
}

/** Empty where it has ended, is the system's, or another's whom this user may not look at. */
function programOf(processId: string): string {
  try {
    return readlinkSync(join('/proc', processId, 'exe'));
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(systemCodeOf(error))) return '';
    throw error;
  }
}
