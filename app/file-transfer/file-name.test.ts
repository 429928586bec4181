import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOSTILE_TEXTS } from '../domain/hostile-texts.test-support.ts';
import { isFileName, nameHere, numberedName } from './file-name.ts';

const POSIX = { isWindows: false };
const WINDOWS = { isWindows: true };
const bytes = (text: string) => new TextEncoder().encode(text).length;

test('a name leads nowhere else', () => {
  for (const name of ['', '.', '..', '../x', 'a/b', '/etc/passwd', 'a\0b', 'x'.repeat(256), 'ä'.repeat(128)])
    expect(isFileName(name, POSIX), JSON.stringify(name)).toBe(false);
  for (const name of [
    'a',
    '...',
    '.profile',
    'x'.repeat(255),
    ' ',
    'NUL',
    'a\\b',
    '-rf',
    'a\nb',
    '\u202egpj.exe',
  ])
    expect(isFileName(name, POSIX), JSON.stringify(name)).toBe(true);
});

test('on Windows device names, streams and what it would cut off are refused too', () => {
  for (const name of ['NUL', 'con', 'Com1.txt', 'LPT9', 'aux .txt', 'a:b', 'a\\b', 'a.', 'a ', 'a?', 'a\nb'])
    expect(isFileName(name, WINDOWS), JSON.stringify(name)).toBe(false);
  for (const name of ['a', 'console', 'com10', 'nul-1', '.profile'])
    expect(isFileName(name, WINDOWS)).toBe(true);
});

const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(...HOSTILE_TEXTS.map(([, text]) => text), '..', '../../x', 'NUL.txt', 'x'.repeat(400)),
);

test('whatever a file is called elsewhere, it has one name here', () => {
  fc.assert(
    fc.property(anyName, fc.boolean(), (name, isWindows) => {
      const here = nameHere(name, { isWindows });
      expect(isFileName(here, { isWindows }), JSON.stringify(here)).toBe(true);
      if (isFileName(name, { isWindows })) expect(here).toBe(name);
    }),
  );
});

test('a numbered name keeps its ending, and is never too long', () => {
  expect(numberedName('report.txt', 2)).toBe('report (2).txt');
  expect(numberedName('.profile', 3)).toBe('.profile (3)');
  fc.assert(
    fc.property(anyName, fc.integer({ min: 2, max: 9_999 }), (name, number) => {
      const here = nameHere(name, POSIX);
      const numbered = numberedName(here, number);
      expect(numbered).not.toBe(here);
      expect(bytes(numbered)).toBeLessThanOrEqual(255);
      expect(isFileName(numbered, POSIX)).toBe(true);
    }),
  );
});
