import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { writeDurably } from './durable-file.ts';

test('the content is replaced, and is for its owner only', () => {
  const path = join(temporaryFolder(), 'new', 'file.json');
  writeDurably(path, 'one');
  writeDurably(path, 'two');
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('what cannot be replaced leaves nothing behind, and says so', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'file.json');
  mkdirSync(join(path, 'in-the-way'), { recursive: true });
  expect(() => writeDurably(path, 'content')).toThrow();
  expect(readdirSync(folder)).toEqual(['file.json']);
});
