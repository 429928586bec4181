import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { removeIfEmpty } from '../remove-if-empty.ts';
import { systemCodeOf } from '../system-errors.ts';
import { type Installation, type Outside, RECORD_FILE } from './installation.ts';
import { removeAccount, removeUnit } from './service.ts';

/**
 * Takes an installation away, whole or half made: first what starts it, last the record that says what else there is. The
 * folder was made for it alone, so everything in it goes; links are taken away, not followed. The program that runs from
 * there may do this itself.
 */
export function removeInstallation({ folder, record }: Installation): void {
  for (const outside of record.outside.toReversed()) if (outside.kind !== 'folder') removeOutside(outside);
  for (const name of namesIn(folder)) {
    if (name !== RECORD_FILE) rmSync(join(folder, name), { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
  for (const outside of record.outside.toReversed())
    if (outside.kind === 'folder') removeIfEmpty(outside.path);
}

function removeOutside(outside: Exclude<Outside, { kind: 'folder' }>): void {
  if (outside.kind === 'file') rmSync(outside.path, { force: true });
  else if (outside.kind === 'unit') removeUnit(outside.path);
  else removeAccount(outside.name);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
