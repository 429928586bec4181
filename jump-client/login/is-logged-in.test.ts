import { expect, test } from 'vitest';
import { type System, thisSystem } from '../system.ts';
import { isLoggedIn } from './is-logged-in.ts';

const KIM = { userId: 1_000, name: 'kim' };
const SYSTEMD = { '/run/systemd/system/a': '' };

function aSystem(files: Record<string, string>, utmp: Uint8Array | null = null): System {
  const missing = (path: string) => Object.assign(new Error(`No ${path}`), { code: 'ENOENT' });
  return {
    ...thisSystem,
    architecture: () => 'x64',
    async readText(path) {
      if (files[path] === undefined) throw missing(path);
      return files[path];
    },
    async readBytes(path) {
      if (utmp === null) throw missing(path);
      return utmp;
    },
    async listFolder(path) {
      const names = Object.keys(files).filter((file) => file.startsWith(`${path}/`));
      if (names.length === 0) throw missing(path);
      return names;
    },
  };
}

/** One login in the file of logins. */
function utmpOf(name: string): Uint8Array {
  const bytes = new Uint8Array(384);
  new DataView(bytes.buffer).setInt16(0, 7, true);
  bytes.set(new TextEncoder().encode(name), 44);
  return bytes;
}

test.each([
  ['active', true],
  ['online', true],
  ['opening', true],
  ['lingering', false],
  ['closing', false],
  ['offline', false],
])('R2.9 as systemd-logind says: %s', async (state, loggedIn) => {
  const record = `NAME=kim\nSTATE=${state}\n`;
  const system = aSystem({ ...SYSTEMD, '/run/systemd/users/1000': record }, utmpOf('kim'));
  expect(await isLoggedIn(system, KIM)).toBe(loggedIn);
});

test('R2.9 whom systemd-logind does not know is not logged in', async () => {
  expect(await isLoggedIn(aSystem({ ...SYSTEMD, '/run/systemd/users/0': 'STATE=active\n' }), KIM)).toBe(
    false,
  );
});

test('R2.9 without systemd the file of logins says it, and where there is none nobody can tell', async () => {
  expect(await isLoggedIn(aSystem({}, utmpOf('kim')), KIM)).toBe(true);
  expect(await isLoggedIn(aSystem({}, utmpOf('mara')), KIM)).toBe(false);
  expect(await isLoggedIn(aSystem({}), KIM)).toBeNull();
});

test('R2.9 a folder of systemd’s says nothing where systemd does not run, as in a container', async () => {
  const files = { '/run/systemd/users/0': 'STATE=active\n' };
  expect(await isLoggedIn(aSystem(files), KIM)).toBeNull();
  expect(await isLoggedIn(aSystem(files, utmpOf('kim')), KIM)).toBe(true);
});
