import type { FileProblem } from '../contracts/file-transfer.ts';

/** A part of what Node's `fs/promises` says of a file. */
export type FileStatus = {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
  readonly size: number;
  readonly mtimeMs: number;
  readonly mode: number;
};

/** A part of Node's `FileHandle`. */
export type OpenFile = {
  read(buffer: Uint8Array, offset: number, length: number, position: number): Promise<{ bytesRead: number }>;
  write(
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ bytesWritten: number }>;
  stat(): Promise<FileStatus>;
  truncate(length: number): Promise<void>;
  utimes(accessed: number, modified: number): Promise<void>;
  chmod(mode: number): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
};

/** A part of Node's `Hash`. */
export type Digest = {
  update(bytes: Uint8Array): unknown;
  copy(): Digest;
  digest(encoding: 'hex'): string;
};

/** A computer's files, as File Transfer needs them: Node's `fs/promises`, `path` and `crypto` have this shape. */
export type Disk = {
  files: {
    readdir(path: string): Promise<string[]>;
    realpath(path: string): Promise<string>;
    stat(path: string): Promise<FileStatus>;
    lstat(path: string): Promise<FileStatus>;
    statfs(path: string): Promise<{ bavail: number; bsize: number }>;
    open(path: string, flags: string): Promise<OpenFile>;
    link(path: string, newPath: string): Promise<void>;
    mkdir(path: string): Promise<unknown>;
    rename(path: string, newPath: string): Promise<void>;
    rm(path: string, options: { recursive?: boolean; force?: boolean }): Promise<void>;
  };
  paths: { join(...parts: string[]): string; dirname(path: string): string; basename(path: string): string };
  sha256(): Digest;
  /** Milliseconds since 1970. */
  now(): number;
  /** Where the person that it belongs to begins. */
  home: string;
  isWindows: boolean;
};

/** Something was not done, for a reason that a person can understand. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly problem: FileProblem;

  constructor(problem: FileProblem, options?: ErrorOptions) {
    super(`It was not done: ${problem}.`, options);
    this.problem = problem;
  }
}

const PROBLEMS: Readonly<Record<string, FileProblem>> = {
  ENOENT: 'not-found',
  ELOOP: 'not-found',
  EACCES: 'not-permitted',
  EPERM: 'not-permitted',
  EROFS: 'not-permitted',
  EEXIST: 'exists',
  ENOTEMPTY: 'exists',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EISDIR: 'is-a-folder',
  ENOTDIR: 'not-a-folder',
  ENAMETOOLONG: 'name-refused',
  EINVAL: 'name-refused',
  EILSEQ: 'name-refused',
  EBUSY: 'busy',
};

/** Why the system did not do it; `failed` for what nobody foresaw. */
export function problemOf(error: unknown): FileProblem {
  if (error instanceof FileRefused) return error.problem;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return PROBLEMS[code] ?? 'failed';
}

/** What it answers, or null where there is nothing of that path. */
export async function orNothing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (problemOf(error) === 'not-found') return null;
    throw error;
  }
}
