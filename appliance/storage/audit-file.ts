import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { type AuditPosition, verifyAuditLog } from '../core/audit-log.ts';
import type { Environment } from '../core/environment.ts';

/** The audit log that is to go on was changed, or is none. */
export class AuditFileProblem extends Error {
  override readonly name = 'AuditFileProblem';
}

export type AuditFile = {
  readonly from: AuditPosition;
  append(line: string): void;
  close(): void;
};

/**
 * Opens a log to go on with, or a new one that only this user can read.
 * @throws AuditFileProblem when what is there does not hold together; the system's error when it cannot be opened
 */
export function openAuditFile(path: string, digest: Environment['digest']): AuditFile {
  const file = openSync(path, 'a+', 0o600);
  const lines = readFileSync(path, 'utf8').split('\n');
  const unfinished = lines.pop() !== '';
  const verdict = verifyAuditLog(lines, digest);
  if (!verdict.ok || unfinished) {
    closeSync(file);
    const line = verdict.ok ? lines.length + 1 : verdict.brokenAt;
    throw new AuditFileProblem(`The audit log ${path} does not hold together at line ${line}.`);
  }
  let isOpen = true;
  return {
    from: verdict.position,
    append(line) {
      if (isOpen) writeSync(file, `${line}\n`); // once closed, its number may be another file's
    },
    close() {
      isOpen = false;
      closeSync(file);
    },
  };
}
