import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { JumpItemId } from '#app/domain/ids.ts';
import { EXIT } from '../exit-codes.ts';
import { createSilentLog, type LogLine } from '../testing/silent-log.ts';
import { aTemporaryFolder } from '../testing/temporary-folder.ts';
import { establishIdentity } from './establish-identity.ts';
import { createIdentityStore, type Identity } from './identity-store.ts';

const APPLIANCE = 'http://127.0.0.1:1';
const secret = 's'.repeat(43);

function aComputer(kept?: Partial<Identity>) {
  const dataDir = aTemporaryFolder();
  const store = createIdentityStore({ dataDir, now: () => 0 });
  const known = {
    appliance: APPLIANCE,
    jumpClientId: 'jc-1' as JumpItemId,
    secret: 'k'.repeat(43),
    disabled: true,
    removalDigest: null,
    uninstalling: false,
  };
  if (kept !== undefined) store.write({ ...known, ...kept });
  const lines: LogLine[] = [];
  const establish = (appliance: string | null, hasInstallerKey: boolean) =>
    establishIdentity({
      store,
      appliance,
      hasInstallerKey,
      newSecret: () => secret,
      log: createSilentLog(lines),
    });
  return { dataDir, store, lines, establish };
}

test('the first time a secret is made, and kept before it is used', () => {
  const { store, establish } = aComputer();
  const identity = {
    appliance: APPLIANCE,
    jumpClientId: null,
    secret,
    disabled: false,
    removalDigest: null,
    uninstalling: false,
  };
  expect(establish(APPLIANCE, true)).toEqual(identity);
  expect(store.read()).toEqual({ found: 'identity', identity });
});

test('a lost answer registers nothing twice: the same secret goes again', () => {
  const { establish } = aComputer({ jumpClientId: null });
  expect(establish(APPLIANCE, true).secret).toBe('k'.repeat(43));
});

test('a registered computer needs neither an address nor a key', () => {
  expect(aComputer({}).establish(null, false)).toMatchObject({ appliance: APPLIANCE, jumpClientId: 'jc-1' });
});

test('an appliance that has moved is looked for at its new address from then on', () => {
  const { store, establish } = aComputer({});
  establish('http://127.0.0.1:2', false);
  expect(store.read()).toMatchObject({ identity: { appliance: 'http://127.0.0.1:2', jumpClientId: 'jc-1' } });
});

test('without an address, or without a key, the first start is refused with what to do', () => {
  const { establish } = aComputer();
  expect(() => establish(null, true)).toThrow(expect.objectContaining({ exitCode: EXIT.usage }));
  expect(() => establish(APPLIANCE, false)).toThrow(expect.objectContaining({ exitCode: EXIT.refused }));
});

test('a damaged identity is named in the log, and a new one registered with a key', () => {
  const { dataDir, lines, establish } = aComputer();
  writeFileSync(join(dataDir, 'identity.json'), 'not an identity');
  expect(establish(APPLIANCE, true)).toMatchObject({ jumpClientId: null });
  expect(lines.map(({ msg }) => msg)).toEqual(['The identity file was damaged and has been set aside.']);
});
