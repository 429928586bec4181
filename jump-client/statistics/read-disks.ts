import type { System } from '../system.ts';
import { type Mount, parseMounts } from './parse/parse-mounts.ts';

export type Disk = Mount & { totalBytes: number; usedBytes: number; freeBytes: number };

const MOST_DISKS = 32;

/** The disks of this computer; one that cannot be measured is left out. */
export async function readDisks(system: System): Promise<Disk[]> {
  const mounts = parseMounts(await system.readText('/proc/mounts')).slice(0, MOST_DISKS);
  const measured = await Promise.allSettled(
    mounts.map(async (mount) => ({ ...mount, ...(await system.measureFileSystem(mount.mount)) })),
  );
  return measured
    .flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    .filter((disk) => disk.totalBytes > 0);
}
