import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { JumpItemId } from '#app/domain/ids.ts';
import { aTemporaryFolder } from '../testing/temporary-folder.ts';
import { defaultDataDir } from './data-dir.ts';
import { createIdentityStore, type Identity } from './identity-store.ts';

const IDENTITY: Identity = {
  appliance: 'http://127.0.0.1:1',
  jumpClientId: 'jc-1' as JumpItemId,
  secret: 'a'.repeat(43),
  disabled: false,
  removalDigest: null,
  uninstalling: false,
};
const now = () => Date.parse('2026-01-02T03:04:05Z');

test('an identity is kept, readable by its owner only', () => {
  const dataDir = join(aTemporaryFolder(), 'a', 'b');
  const store = createIdentityStore({ dataDir, now });
  store.write(IDENTITY);
  store.write({ ...IDENTITY, disabled: true });
  expect(store.read()).toEqual({ found: 'identity', identity: { ...IDENTITY, disabled: true } });
  expect(statSync(join(dataDir, 'identity.json')).mode & 0o777).toBe(0o600);
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  expect(readdirSync(dataDir)).toEqual(['identity.json']);
});

test('an identity that is half written does no harm to the one that is kept', () => {
  const dataDir = aTemporaryFolder();
  const store = createIdentityStore({ dataDir, now });
  store.write(IDENTITY);
  writeFileSync(join(dataDir, 'identity.json.new'), '{"appl');
  expect(store.read()).toMatchObject({ found: 'identity' });
  store.write(IDENTITY);
  expect(store.read()).toMatchObject({ found: 'identity' });
});

test.each(['', '{"appliance":', '{}', JSON.stringify({ ...IDENTITY, secret: 'short' }), 'null'])(
  'a damaged identity file is set aside, not wiped: %j',
  (text) => {
    const dataDir = aTemporaryFolder();
    writeFileSync(join(dataDir, 'identity.json'), text);
    const store = createIdentityStore({ dataDir, now });
    const setAsideAs = join(dataDir, 'identity.json.corrupt-2026-01-02T03-04-05.000Z');
    expect(store.read()).toEqual({ found: 'corrupt', setAsideAs });
    expect(readFileSync(setAsideAs, 'utf8')).toBe(text);
    expect(store.read()).toEqual({ found: 'nothing' });
  },
);

test('the data folder is where such data belong', () => {
  expect(defaultDataDir({}, '/home/kim')).toBe('/home/kim/.local/share/jump-console/jump-client');
  expect(defaultDataDir({ XDG_DATA_HOME: '/data' }, '/home/kim')).toBe('/data/jump-console/jump-client');
  expect(defaultDataDir({ XDG_DATA_HOME: 'data' }, '/home/kim')).toContain('/home/kim/.local/share');
});
