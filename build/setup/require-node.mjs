// Imported first by every script: an older Node.js stops here, before anything that it cannot run is reached.
import { readFileSync } from 'node:fs';

/** Whether `version` (`20.19.1`) satisfies `range`, which has the form `>=20.19`. */
export function isNodeRecentEnough(version, range) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = range.replace('>=', '').split('.').map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
if (!isNodeRecentEnough(process.versions.node, manifest.engines.node)) {
  process.stderr.write(
    `Jump Console needs Node.js ${manifest.engines.node}; this is ${process.versions.node} ` +
      `(${process.execPath}). Install a newer one and run the command again.\n`,
  );
  process.exit(1);
}
