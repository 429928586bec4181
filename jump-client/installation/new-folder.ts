import { randomBytes } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeIfEmpty } from '../remove-if-empty.ts';
import { systemCodeOf } from '../system-errors.ts';

/**
 * Makes the folders on the way to one, and that one.
 * @returns its real path, and those that were made, the outermost first
 * @throws the system's error where one cannot be made; then none of them is left
 */
export function makeFolders(folder: string): { folder: string; made: readonly string[] } {
  const missing: string[] = [];
  for (let path = folder; !existsSync(path); path = dirname(path)) missing.unshift(path);
  const made: string[] = [];
  try {
    // One by one: asked for all, Node says of a read-only disk that it is not there, and where nobody can make a folder
    // it tries for ever.
    for (const path of missing) if (makeFolder(path)) made.push(realpathSync(path));
  } catch (error) {
    for (const path of made.toReversed()) removeIfEmpty(path);
    throw error;
  }
  return { folder: realpathSync(folder), made };
}

/** @returns false where somebody else has made it meanwhile */
function makeFolder(path: string): boolean {
  try {
    mkdirSync(path, { mode: 0o700 });
    return true;
  } catch (error) {
    if (systemCodeOf(error) === 'EEXIST' && statSync(path, { throwIfNoEntry: false })?.isDirectory())
      return false;
    throw error;
  }
}

/**
 * A new folder for an installation, below one whose real path this is: nobody has put anything into it, and no link leads
 * elsewhere.
 * @param mode 0o700 where it is a user's own
 */
export function makeInstallationFolder(base: string, mode: number): string {
  const folder = join(base, `jump-client-${randomBytes(8).toString('hex')}`);
  mkdirSync(folder, { mode }); // fails where there is anything of that name
  const made = lstatSync(folder);
  if (!made.isDirectory() || made.uid !== process.getuid?.()) throw new Error(`${folder} is another's.`);
  return folder;
}
