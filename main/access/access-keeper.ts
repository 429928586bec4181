import { rmSync } from 'node:fs';
import { z } from 'zod';
import type { ApplianceAccess } from '../appliance-connection/connection-listener.ts';
import { writeDurably } from '../files/durable-file.ts';
import { readCheckedFile } from '../files/read-checked-file.ts';
import type { Log } from '../logging/log.ts';

const AccessFile = z.strictObject({ version: z.literal(1), address: z.string(), sealedToken: z.base64() });

/** What encrypts secrets with a key of the operating system's. */
export type Vault = {
  /** False where the system offers no better place than a file with a key that everybody knows. */
  isTrustworthy(): Promise<boolean>;
  seal(secret: string): Promise<Uint8Array>;
  open(sealed: Uint8Array): Promise<string>;
};

export type AccessKeeper = {
  /** Remembers where the representative signed in. Without a trustworthy vault only until the console ends. */
  keep(access: ApplianceAccess): Promise<void>;
  forget(): void;
  /** @returns what was kept by an earlier run, or null */
  recall(): Promise<ApplianceAccess | null>;
};

type Deps = { path: string; vault: Vault; now: () => number; log: Log; onNotKept: () => void };

export function createAccessKeeper({ path, vault, now, log, onNotKept }: Deps): AccessKeeper {
  const forget = () => rmSync(path, { force: true });
  return {
    async keep({ address, token }) {
      if (!(await vault.isTrustworthy())) {
        forget();
        onNotKept();
        return;
      }
      const sealedToken = Buffer.from(await vault.seal(token)).toString('base64');
      writeDurably(path, JSON.stringify({ version: 1, address, sealedToken }));
    },
    forget,
    async recall() {
      const file = readCheckedFile({ path, schema: AccessFile, now: now() });
      if (file.state === 'set-aside') log.warn({ path: file.path }, 'the kept access was unreadable');
      if (file.state !== 'read') return null;
      try {
        const token = await vault.open(Buffer.from(file.value.sealedToken, 'base64'));
        return { address: file.value.address, token };
      } catch (error) {
        // Another system account's key, or a key that was reset: the representative signs in anew.
        log.warn({ err: error }, 'the kept access cannot be opened');
        return null;
      }
    },
  };
}
