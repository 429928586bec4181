import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './say.mjs';
import { SetupError } from './setup-error.mjs';

/** What Electron and its set-up need of a Linux system: Debian's package, and the file that shows it is there. */
export const SYSTEM_PARTS = [
  { debianPackage: 'libnss3', library: 'libnss3.so' },
  { debianPackage: 'libgtk-3-0', library: 'libgtk-3.so.0' },
  { debianPackage: 'libgbm1', library: 'libgbm.so.1' },
  { debianPackage: 'libasound2', library: 'libasound.so.2' },
  { debianPackage: 'libxss1', library: 'libXss.so.1' },
  { debianPackage: 'libatk-bridge2.0-0', library: 'libatk-bridge-2.0.so.0' },
  { debianPackage: 'libdrm2', library: 'libdrm.so.2' },
  { debianPackage: 'libxkbcommon0', library: 'libxkbcommon.so.0' },
  { debianPackage: 'xvfb', command: 'xvfb-run' },
  { debianPackage: 'xauth', command: 'xauth' },
  { debianPackage: 'unzip', command: 'unzip' },
];

/**
 * What the end-to-end tests need besides: a VNC server (1 MB) for Local VNC, and one (0.7 MB) that shares a display for
 * Screen Sharing. Who only starts the console does without.
 */
export const TEST_PARTS = [
  { debianPackage: 'tigervnc-standalone-server', command: 'Xtigervnc' },
  { debianPackage: 'tigervnc-scraping-server', command: 'X0tigervnc' },
];

/** The commands, as argument vectors, that install `debianPackages` as root. */
export function installCommands(debianPackages) {
  return [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', ...debianPackages],
  ];
}

/** The one line that somebody who is not root is asked to run. */
export function installLine(debianPackages) {
  return installCommands(debianPackages)
    .map((words) => `sudo ${words.join(' ')}`)
    .join(' && ');
}

/** The parts of `parts` that neither the loader's cache nor the search path knows. */
export function missingParts(parts, { libraries, hasCommand }) {
  return parts.filter(({ library, command }) => (library ? !libraries.has(library) : !hasCommand(command)));
}

function findOnPath(command) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.some((folder) => existsSync(join(folder, command)));
}

function knownLibraries() {
  const ldconfig = existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig';
  const { stdout } = spawnSync(ldconfig, ['-p'], { encoding: 'utf8' });
  const lines = (stdout ?? '').split('\n').slice(1);
  return new Set(lines.map((line) => line.trim().split(' ')[0]));
}

function missingHere(parts) {
  const missing = missingParts(parts, { libraries: knownLibraries(), hasCommand: findOnPath });
  return missing.map(({ debianPackage }) => debianPackage);
}

/**
 * Sees to the system libraries: as root with apt-get, otherwise by saying which line to run.
 * @param forTests what the end-to-end tests need, too
 */
export function installSystemLibraries({ forTests = false } = {}) {
  if (process.platform !== 'linux') return;
  const parts = forTests ? [...SYSTEM_PARTS, ...TEST_PARTS] : SYSTEM_PARTS;
  const missing = missingHere(parts);
  if (missing.length === 0) return;
  if (!findOnPath('apt-get')) {
    throw new SetupError(
      `System packages are missing here. Install what Debian calls ${missing.join(', ')}.`,
    );
  }
  if (process.getuid() !== 0) {
    throw new SetupError(`System packages are missing. Run:\n\n  ${installLine(missing)}\n`);
  }
  say(`Installing system packages with apt-get: ${missing.join(', ')} …`);
  for (const [command, ...words] of installCommands(missing)) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const { status } = spawnSync(command, words, { env, stdio: ['ignore', 2, 2] });
    if (status !== 0) throw new SetupError(`${command} ${words[0]} failed: see its message above.`);
  }
  const stillMissing = missingHere(parts);
  if (stillMissing.length > 0) {
    throw new SetupError(`apt-get ran, but these are still missing: ${stillMissing.join(', ')}.`);
  }
}
