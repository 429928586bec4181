import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './say.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes `.package-lock.json` as the last
 * step of an install, so an interrupted one does not count; optional packages may be those of other platforms.
 */
export function arePackagesInstalled(root) {
  const installedLock = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([path, wantedPackage]) => {
    if (path === '') return true;
    const found = installed[path];
    if (!found) return wantedPackage.optional === true;
    return found.version === wantedPackage.version && found.integrity === wantedPackage.integrity;
  });
}

/** Runs `npm ci` in `root` when the lock file asks for something else than what is installed. */
export function installPackages(root) {
  if (arePackagesInstalled(root)) return;
  say('Installing the npm packages (npm ci) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32', // npm is a script there; the arguments are fixed words
  });
  if (status !== 0) {
    throw new SetupError(`npm ci failed${error ? ` (${error.message})` : ''}: see its message above.`);
  }
}
