import type { IfExists } from '../contracts/file-transfer.ts';
import {
  type Digest,
  type Disk,
  FileRefused,
  type FileStatus,
  type OpenFile,
  orNothing,
  problemOf,
} from './disk.ts';
import { numberedName } from './file-name.ts';
import { childPath } from './folders.ts';
import { partialName } from './partial-file.ts';

/**
 * A file that is being received: its bytes go into a partial file in the same folder, which takes the file's name when
 * it is whole. What stood under the name stays as it is until then.
 */
export type FileTarget = {
  /** So much is there from an earlier attempt. */
  readonly length: number;
  readonly digest: Digest;
  /** Forgets what is there. */
  restart(): Promise<void>;
  write(pieces: readonly Uint8Array[]): Promise<void>;
  /** Flushes it and gives it its name, never over a file that has come meanwhile. @returns the name that it has got */
  commit(modifiedAt: number): Promise<string>;
  /** Closes it; what has arrived stays for another attempt. */
  keep(): Promise<void>;
  /** Closes it and takes it away. */
  discard(): Promise<void>;
};

/** One program's partial files that are being written: two transfers never write the same. */
export type FilesInWork = Set<string>;

const PIECE_BYTES = 256 * 1024;
const FLUSH_EVERY_BYTES = 32 * 1024 * 1024;
const MOST_NUMBERED = 10_000;

type Options = { folder: string; name: string; ifExists: IfExists; inWork: FilesInWork };

/** @throws {FileRefused} or the system's error, with nothing changed */
export async function openFileTarget(disk: Disk, options: Options): Promise<FileTarget> {
  const { folder, name, ifExists, inWork } = options;
  const wanted = childPath(disk, folder, name);
  const standing = await orNothing(disk.files.lstat(wanted));
  if (standing !== null && ifExists === 'refuse') throw new FileRefused('exists');
  if (standing !== null && ifExists === 'replace') requireReplaceable(standing);

  const partial = disk.paths.join(folder, partialName(disk, name));
  if (inWork.has(partial)) throw new FileRefused('busy');
  inWork.add(partial);
  try {
    const { file, length, digest } = await openPartial(disk, partial);
    return createFileTarget({
      ...options,
      disk,
      partial,
      file,
      length,
      digest,
      mode: standing?.isFile() === true ? standing.mode : null, // that of a link lets everybody write
    });
  } catch (error) {
    inWork.delete(partial);
    throw error;
  }
}

function requireReplaceable(standing: FileStatus): void {
  if (standing.isDirectory()) throw new FileRefused('is-a-folder');
  // Programs talk through a device, a pipe or a socket: a file in its place would be a quiet end of that.
  if (!standing.isFile() && !standing.isSymbolicLink()) throw new FileRefused('not-permitted');
}

async function openPartial(
  { files, sha256 }: Disk,
  path: string,
): Promise<{ file: OpenFile; length: number; digest: Digest }> {
  const known = await orNothing(files.lstat(path));
  if (known !== null && !known.isFile()) throw new FileRefused('not-permitted'); // a link that somebody has put there
  const file = await files.open(path, known === null ? 'wx+' : 'r+');
  const digest = sha256();
  try {
    const length = known === null ? 0 : await digestStart(file, digest, Number.POSITIVE_INFINITY);
    return { file, length, digest };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Adds a file's first bytes to a digest. @returns how many there were */
export async function digestStart(file: OpenFile, digest: Digest, mostBytes: number): Promise<number> {
  const buffer = new Uint8Array(PIECE_BYTES);
  let at = 0;
  while (at < mostBytes) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, mostBytes - at), at);
    if (bytesRead === 0) break;
    digest.update(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
  return at;
}

type Target = Options & {
  disk: Disk;
  partial: string;
  file: OpenFile;
  length: number;
  digest: Digest;
  /** Of what stands under the name: a replacement keeps its permissions. */
  mode: number | null;
};

function createFileTarget(target: Target): FileTarget {
  const { disk, partial, file, inWork } = target;
  let { length, digest } = target;
  const gathered = new Uint8Array(PIECE_BYTES);
  let isOpen = true;
  /** How far the disk has been told to keep it: done on the way, its end does not wait for all of the file. */
  let flushedLength = length;
  let flushing: Promise<unknown> | null = null;

  function flushOnTheWay(): void {
    if (flushing !== null || length - flushedLength < FLUSH_EVERY_BYTES) return;
    flushedLength = length;
    // What goes wrong here goes wrong at the end once more, where it is told.
    flushing = file.sync().then(doneFlushing, doneFlushing);
  }
  function doneFlushing(): void {
    flushing = null;
  }

  async function release(): Promise<void> {
    if (!isOpen) return;
    isOpen = false;
    await flushing;
    await file.close().finally(() => inWork.delete(partial));
  }

  async function writeOut(bytes: Uint8Array): Promise<void> {
    digest.update(bytes);
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await file.write(bytes, at, bytes.length - at, length);
      at += bytesWritten;
      length += bytesWritten;
    }
    flushOnTheWay();
  }

  return {
    get length() {
      return length;
    },
    get digest() {
      return digest;
    },
    async restart() {
      await file.truncate(0);
      length = flushedLength = 0;
      digest = disk.sha256();
    },
    async write(pieces) {
      let filled = 0;
      for (const piece of pieces) {
        if (filled > 0 && filled + piece.length > gathered.length) {
          await writeOut(gathered.subarray(0, filled));
          filled = 0;
        }
        if (piece.length > gathered.length) await writeOut(piece);
        else {
          gathered.set(piece, filled);
          filled += piece.length;
        }
      }
      if (filled > 0) await writeOut(gathered.subarray(0, filled));
    },
    async commit(modifiedAt) {
      if (target.mode !== null && target.ifExists === 'replace') await file.chmod(target.mode & 0o777);
      await file.utimes(modifiedAt / 1_000, modifiedAt / 1_000);
      await file.sync();
      await release();
      const name = await giveName(target);
      await flushFolder(disk, target.folder);
      return name;
    },
    keep: release,
    async discard() {
      await release();
      await disk.files.rm(partial, { force: true });
    },
  };
}

async function giveName({ disk, partial, folder, name, ifExists }: Target): Promise<string> {
  if (ifExists === 'replace') {
    await disk.files.rename(partial, childPath(disk, folder, name));
    return name;
  }
  for (let number = 1; number < MOST_NUMBERED; number += 1) {
    const given = number === 1 ? name : numberedName(name, number);
    if (await nameFresh(disk, partial, childPath(disk, folder, given))) return given;
    if (ifExists === 'refuse') break;
  }
  throw new FileRefused('exists');
}

/** False when something has the name. A second name and the loss of the first leave no moment to overwrite in. */
async function nameFresh({ files }: Disk, partial: string, path: string): Promise<boolean> {
  try {
    await files.link(partial, path);
  } catch (error) {
    const problem = problemOf(error);
    if (problem === 'exists') return false;
    // A file system without second names: looked at, then renamed.
    if ((await orNothing(files.lstat(path))) !== null) return false;
    await files.rename(partial, path);
    return true;
  }
  await files.rm(partial, { force: true });
  return true;
}

/** Makes the new name outlast a power cut. */
async function flushFolder(disk: Disk, folder: string): Promise<void> {
  if (disk.isWindows) return; // it opens no folders, and its rename is durable on its own
  const handle = await disk.files.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** @throws {FileRefused} `disk-full` where so much has no room */
export async function requireRoom(disk: Disk, folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await disk.files.statfs(folder);
  if (bavail * bsize < bytes) throw new FileRefused('disk-full');
}
