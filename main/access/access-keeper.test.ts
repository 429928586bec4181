import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createQuietLog } from '../testing/quiet-log.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createAccessKeeper, type Vault } from './access-keeper.ts';
import { createElectronVault } from './electron-vault.ts';

const ACCESS = { address: 'https://support.example.com', token: 'a-very-secret-token' };

/** Turns bytes round: enough to see that what is written is what was sealed. */
const aVault = (isTrustworthy = true): Vault => ({
  isTrustworthy: async () => isTrustworthy,
  seal: async (secret) => Buffer.from(secret).reverse(),
  open: async (sealed) => Buffer.from(sealed).reverse().toString(),
});

function aKeeper(vault = aVault(), folder = temporaryFolder()) {
  const onNotKept = vi.fn();
  const path = join(folder, 'access.json');
  const keeper = createAccessKeeper({ path, vault, now: () => 0, log: createQuietLog(), onNotKept });
  return { keeper, folder, onNotKept };
}

test('an access is kept sealed, and recalled by the next run', async () => {
  const { keeper, folder } = aKeeper();
  await keeper.keep(ACCESS);
  expect(readFileSync(join(folder, 'access.json'), 'utf8')).not.toContain(ACCESS.token);
  await expect(aKeeper(aVault(), folder).keeper.recall()).resolves.toEqual(ACCESS);
});

test('where only plain text is offered nothing is written, and the person is told', async () => {
  const { keeper, folder, onNotKept } = aKeeper(aVault(false));
  await keeper.keep(ACCESS);
  expect(onNotKept).toHaveBeenCalledOnce();
  expect(readdirSync(folder)).toEqual([]);
  await expect(keeper.recall()).resolves.toBeNull();
});

test("an access that another account's key sealed is not used", async () => {
  const { keeper, folder } = aKeeper();
  await keeper.keep(ACCESS);
  const foreign = { ...aVault(), open: () => Promise.reject(new Error('cannot decrypt')) };
  await expect(aKeeper(foreign, folder).keeper.recall()).resolves.toBeNull();
});

test('signing out forgets it', async () => {
  const { keeper } = aKeeper();
  await keeper.keep(ACCESS);
  keeper.forget();
  await expect(keeper.recall()).resolves.toBeNull();
});

test.each([
  ['basic_text', false],
  ['unknown', false],
  ['gnome_libsecret', true],
  ['kwallet6', true],
] as const)('on Linux the back end %s is trusted: %s', async (backend, isTrusted) => {
  const safeStorage = { getSelectedStorageBackend: () => backend, isEncryptionAvailable: () => true };
  await expect(createElectronVault(safeStorage, 'linux').isTrustworthy()).resolves.toBe(isTrusted);
});

test('the asynchronous interface is used where Electron has it, the older one elsewhere', async () => {
  const getSelectedStorageBackend = () => 'gnome_libsecret' as const;
  const older = createElectronVault(
    { getSelectedStorageBackend, encryptString: () => Buffer.from('sync'), decryptString: () => 'sync' },
    'linux',
  );
  const newer = createElectronVault(
    {
      getSelectedStorageBackend,
      encryptString: () => Buffer.from('sync'),
      encryptStringAsync: async () => Buffer.from('async'),
      decryptStringAsync: async () => ({ result: 'async', shouldReEncrypt: false }),
    },
    'linux',
  );
  await expect(older.seal('x')).resolves.toEqual(Buffer.from('sync'));
  await expect(newer.seal('x')).resolves.toEqual(Buffer.from('async'));
  await expect(older.open(Buffer.from('x'))).resolves.toBe('sync');
  await expect(newer.open(Buffer.from('x'))).resolves.toBe('async');
});
