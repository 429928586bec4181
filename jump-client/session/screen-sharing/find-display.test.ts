import { expect, test } from 'vitest';
import { type System, thisSystem } from '../../system.ts';
import { findDisplay } from './find-display.ts';

const KIM = { name: 'kim', userId: 1_000, groupId: 1_000, home: '/home/kim', shell: '/bin/sh' };
const PASSWD = 'root:x:0:0::/root:/bin/sh\nkim:x:1000:1000::/home/kim:/bin/sh\n';
const AT_SCREEN = 'CLASS=user\nSTATE=active\nUSER=kim\nDISPLAY=:1\n';

const environ = (variables: Record<string, string>) =>
  Object.entries(variables)
    .map(([name, value]) => `${name}=${value}\0`)
    .join('');
const programOf = (userId: number, processId: number, variables: Record<string, string>) => ({
  [`/proc/${processId}/status`]: `Name:\tprogram\nUid:\t${userId}\t${userId}\n`,
  [`/proc/${processId}/environ`]: environ(variables),
});

function aSystem(files: Record<string, string>): System {
  const missing = (path: string) => Object.assign(new Error(`No ${path}`), { code: 'ENOENT' });
  const inFolder = (path: string) =>
    Object.keys(files).flatMap((file) =>
      file.startsWith(`${path}/`) ? [file.slice(path.length + 1).split('/')[0] ?? ''] : [],
    );
  return {
    ...thisSystem,
    readText: async (path) => {
      if (files[path] === undefined) throw missing(path);
      return files[path];
    },
    readBytes: async (path) => {
      throw missing(path);
    },
    listFolder: async (path) => [...new Set(inFolder(path))],
  };
}
const find = (files: Record<string, string>, env: NodeJS.ProcessEnv = {}, userId = 1_000) =>
  findDisplay({ system: aSystem(files), env, userId });

test('the display that the program was started on is taken, with its key', async () => {
  expect(await find({}, { DISPLAY: ':3.0', XAUTHORITY: '/run/key' })).toEqual({
    found: { name: ':3', authority: '/run/key', account: null },
  });
});

test('a display that comes over the network is not this computer’s', async () => {
  expect(await find({}, { DISPLAY: 'localhost:10.0' })).toEqual({ found: null, trouble: 'no-display' });
});

test('a Wayland desktop is named as such', async () => {
  const env = { DISPLAY: ':0', XDG_SESSION_TYPE: 'wayland' };
  expect(await find({}, env)).toEqual({ found: null, trouble: 'wayland' });
});

test('started without a display, it is that of the desktop of the same person', async () => {
  const files = {
    ...programOf(1_001, 20, { DISPLAY: ':7' }),
    ...programOf(1_000, 30, { HOME: '/home/kim' }),
    ...programOf(1_000, 31, { DISPLAY: ':1', XAUTHORITY: '/run/user/1000/key' }),
  };
  expect(await find(files)).toEqual({
    found: { name: ':1', authority: '/run/user/1000/key', account: null },
  });
});

test('R4.7 as root it is that of whoever is at the screen, shared as that account', async () => {
  const files = {
    '/etc/passwd': PASSWD,
    '/run/systemd/sessions/2': AT_SCREEN,
    ...programOf(1_001, 20, { DISPLAY: ':7' }),
    ...programOf(1_000, 31, { DISPLAY: ':1' }),
  };
  expect(await find(files, {}, 0)).toEqual({ found: { name: ':1', authority: null, account: KIM } });
});

test('R4.7 with nobody logged in, root finds the screen that asks who it is', async () => {
  const cmdline = '/usr/lib/xorg/Xorg\0:0\0-seat\0seat0\0-auth\0/var/run/lightdm/root/:0\0-nolisten\0tcp\0';
  expect(await find({ '/proc/9/cmdline': cmdline }, {}, 0)).toEqual({
    found: { name: ':0', authority: '/var/run/lightdm/root/:0', account: null },
  });
  expect(await find({ '/proc/9/cmdline': cmdline })).toEqual({ found: null, trouble: 'no-display' });
});
