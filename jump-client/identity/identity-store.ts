import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { JumpClientSecret } from '#app/contracts/jump-client-protocol.ts';
import { JumpItemId } from '#app/domain/ids.ts';
import { systemCodeOf } from '../system-errors.ts';
import { writeWhole } from '../write-whole.ts';

export const IDENTITY_FILE = 'identity.json';

/** Who this Jump Client is. The secret is made here and known to nobody else. */
export const Identity = z.strictObject({
  appliance: z.string().min(1).max(2_048),
  /** Null until the appliance has registered it: the same secret again then gives the same identity. */
  jumpClientId: JumpItemId.nullable(),
  secret: JumpClientSecret,
  /** Its user allows no sessions for now (R5.4). */
  disabled: z.boolean(),
  /** Whoever says that it was removed shows what has this digest; null until its first welcome. */
  removalDigest: z.string().max(128).nullable().default(null),
  /** It is uninstalled as far as anybody else knows, and has to delete what is left of it. */
  uninstalling: z.boolean().default(false),
});
export type Identity = z.infer<typeof Identity>;

export type IdentityFound =
  | { found: 'identity'; identity: Identity }
  | { found: 'nothing' }
  /** The file was no identity; it was moved, not deleted. */
  | { found: 'corrupt'; setAsideAs: string };

export type IdentityStore = {
  read(): IdentityFound;
  /** Whole or not at all, and on the disk when it returns; readable by its owner only. */
  write(identity: Identity): void;
};

/** @param options.now names a file that is set aside */
export function createIdentityStore(options: { dataDir: string; now: () => number }): IdentityStore {
  const { dataDir, now } = options;
  const file = join(dataDir, IDENTITY_FILE);

  function setAside(): string {
    const setAsideAs = `${file}.corrupt-${new Date(now()).toISOString().replaceAll(':', '-')}`;
    renameSync(file, setAsideAs);
    return setAsideAs;
  }

  return {
    read() {
      const text = readTextIfThere(file);
      if (text === null) return { found: 'nothing' };
      const identity = parseIdentity(text);
      return identity === null
        ? { found: 'corrupt', setAsideAs: setAside() }
        : { found: 'identity', identity };
    },
    write(identity) {
      mkdirSync(dataDir, { recursive: true, mode: 0o700 });
      writeWhole(file, `${JSON.stringify(identity, null, 2)}\n`, 0o600);
    },
  };
}

function readTextIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function parseIdentity(text: string): Identity | null {
  try {
    return Identity.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}
