import { type IfExists, TransferMessage } from '../contracts/file-transfer.ts';
import { type Disk, FileRefused, type OpenFile, problemOf } from './disk.ts';
import {
  digestStart,
  type FilesInWork,
  type FileTarget,
  openFileTarget,
  requireRoom,
} from './file-target.ts';
import { childPath } from './folders.ts';
import { type MessageChannel, PIECE_BYTES, TransferCancelled } from './message-channel.ts';

/** How far a transfer is, in bytes of the file. */
export type TransferProgress = (progress: {
  at: 'checking' | 'moving' | 'finishing';
  done: number;
  size: number;
  resumedAt: number;
}) => void;

export type FileOf = { folder: string; name: string };

/** @throws {FileRefused} what either side has against it, after the other was told. @throws {TransferCancelled} */
export async function sendFile(
  disk: Disk,
  { folder, name }: FileOf,
  channel: MessageChannel,
  onProgress: TransferProgress,
): Promise<{ name: string }> {
  return await telling(channel, async () => {
    const path = childPath(disk, folder, name);
    const status = await disk.files.stat(path);
    if (status.isDirectory()) throw new FileRefused('is-a-folder');
    if (!status.isFile()) throw new FileRefused('not-permitted'); // a pipe or a device would never end
    const file = await disk.files.open(path, 'r');
    try {
      return await sendOpenFile(disk, file, channel, onProgress);
    } finally {
      await file.close();
    }
  });
}

async function sendOpenFile(
  disk: Disk,
  file: OpenFile,
  channel: MessageChannel,
  onProgress: TransferProgress,
): Promise<{ name: string }> {
  const { size, mtimeMs } = await file.stat();
  await channel.say({ say: 'offer', size, modifiedAt: mtimeMs } satisfies TransferMessage);
  const taken = await hear(channel, 'take');
  let digest = disk.sha256();
  let offset = taken.offset <= size ? await digestStart(file, digest, taken.offset) : 0;
  if (offset !== taken.offset || digest.copy().digest('hex') !== taken.sha256) {
    offset = 0;
    digest = disk.sha256();
  }
  await channel.say({ say: 'from', offset } satisfies TransferMessage);
  const answer = hear(channel, 'stored');
  const refused = { yes: false };
  answer.catch(() => {
    refused.yes = true; // known before the last byte is sent: what follows would be for nobody
  });
  const pieces = createReadAhead(file, offset, size);
  try {
    for (let at = offset; at < size && !refused.yes; ) {
      const piece = await pieces.next();
      digest.update(piece);
      await channel.sendBytes(piece);
      at += piece.length;
      const done = Math.max(offset, at - channel.waitingBytes);
      onProgress({ at: 'moving', done, size, resumedAt: offset });
    }
    if (!refused.yes)
      await channel.say({ say: 'end', sha256: digest.digest('hex') } satisfies TransferMessage);
  } catch (error) {
    // Closed on the other side: its last word says why.
    if (problemOf(error) !== 'lost') throw error;
  } finally {
    await pieces.end();
  }
  onProgress({ at: 'finishing', done: size, size, resumedAt: offset });
  return await answer;
}

/** A file's pieces in order: while one is sent, the disk reads the next. */
function createReadAhead(file: OpenFile, from: number, size: number) {
  const buffers = [new Uint8Array(PIECE_BYTES), new Uint8Array(PIECE_BYTES)];
  let at = from;
  let coming = read();

  async function read(): Promise<Uint8Array | FileRefused> {
    const buffer = buffers.shift() ?? new Uint8Array(PIECE_BYTES);
    buffers.push(buffer);
    try {
      const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, size - at), at);
      at += bytesRead;
      return buffer.subarray(0, bytesRead);
    } catch (cause) {
      return new FileRefused(problemOf(cause), { cause });
    }
  }

  return {
    /** Good until the one after it is asked for. @throws {FileRefused} `changed` where the file ends before its size */
    async next(): Promise<Uint8Array> {
      const piece = await coming;
      if (piece instanceof FileRefused) throw piece;
      if (piece.length === 0) throw new FileRefused('changed');
      if (at < size) coming = read();
      return piece;
    },
    /** Waits for what is being read: the file can be closed then. */
    end: async () => void (await coming),
  };
}

type Receiving = FileOf & { ifExists: IfExists; inWork: FilesInWork };

/** @throws as {@link sendFile}. What has arrived stays only where the connection was lost. */
export async function receiveFile(
  disk: Disk,
  receiving: Receiving,
  channel: MessageChannel,
  onProgress: TransferProgress,
): Promise<{ name: string }> {
  return await telling(channel, async () => {
    const target = await openFileTarget(disk, receiving);
    try {
      return await receiveInto(disk, target, receiving.folder, channel, onProgress);
    } catch (error) {
      if (error instanceof FileRefused && error.problem === 'lost') await target.keep();
      else await target.discard();
      throw error;
    }
  });
}

async function receiveInto(
  disk: Disk,
  target: FileTarget,
  folder: string,
  channel: MessageChannel,
  onProgress: TransferProgress,
): Promise<{ name: string }> {
  const { size, modifiedAt } = await hear(channel, 'offer');
  onProgress({ at: 'checking', done: 0, size, resumedAt: 0 });
  const sha256 = target.digest.copy().digest('hex');
  await channel.say({ say: 'take', offset: target.length, sha256 } satisfies TransferMessage);
  const { offset } = await hear(channel, 'from');
  if (offset !== target.length) await target.restart();
  await requireRoom(disk, folder, size - target.length);
  for (;;) {
    const arrival = await channel.next();
    if (arrival.kind === 'bytes') {
      await target.write(arrival.bytes);
      if (target.length > size) throw new FileRefused('changed');
      onProgress({ at: 'moving', done: target.length, size, resumedAt: offset });
      continue;
    }
    const end = expectMessage(arrival.message, 'end');
    onProgress({ at: 'finishing', done: size, size, resumedAt: offset });
    if (target.length !== size || target.digest.copy().digest('hex') !== end.sha256)
      throw new FileRefused('checksum');
    const name = await target.commit(modifiedAt);
    await channel.say({ say: 'stored', name } satisfies TransferMessage);
    return { name };
  }
}

type Said<S extends TransferMessage['say']> = Extract<TransferMessage, { say: S }>;

async function hear<S extends TransferMessage['say']>(channel: MessageChannel, say: S): Promise<Said<S>> {
  const arrival = await channel.next();
  if (arrival.kind === 'bytes') throw new FileRefused('failed');
  return expectMessage(arrival.message, say);
}

function expectMessage<S extends TransferMessage['say']>(message: unknown, say: S): Said<S> {
  const heard = TransferMessage.safeParse(message).data;
  if (heard?.say === 'refused') throw new OtherRefused(heard.problem);
  if (heard?.say === 'cancel') throw new TransferCancelled('The other side cancelled it.');
  if (heard?.say !== say) throw new FileRefused('failed');
  return heard as Said<S>;
}

/** The other side's refusal: it knows. */
class OtherRefused extends FileRefused {}

/** Whatever goes wrong on this side is said to the other one. */
async function telling<T>(channel: MessageChannel, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TransferCancelled || error instanceof OtherRefused) throw error;
    const problem = problemOf(error);
    if (problem === 'lost') return await lastWord(channel);
    await sayRefused(channel, problem);
    throw error instanceof FileRefused ? error : new FileRefused(problem, { cause: error });
  }
}

/** The channel is closed: why, stands in what came before that and was not read yet. */
async function lastWord(channel: MessageChannel): Promise<never> {
  for (;;) {
    const arrival = await channel.next();
    if (arrival.kind === 'message') expectMessage(arrival.message, 'refused');
  }
}

async function sayRefused(channel: MessageChannel, problem: FileRefused['problem']): Promise<void> {
  try {
    await channel.say({ say: 'refused', problem } satisfies TransferMessage);
  } catch (error) {
    if (problemOf(error) !== 'lost') throw error; // nobody is there any more to be told
  }
}
