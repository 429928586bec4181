import { createHash, randomBytes } from 'node:crypto';
import * as files from 'node:fs/promises';
import { open } from 'node:fs/promises';
import * as paths from 'node:path';
import type { TransferOrder } from '#app/contracts/file-transfer.ts';
import type { Disk } from '#app/file-transfer/disk.ts';
import { createMessageChannel } from '#app/file-transfer/message-channel.ts';
import { receiveFile, sendFile } from '#app/file-transfer/transfer-file.ts';
import type { BenchSession } from './session-side.ts';

const MIB = 1024 * 1024;
const unseen = () => undefined;

export type Way = 'get' | 'put';

/** Downloads `source` of the folder as `copy`, or uploads it. */
export async function transfer({ endpoint }: BenchSession, folder: string, way: Way): Promise<void> {
  const sha256 = () => createHash('sha256');
  const disk: Disk = { files, paths, home: folder, sha256, now: Date.now, isWindows: false };
  const channel = createMessageChannel(endpoint.open({ service: 'file-transfer', use: 'transfer' }));
  const order: TransferOrder =
    way === 'get'
      ? { order: 'get', folder, name: 'source' }
      : { order: 'put', folder, name: 'copy', ifExists: 'replace' };
  await channel.say(order);
  if (way === 'put') await sendFile(disk, { folder, name: 'source' }, channel, unseen);
  else {
    const receiving = { folder, name: 'copy', ifExists: 'replace', inWork: new Set<string>() } as const;
    await receiveFile(disk, receiving, channel, unseen);
  }
  channel.close();
}

export async function writeLargeFile(path: string, mebibytes: number): Promise<void> {
  const piece = randomBytes(MIB);
  const file = await open(path, 'w');
  for (let number = 0; number < mebibytes; number += 1) await file.write(piece);
  await file.close();
}
