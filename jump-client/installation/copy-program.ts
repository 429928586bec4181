import { mkdirSync } from 'node:fs';
import { constants, type FileHandle, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder, writeWhole } from '../write-whole.ts';
import type { ProgramFile } from './program-files.ts';

const CHUNK_BYTES = 1024 * 1024;
/** The files are made by this, and are nobody's before: neither a file nor a link in their place is written to. */
const NEW_FILE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

/**
 * Copies the program into its folder; all of it is on the disk when this resolves.
 * @param options.onCopied is told after each part how many bytes there are now
 * @throws what the signal was aborted with, within a megabyte
 */
export async function copyProgram(
  files: readonly ProgramFile[],
  folder: string,
  options: { onCopied: (bytes: number) => void; signal: AbortSignal },
): Promise<void> {
  const folders = new Set([folder]);
  let copied = 0;
  for (const file of files) {
    const to = join(folder, file.to);
    mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
    folders.add(dirname(to));
    await copyFile(file, to, options.signal, (bytes) => {
      copied += bytes;
      options.onCopied(copied);
    });
  }
  writeWhole(join(folder, 'program/package.json'), '{ "type": "module" }\n', 0o644);
  for (const made of folders) syncFolder(made);
}

async function copyFile(
  { from, isExecutable }: ProgramFile,
  to: string,
  signal: AbortSignal,
  onCopied: (bytes: number) => void,
): Promise<void> {
  const source = await open(from, 'r');
  try {
    const target = await open(to, NEW_FILE, isExecutable ? 0o755 : 0o644);
    try {
      await copyBytes(source, target, signal, onCopied);
      await target.sync();
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copyBytes(
  source: FileHandle,
  target: FileHandle,
  signal: AbortSignal,
  onCopied: (bytes: number) => void,
): Promise<void> {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  for (;;) {
    signal.throwIfAborted();
    const { bytesRead } = await source.read(chunk, 0, CHUNK_BYTES);
    if (bytesRead === 0) return;
    let written = 0;
    while (written < bytesRead) {
      written += (await target.write(chunk, written, bytesRead - written)).bytesWritten;
    }
    onCopied(bytesRead);
  }
}
