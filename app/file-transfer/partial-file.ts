import { type Disk, problemOf } from './disk.ts';

/** How long what has arrived of a file waits for somebody to go on with it. */
export const PARTIAL_KEPT_MS = 7 * 24 * 60 * 60 * 1_000;

const PARTIAL_NAME = /^\.jump-console-[0-9a-f]{24}\.part$/;

/** Where a file's bytes go until it is whole: of one length whatever the name, and nothing that another program writes. */
export function partialName(disk: Disk, name: string): string {
  const digest = disk.sha256();
  digest.update(new TextEncoder().encode(name));
  return `.jump-console-${digest.digest('hex').slice(0, 24)}.part`;
}

/**
 * Takes away what earlier transfers left in a folder and nobody has gone on with for a week.
 * @returns the names that are left
 */
export async function forgetOldPartials(disk: Disk, folder: string, names: string[]): Promise<string[]> {
  const gone = new Set<string>();
  for (const name of names) {
    if (PARTIAL_NAME.test(name) && (await forgetIfOld(disk, disk.paths.join(folder, name)))) gone.add(name);
  }
  return gone.size === 0 ? names : names.filter((name) => !gone.has(name));
}

async function forgetIfOld({ files, now }: Disk, path: string): Promise<boolean> {
  try {
    const status = await files.lstat(path);
    if (!status.isFile() || now() - status.mtimeMs < PARTIAL_KEPT_MS) return false;
    await files.rm(path, {});
    return true;
  } catch (error) {
    if (problemOf(error) === 'failed') throw error;
    return false; // somebody else's, or gone a moment ago
  }
}
