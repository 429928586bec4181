import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deleteInstallation } from './delete-installation.ts';
import { aTemporaryFolder } from './testing/temporary-folder.ts';

const OURS = ['identity.json', 'identity.json.new', 'identity.json.corrupt-2026-01-02', 'control.sock.lock'];

function aFolder(names: readonly string[]): string {
  const folder = join(aTemporaryFolder(), 'jump-client');
  mkdirSync(folder);
  for (const name of names) writeFileSync(join(folder, name), name);
  return folder;
}

test('what a Jump Client has put there goes, and the folder with it', () => {
  const folder = aFolder(OURS);
  deleteInstallation(folder);
  expect(readdirSync(join(folder, '..'))).toEqual([]);
});

test('what others have put there stays, whatever it is called', () => {
  const folder = aFolder([...OURS, 'notes.txt']);
  mkdirSync(join(folder, 'identity.json.corrupt-folder'));
  deleteInstallation(folder);
  expect(readdirSync(folder)).toEqual(['identity.json.corrupt-folder', 'notes.txt']);
});

test('a link goes, and not what it leads to', () => {
  const [folder, elsewhere] = [aFolder([]), join(aTemporaryFolder(), 'precious')];
  writeFileSync(elsewhere, 'kept');
  symlinkSync(elsewhere, join(folder, 'identity.json.corrupt-link'));
  deleteInstallation(folder);
  expect(readFileSync(elsewhere, 'utf8')).toBe('kept');
  expect(readdirSync(join(folder, '..'))).toEqual([]);
});

test('doing it again does no harm', () => {
  const folder = aFolder(OURS);
  deleteInstallation(folder);
  expect(() => deleteInstallation(folder)).not.toThrow();
});
