// What electron-builder would be told, checked without it running: it must be valid, and pack the right things.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from './script.mjs';

const requireFromBuilder = createRequire(createRequire(import.meta.url).resolve('app-builder-lib'));
const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

let configuration;
beforeAll(() => {
  const { load } = requireFromBuilder('js-yaml');
  configuration = load(readFileSync(join(root, 'electron-builder.yml'), 'utf8'));
});

/** electron-builder's own validation, which needs no network. */
async function validate(candidate) {
  const { validateConfiguration } = requireFromBuilder('./util/config/config.js');
  await validateConfiguration(candidate, { add: () => {}, isEnabled: false });
}

describe('electron-builder.yml', () => {
  test('is what electron-builder accepts', async () => {
    await expect(validate(configuration)).resolves.toBeUndefined();
  });

  test('would be refused with a word that electron-builder does not know', async () => {
    await expect(validate({ ...configuration, fuses: {} })).rejects.toThrow(/fuses/);
  });

  test('spells out every fuse', () => {
    const named = new Set(Object.keys(configuration.electronFuses).map((name) => name.toLowerCase()));
    const fuses = Object.values(FuseV1Options).filter((name) => typeof name === 'string');
    expect(fuses.filter((name) => !named.has(name.toLowerCase()))).toEqual([]);
  });

  test('packs the pinned official Electron, never a repack', () => {
    expect(configuration.electronVersion).toBe(readJson('package.json').devDependencies.electron);
    expect(configuration).not.toHaveProperty('electronDist');
    expect(configuration).not.toHaveProperty('electronDownload');
  });

  test('packs the built programs and no package', () => {
    expect(configuration.files).toContain('!node_modules/**');
    const packed = configuration.files.filter((pattern) => !pattern.startsWith('!'));
    expect(packed.every((pattern) => pattern === 'package.json' || pattern.startsWith('out/'))).toBe(true);
    expect(packed).toContain(`${readJson('package.json').main.split('/').slice(0, 2).join('/')}/**`);
  });

  test('shows an icon of the size that every platform accepts', () => {
    for (const platform of ['linux', 'win', 'mac']) {
      const png = readFileSync(join(root, configuration[platform].icon));
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([512, 512]);
    }
  });
});
