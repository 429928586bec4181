import { expect, test } from 'vitest';
import type { InstallationRecord } from './installation.ts';
import { autostartEntry, autostartFolder } from './start-at-login.ts';

const record: InstallationRecord = {
  appliance: 'https://support.example:8420',
  mode: 'user',
  installer: null,
  outside: [],
};
const entryOf = (folder: string) => autostartEntry({ folder, record });

test('the entry starts the program with its own runtime', () => {
  expect(entryOf('/home/kim/.local/share/jump-client-0123456789abcdef')).toBe(`[Desktop Entry]
Type=Application
Name=Jump Client
Comment=Keeps this computer reachable for https://support.example:8420
TryExec=/home/kim/.local/share/jump-client-0123456789abcdef/node
Exec="/home/kim/.local/share/jump-client-0123456789abcdef/node" "/home/kim/.local/share/jump-client-0123456789abcdef/program/index.js"
NoDisplay=true
`);
});

test('what a path may hold is quoted twice: as a word of a command line, and as a text of the file', () => {
  expect(entryOf('/home/a b"`$\\%c')).toContain(
    'Exec="/home/a b\\\\"\\\\`\\\\$\\\\\\\\%%c/node" "/home/a b\\\\"\\\\`\\\\$\\\\\\\\%%c/program/index.js"',
  );
  expect(() => entryOf('/home/a\nExec=evil')).toThrow('cannot stand in');
});

test('it lies where the desktop looks', () => {
  expect(autostartFolder({}, '/home/kim')).toBe('/home/kim/.config/autostart');
  expect(autostartFolder({ XDG_CONFIG_HOME: '/etc/kim' }, '/home/kim')).toBe('/etc/kim/autostart');
  expect(autostartFolder({ XDG_CONFIG_HOME: 'kim' }, '/home/kim')).toBe('/home/kim/.config/autostart');
});
