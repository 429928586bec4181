import { basename } from 'node:path';
import type { FileProblem } from '#app/domain/file-columns.ts';

/** A file that could not be written or read, for a reason that the person can be told. */
export class FileProblemError extends Error {
  override readonly name = 'FileProblemError';
  readonly problem: FileProblem;
  constructor(problem: FileProblem, options?: ErrorOptions) {
    super(problem.problem, options);
    this.problem = problem;
  }
}

function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

const PROBLEM_OF_CODE: Readonly<Record<string, FileProblem['problem']>> = {
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  EBUSY: 'not-writable',
  EISDIR: 'not-writable',
  ENOTSUP: 'not-writable',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  ENOENT: 'folder-gone',
  ENOTDIR: 'folder-gone',
};

/** What a failed write of a file is called; anything but the system's own error is a bug and is thrown on. */
export function writeProblem(error: unknown, path: string): FileProblem {
  const code = systemCode(error);
  if (code === null) throw error;
  return { problem: PROBLEM_OF_CODE[code] ?? 'write-failed', detail: code, file: basename(path) };
}

/** What a failed reading of a file is called. */
export function readProblem(error: unknown, path: string): FileProblem {
  const file = basename(path);
  if (error instanceof FileProblemError) return { ...error.problem, file };
  const code = systemCode(error);
  if (code === null) throw error;
  return { problem: 'not-readable', detail: code, file };
}
