import { createHash } from 'node:crypto';
import * as files from 'node:fs/promises';
import { homedir } from 'node:os';
import * as paths from 'node:path';
import type { Disk } from '#app/file-transfer/disk.ts';

/** This computer's files, with the rights of the representative's own account. */
export const thisDisk: Disk = {
  files,
  paths,
  home: homedir(),
  sha256: () => createHash('sha256'),
  now: Date.now,
  isWindows: process.platform === 'win32',
};
