import type { SafeStorage } from 'electron';
import type { Vault } from './access-keeper.ts';

/** Newer Electrons have an asynchronous interface, and lose the synchronous one in 46. */
type AnySafeStorage = Pick<SafeStorage, 'getSelectedStorageBackend'> & Partial<SafeStorage>;

/** Secrets in the operating system's own store; on Linux its "basic text" back end is no place for them. */
export function createElectronVault(safeStorage: AnySafeStorage, platform: NodeJS.Platform): Vault {
  return {
    async isTrustworthy() {
      const isAvailable = await (safeStorage.isAsyncEncryptionAvailable?.() ??
        safeStorage.isEncryptionAvailable?.() ??
        false);
      if (!isAvailable) return false;
      if (platform !== 'linux') return true;
      const backend = safeStorage.getSelectedStorageBackend();
      return backend !== 'basic_text' && backend !== 'unknown';
    },
    async seal(secret) {
      if (safeStorage.encryptStringAsync !== undefined) return safeStorage.encryptStringAsync(secret);
      if (safeStorage.encryptString !== undefined) return safeStorage.encryptString(secret);
      throw new Error('This Electron offers no encryption.');
    },
    async open(sealed) {
      const bytes = Buffer.from(sealed);
      if (safeStorage.decryptStringAsync !== undefined)
        return (await safeStorage.decryptStringAsync(bytes)).result;
      if (safeStorage.decryptString !== undefined) return safeStorage.decryptString(bytes);
      throw new Error('This Electron offers no decryption.');
    },
  };
}
