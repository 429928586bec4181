import { readdir, readFile, statfs } from 'node:fs/promises';
import { arch, hostname, type NetworkInterfaceInfo, networkInterfaces, release } from 'node:os';

/** What is read of this computer, and nothing else: files under /etc and /proc, and a few system calls. */
export type System = {
  readText(path: string): Promise<string>;
  readBytes(path: string): Promise<Uint8Array>;
  listFolder(path: string): Promise<string[]>;
  /** Of the file system that holds `path`. */
  measureFileSystem(path: string): Promise<{ totalBytes: number; usedBytes: number; freeBytes: number }>;
  networkInterfaces(): NodeJS.Dict<NetworkInterfaceInfo[]>;
  hostname(): string;
  kernelRelease(): string;
  architecture(): string;
  /** The IANA name of the computer's zone, and how many minutes its wall clock is ahead of UTC at `at`. */
  timeZone(at: number): { name: string; utcOffsetMinutes: number };
  isRoot(): boolean;
};

export const thisSystem: System = {
  readText: (path) => readFile(path, 'utf8'),
  readBytes: (path) => readFile(path),
  listFolder: (path) => readdir(path),
  async measureFileSystem(path) {
    const { bsize, blocks, bfree, bavail } = await statfs(path);
    return { totalBytes: blocks * bsize, usedBytes: (blocks - bfree) * bsize, freeBytes: bavail * bsize };
  },
  networkInterfaces,
  hostname,
  kernelRelease: release,
  architecture: arch,
  timeZone: (at) => ({
    name: Intl.DateTimeFormat().resolvedOptions().timeZone,
    utcOffsetMinutes: 0 - new Date(at).getTimezoneOffset(),
  }),
  isRoot: () => process.getuid?.() === 0,
};
