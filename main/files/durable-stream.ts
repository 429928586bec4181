import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { flushFolder } from './durable-file.ts';

/** A file that is being written: whole under its name, or not there at all. Call one method after the other ended. */
export type DurableStream = {
  write(text: string): Promise<void>;
  /** Puts what was written under the file's name, flushed with its folder. @returns its size in bytes */
  commit(): Promise<number>;
  /** Takes back what was written; what had the name before stays as it is. */
  discard(): Promise<void>;
  /** The same at once, for a program that ends. */
  discardNow(): void;
};

/**
 * The sibling of `writeDurably` for content that comes in pieces: a temporary file beside the target takes them, and
 * replaces it at the end. A target that is there must be a file, and writable; its permissions are kept.
 * @throws the system's error, with nothing left behind
 */
export async function openDurableStream(path: string): Promise<DurableStream> {
  const target = await existing(path);
  const final = target?.path ?? path;
  const temporary = `${final}.${randomBytes(4).toString('hex')}.part`;
  const file = await open(temporary, 'wx', target?.mode ?? 0o666);
  let isOpen = true;
  async function close(): Promise<void> {
    if (!isOpen) return;
    isOpen = false;
    await file.close();
  }
  async function discard(): Promise<void> {
    await close();
    await rm(temporary, { force: true });
  }
  return {
    async write(text) {
      await file.writeFile(text);
    },
    async commit() {
      try {
        await file.sync();
        const { size } = await file.stat();
        await close();
        await rename(temporary, final);
        flushFolder(dirname(final));
        return size;
      } catch (error) {
        await discard();
        throw error;
      }
    },
    discard,
    discardNow() {
      rmSync(temporary, { force: true });
      void close();
    },
  };
}

/** The file that would be replaced; behind a link the one it leads to. */
async function existing(path: string): Promise<{ path: string; mode: number } | null> {
  try {
    const real = await realpath(path);
    const found = await stat(real);
    // What has the name would only be found in the way at the end, or (a device) be replaced.
    if (found.isDirectory()) throw systemError('EISDIR', real);
    if (!found.isFile()) throw systemError('ENOTSUP', real);
    await (await open(real, 'r+')).close(); // whether it may be written; nothing is
    return { path: real, mode: found.mode & 0o777 };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function systemError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}
