import { randomBytes } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Makes the folders on the way to one, and that one.
 * @returns its real path, and those that were made, the outermost first
 */
export function makeFolders(folder: string): { folder: string; made: readonly string[] } {
  const missing: string[] = [];
  for (let path = folder; !existsSync(path); path = dirname(path)) missing.unshift(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return { folder: realpathSync(folder), made: missing.map((path) => realpathSync(path)) };
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
