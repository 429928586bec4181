import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { EXIT } from '../exit-codes.ts';
import { type Account, parsePasswd } from '../statistics/parse/parse-passwd.ts';
import { unlessGone } from '../unless-gone.ts';
import { writeWhole } from '../write-whole.ts';
import { type Installation, noteOutside, placesIn } from './installation.ts';

/** Where programs are put that are no part of the system. */
export const SERVICE_BASE = '/opt';
const UNITS = '/etc/systemd/system';
/** Only with the service manager that runs can something be enabled. */
export const hasServiceManager = (): boolean => existsSync('/run/systemd/system');

/** Null: there is no such account. */
export function findAccount(name: string): Account | null {
  const accounts = parsePasswd(readFileSync('/etc/passwd', 'utf8'));
  return accounts.find((account) => account.name === name) ?? null;
}

/** R4.6: what is installed as root does not run as root. Only its data are its account's; the program stays root's. */
export function addAccount(installation: Installation): Installation {
  const name = accountOf(installation);
  const { dataDir } = placesIn(installation.folder);
  const noted = noteOutside(installation, { kind: 'account', name });
  const words = ['--system', '--user-group', '--no-create-home', '--home-dir', dataDir];
  run('useradd', [...words, '--shell', '/usr/sbin/nologin', '--comment', 'Jump Client', name]);
  const account = findAccount(name);
  if (account === null) throw new Error(`There is no account ${name} after useradd.`);
  mkdirSync(dataDir, { mode: 0o700 });
  chownSync(dataDir, account.userId, account.groupId);
  return noted;
}

/** Ends what still runs as it, and takes the account away; where there is none, nothing is to be done. */
export function removeAccount(name: string): void {
  const account = findAccount(name);
  if (account === null) return;
  for (const processId of processesOf(account.userId))
    unlessGone(() => process.kill(processId, 'SIGKILL'), false);
  run('userdel', ['--force', name]);
}

/** The unit that starts it with the computer. */
export function addUnit(installation: Installation): Installation {
  if (!existsSync(UNITS)) return installation; // this computer has no such service manager
  const path = `${UNITS}/${basename(installation.folder)}.service`;
  const noted = noteOutside(installation, { kind: 'unit', path });
  writeWhole(path, unitOf(installation), 0o644);
  return noted;
}

export function removeUnit(path: string): void {
  if (hasServiceManager()) {
    spawnSync('systemctl', ['disable', '--quiet', basename(path)]);
    rmSync(path, { force: true });
    spawnSync('systemctl', ['daemon-reload']);
    spawnSync('systemctl', ['reset-failed', '--quiet', basename(path)]);
  }
  rmSync(path, { force: true });
}

/** The file with the installer key of the first start, which root alone reads. */
export const firstStartFile = (folder: string): string => `${folder}/first-start.env`;

/** As root it only cleans up, and only what was uninstalled: its program does so when it has ended (`+`). */
export function unitOf(installation: Installation): string {
  const { folder, record } = installation;
  const { runtime, program, dataDir } = placesIn(folder);
  const appliance = record.appliance.replaceAll('%', '%%'); // the address of one has neither blanks nor quotes
  const final = [EXIT.usage, EXIT.refused, EXIT.removed, EXIT.limitReached].join(' ');
  return [
    '[Unit]',
    `Description=Jump Client of ${appliance}`,
    'Wants=network-online.target',
    'After=network-online.target',
    '',
    '[Service]',
    `User=${accountOf(installation)}`,
    `WorkingDirectory=${dataDir}`,
    `EnvironmentFile=-${firstStartFile(folder)}`,
    `ExecStart=${runtime} ${program} --appliance ${appliance}`,
    `ExecStopPost=+${runtime} ${program} clean-up`,
    'Restart=on-failure',
    'RestartSec=5',
    `RestartPreventExitStatus=${final}`,
    `SuccessExitStatus=${EXIT.removed}`, // or the system would count it among what has failed, long after it is gone
    '',
    '[Install]',
    'WantedBy=multi-user.target',
    '',
  ].join('\n');
}

/** An account's name has at most 32 characters. */
function accountOf({ folder }: Installation): string {
  return basename(folder);
}

function processesOf(userId: number): number[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.filter((id) => statSync(`/proc/${id}`, { throwIfNoEntry: false })?.uid === userId).map(Number);
}

/** Runs a program of the system to its end. @throws with what it said when it fails */
export function run(program: string, words: readonly string[]): void {
  const { status, error, stderr } = spawnSync(program, words, { encoding: 'utf8' });
  if (error !== undefined) throw new Error(`${program} could not be run.`, { cause: error });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr.trim()}`);
}
