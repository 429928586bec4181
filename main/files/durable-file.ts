import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Replaces a small file so that a crash leaves the old content or the new one, never half of either: a temporary file
 * beside it, flushed, renamed over it, and the folder flushed too.
 */
export function writeDurably(path: string, content: string): void {
  const folder = dirname(path);
  const temporary = `${path}.new`;
  mkdirSync(folder, { recursive: true });
  try {
    const file = openSync(temporary, 'w', 0o600);
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  flushFolder(folder);
}

/** Makes a rename in a folder outlast a power cut. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return; // Windows opens no folders, and its rename is durable on its own.
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
