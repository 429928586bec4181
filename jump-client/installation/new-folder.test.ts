import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aTemporaryFolder } from '../testing/temporary-folder.ts';
import { makeFolders } from './new-folder.ts';

test('the folders on the way are made, and told', () => {
  const home = aTemporaryFolder();
  const wanted = join(home, '.local/share');
  expect(makeFolders(wanted)).toEqual({ folder: wanted, made: [join(home, '.local'), wanted] });
  expect(makeFolders(wanted)).toEqual({ folder: wanted, made: [] });
});

test('where nobody can make a folder that is said at once', () => {
  // As in a home that an automounter has not mounted: not there, and not to be made either.
  expect(() => makeFolders('/proc/self/.local/share')).toThrow(/ENOENT|EACCES/);
});

test('of folders that could not all be made none is left', () => {
  const home = aTemporaryFolder();
  const tooLong = join(home, 'made', 'x'.repeat(256));
  expect(() => makeFolders(tooLong)).toThrow('ENAMETOOLONG');
  expect(existsSync(join(home, 'made'))).toBe(false);
});

test('a file, or a link that leads nowhere, in the place of a folder is left as it is', () => {
  const home = aTemporaryFolder();
  writeFileSync(join(home, 'file'), '');
  expect(() => makeFolders(join(home, 'file/share'))).toThrow('ENOTDIR');
  symlinkSync(join(home, 'nowhere'), join(home, 'link'));
  expect(() => makeFolders(join(home, 'link/share'))).toThrow('EEXIST');
  mkdirSync(join(home, 'nowhere'));
  expect(makeFolders(join(home, 'link/share')).folder).toBe(join(home, 'nowhere/share'));
});
