import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './say.mjs';

const OFFICIAL_DOWNLOADS = 'https://github.com/electron/electron/releases/download/';
/** A network that refuses the download's host must not hold anybody up. */
const PROBE_MS = 2_000;
const INSTALL_MS = 10 * 60_000;

function downloadUrl(version, env) {
  const mirror = env.npm_config_electron_mirror ?? env.ELECTRON_MIRROR ?? OFFICIAL_DOWNLOADS;
  return `${mirror}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`;
}

/** The executable that the `electron` package has fetched before, or null. */
export function installedOfficialElectron(root) {
  const folder = join(root, 'node_modules', 'electron');
  if (!existsSync(join(folder, 'path.txt'))) return null; // written when the unpacking is complete
  const executable = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
  return existsSync(executable) ? executable : null;
}

/** Whether the download's host answers for exactly this file, quickly. Any failure means no. */
export async function canDownload(url, { timeoutMs = PROBE_MS } = {}) {
  const probe = fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(timeoutMs) });
  return await probe.then(
    (response) => response.ok,
    () => false,
  );
}

/** Lets the `electron` package fetch its binary, checksums included, when its host can be reached; else null. */
export async function downloadOfficialElectron(root, env = process.env) {
  const folder = join(root, 'node_modules', 'electron');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const behindProxy = env.ELECTRON_GET_USE_PROXY !== undefined; // which a plain probe would not go through
  if (!behindProxy && !(await canDownload(downloadUrl(version, env)))) {
    say(`The official Electron ${version} cannot be downloaded from here.`);
    return null;
  }
  say(`Downloading the official Electron ${version} …`);
  const words = [join(folder, 'install.js')];
  const { status } = spawnSync(process.execPath, words, {
    env,
    stdio: ['ignore', 2, 2],
    timeout: INSTALL_MS,
  });
  return status === 0 ? installedOfficialElectron(root) : null;
}
