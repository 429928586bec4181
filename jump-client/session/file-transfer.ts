import { createHash } from 'node:crypto';
import * as files from 'node:fs/promises';
import * as paths from 'node:path';
import type { Logger } from 'pino';
import type { Disk } from '#app/file-transfer/disk.ts';
import { serveFolders, serveTransfer } from '#app/file-transfer/serve-file-transfer.ts';
import { systemClock } from '../clock.ts';
import type { SessionServices } from './support-sessions.ts';

type Options = {
  /** Where a representative begins: the home folder of the person that the program runs for. */
  home: string;
  log: Logger;
};

/** This computer's files, with the rights of the person that the program runs for, over all sessions. */
export function createFileTransferService({ home, log }: Options): SessionServices['fileTransfer'] {
  const disk: Disk = {
    files,
    paths,
    home,
    sha256: () => createHash('sha256'),
    now: systemClock.now,
    isWindows: process.platform === 'win32',
  };
  const options = {
    disk,
    inWork: new Set<string>(),
    onTrouble: (error: unknown) => log.error({ error }, 'A file transfer failed.'),
  };
  return (channel, { use }) => {
    if (use === 'folders') void serveFolders(channel, options);
    else void serveTransfer(channel, options);
  };
}
