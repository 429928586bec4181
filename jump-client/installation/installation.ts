import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { systemCodeOf } from '../system-errors.ts';
import { writeWhole } from '../write-whole.ts';

/** What an installation has put outside its folder; it goes in the opposite order. */
const Outside = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), path: z.string() }),
  /** Made for it, and taken away where nobody else uses it. */
  z.strictObject({ kind: z.literal('folder'), path: z.string() }),
  z.strictObject({ kind: z.literal('account'), name: z.string() }),
  z.strictObject({ kind: z.literal('unit'), path: z.string() }),
]);
export type Outside = z.infer<typeof Outside>;

export const InstallationMode = z.enum(['user', 'service']);
/** *User*: of one account, while that is logged in. *Service*: of the computer, always (R2.9). */
export type InstallationMode = z.infer<typeof InstallationMode>;

export const InstallationRecord = z.strictObject({
  appliance: z.string().max(2_048),
  mode: InstallationMode,
  /** The process that installs it (`identifyProcess`); null once that is done. */
  installer: z.string().nullable(),
  outside: z.array(Outside),
});
export type InstallationRecord = z.infer<typeof InstallationRecord>;

/**
 * A Jump Client in a folder of its own, with the runtime that runs it. The record in it says what lies elsewhere, and is
 * written before anything is put there: whoever finds the folder can take all of it away.
 */
export type Installation = { readonly folder: string; readonly record: InstallationRecord };

export const INSTALLATION_NAME = /^jump-client-[0-9a-f]{16}$/;
export const RECORD_FILE = 'installation.json';

/** What lies where in an installation. */
export function placesIn(folder: string) {
  return {
    runtime: join(folder, 'node'),
    programFolder: join(folder, 'program'),
    program: join(folder, 'program', 'index.js'),
    dataDir: join(folder, 'data'),
  };
}

/** Null where there is none, or what lies there is none of ours. */
export function readInstallation(folder: string): Installation | null {
  try {
    const record = InstallationRecord.parse(JSON.parse(readFileSync(join(folder, RECORD_FILE), 'utf8')));
    return { folder, record };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EISDIR'].includes(systemCodeOf(error))) return null;
    throw error;
  }
}

/**
 * The installation that a program belongs to: null for one that was started from anywhere else.
 * @throws where that is being taken away: its program must not become another, with data elsewhere
 */
export function installationOf(program: string): Installation | null {
  const folder = dirname(dirname(program));
  if (placesIn(folder).program !== program || !INSTALLATION_NAME.test(basename(folder))) return null;
  const installation = readInstallation(folder);
  if (installation === null) throw new Error(`${join(folder, RECORD_FILE)} is missing.`);
  return installation;
}

/** Keeps a change of the record before it comes true. @returns the installation with it */
export function keepRecord(
  { folder, record }: Installation,
  change: Partial<InstallationRecord>,
): Installation {
  const changed = { ...record, ...change };
  // Whom a service runs as may read what is installed; in a user's own folder nobody else comes this far.
  writeWhole(join(folder, RECORD_FILE), `${JSON.stringify(changed, null, 2)}\n`, 0o644);
  return { folder, record: changed };
}

/** Notes what is about to be put outside its folder. */
export function noteOutside(installation: Installation, ...outside: readonly Outside[]): Installation {
  return keepRecord(installation, { outside: [...installation.record.outside, ...outside] });
}
