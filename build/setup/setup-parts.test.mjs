import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { arePackagesInstalled } from './packages.mjs';
import { createProgress } from './progress.mjs';
import { isNodeRecentEnough } from './require-node.mjs';
import { installLine, missingParts } from './system-libraries.mjs';

test.each([
  ['20.19.0', true],
  ['20.18.3', false],
  ['18.20.0', false],
  ['22.1.0', true],
  ['100.0.0', true],
])('Node.js %s is recent enough for >=20.19: %s', (version, enough) => {
  expect(isNodeRecentEnough(version, '>=20.19')).toBe(enough);
});

describe('whether the npm packages are installed', () => {
  let root;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'packages-'));
    mkdirSync(join(root, 'node_modules'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const lock = (file, packages) => writeFileSync(join(root, file), JSON.stringify({ packages }));
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '1.0.0', optional: true },
  };

  test('yes when all are there; one for another platform may be missing', () => {
    lock('package-lock.json', wanted);
    lock('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
    expect(arePackagesInstalled(root)).toBe(true);
  });

  test('no after the lock file changed', () => {
    lock('package-lock.json', { ...wanted, 'node_modules/a': { version: '1.0.1' } });
    lock('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
    expect(arePackagesInstalled(root)).toBe(false);
  });

  test('no when one is missing, or an install was interrupted', () => {
    lock('package-lock.json', wanted);
    expect(arePackagesInstalled(root)).toBe(false);
    lock('node_modules/.package-lock.json', {});
    expect(arePackagesInstalled(root)).toBe(false);
  });
});

describe('system libraries', () => {
  const parts = [
    { debianPackage: 'libnss3', library: 'libnss3.so' },
    { debianPackage: 'libgbm1', library: 'libgbm.so.1' },
    { debianPackage: 'xvfb', command: 'xvfb-run' },
  ];

  test('those that neither the loader nor the search path knows are missing', () => {
    const known = { libraries: new Set(['libnss3.so']), hasCommand: () => false };
    expect(missingParts(parts, known).map(({ debianPackage }) => debianPackage)).toEqual(['libgbm1', 'xvfb']);
  });

  test('whoever is not root gets one line to run', () => {
    expect(installLine(['libgbm1', 'xvfb'])).toBe(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends libgbm1 xvfb',
    );
  });
});

describe('the progress of a download', () => {
  const shownFor = (isTTY, received) => {
    const written = [];
    const stream = { isTTY, write: (text) => written.push(text) };
    const show = createProgress({ label: 'Electron', total: 196_000_000, stream });
    for (const bytes of received) show(bytes);
    return written;
  };

  test('in a file: a line every ten percent', () => {
    const received = Array.from({ length: 197 }, (_, megabytes) => megabytes * 1_000_000);
    const lines = shownFor(false, received);
    expect(lines).toHaveLength(11);
    expect(lines[5]).toBe('  Electron: 50 % (98 of 196 MB)\n');
  });

  test('on a terminal: one line, rewritten', () => {
    const written = shownFor(true, [0, 98_000_000, 98_000_001, 196_000_000]);
    expect(written).toEqual([
      '\r  Electron: 0 % (0 of 196 MB)',
      '\r  Electron: 50 % (98 of 196 MB)',
      '\r  Electron: 100 % (196 of 196 MB)\n',
    ]);
  });

  test('never more than everything', () => {
    expect(shownFor(false, [400_000_000])).toEqual(['  Electron: 100 % (196 of 196 MB)\n']);
  });
});
