// What a build was made from, so that only what changed is built again.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Files that decide about every program. */
const SHARED_INPUTS = ['package.json', 'package-lock.json', 'build/targets.mjs', 'build/bundle.mjs'];
const isTest = (name) => /\.(test|spec)\.tsx?$/.test(name);

function filesIn(root, folder) {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !isTest(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A digest of all that goes into a program: names and contents of its sources, and how it is built. */
export function inputsDigest(root, sources) {
  const hash = createHash('sha256');
  const shared = SHARED_INPUTS.map((name) => join(root, name)).filter((path) => existsSync(path));
  for (const path of [...shared, ...sources.flatMap((folder) => filesIn(root, folder))]) {
    hash.update(path.slice(root.length).replaceAll(sep, '/')).update('\0');
    hash.update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

const digestFile = (root, name) => join(root, 'out', '.built-from', name);

/** Whether `out/<name>` was built from these inputs. */
export function isFresh(root, name, digest) {
  const file = digestFile(root, name);
  return existsSync(join(root, 'out', name)) && existsSync(file) && readFileSync(file, 'utf8') === digest;
}

/** Forgets what `out/<name>` was built from, while it is being built. */
export function forgetDigest(root, name) {
  rmSync(digestFile(root, name), { force: true });
}

/** Notes what `out/<name>` was built from. */
export function rememberDigest(root, name, digest) {
  mkdirSync(join(root, 'out', '.built-from'), { recursive: true });
  writeFileSync(digestFile(root, name), digest);
}
