export type Mount = { device: string; mount: string; fileSystem: string };

const ON_DISK = new Set(
  'bcachefs btrfs exfat ext2 ext3 ext4 f2fs fuseblk hfsplus jfs nilfs2 ntfs ntfs3 reiserfs ufs vfat xfs zfs'.split(
    ' ',
  ),
);

/**
 * The disks among what /proc/mounts lists: file systems on a device, once each by their shortest mount point, and an
 * overlay only as the root (the others are containers, which show their computer's disk again).
 */
export function parseMounts(text: string): Mount[] {
  const byDevice = new Map<string, Mount>();
  for (const line of text.split('\n')) {
    const [device, mount, fileSystem] = line.split(' ').map(unescapeMount);
    if (device === undefined || mount === undefined || fileSystem === undefined) continue;
    if (!ON_DISK.has(fileSystem) && !(fileSystem === 'overlay' && mount === '/')) continue;
    const known = byDevice.get(device);
    if (known === undefined || mount.length < known.mount.length)
      byDevice.set(device, { device, mount, fileSystem });
  }
  return [...byDevice.values()].sort((a, b) => (a.mount < b.mount ? -1 : 1));
}

/** The kernel writes a blank as `\040`. */
function unescapeMount(word: string): string {
  return word.replaceAll(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );
}
