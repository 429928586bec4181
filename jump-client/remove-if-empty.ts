import { rmdirSync } from 'node:fs';
import { systemCodeOf } from './system-errors.ts';

const NOT_OURS_TO_TAKE = new Set(['ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EBUSY', 'EACCES', 'EPERM']);

/** Takes a folder away; one that others use, or that is a link or a mount point, is not ours to take. */
export function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!NOT_OURS_TO_TAKE.has(systemCodeOf(error))) throw error;
  }
}
