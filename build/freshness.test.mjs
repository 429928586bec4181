import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetDigest, inputsDigest, isFresh, rememberDigest } from './freshness.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'freshness-'));
  mkdirSync(join(root, 'main/ipc'), { recursive: true });
  writeFileSync(join(root, 'main/ipc/handle.ts'), 'one');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const digest = () => inputsDigest(root, ['main']);

test('a changed source makes another digest', () => {
  const before = digest();
  writeFileSync(join(root, 'main/ipc/handle.ts'), 'two');
  expect(digest()).not.toBe(before);
});

test('a renamed source makes another digest', () => {
  const before = digest();
  rmSync(join(root, 'main/ipc/handle.ts'));
  writeFileSync(join(root, 'main/ipc/handler.ts'), 'one');
  expect(digest()).not.toBe(before);
});

test('a changed lock file makes another digest', () => {
  const before = digest();
  writeFileSync(join(root, 'package-lock.json'), '{}');
  expect(digest()).not.toBe(before);
});

test('a test is no input', () => {
  const before = digest();
  writeFileSync(join(root, 'main/ipc/handle.test.ts'), 'a test');
  expect(digest()).toBe(before);
});

test('a program is fresh only while its output is there and was built from the same', () => {
  mkdirSync(join(root, 'out/main'), { recursive: true });
  expect(isFresh(root, 'main', 'd1')).toBe(false);
  rememberDigest(root, 'main', 'd1');
  expect(isFresh(root, 'main', 'd1')).toBe(true);
  expect(isFresh(root, 'main', 'd2')).toBe(false);
  forgetDigest(root, 'main');
  expect(isFresh(root, 'main', 'd1')).toBe(false);
  rememberDigest(root, 'main', 'd1');
  rmSync(join(root, 'out/main'), { recursive: true });
  expect(isFresh(root, 'main', 'd1')).toBe(false);
});
