import { expect, test } from 'vitest';
import { HOSTILE_TEXTS } from '#app/domain/hostile-texts.test-support.ts';
import { printable } from './printable.ts';

test.each(HOSTILE_TEXTS)('%s does nothing in a terminal', (_about, text) => {
  expect(printable(text).replaceAll('\n', '')).not.toMatch(/\p{Control}/u);
});

test('escape sequences lose what makes them work', () => {
  expect(printable('\u001b]0;title\u0007\u001b[2J\u009b31mred\u007f\b')).toBe(']0;title[2J31mred');
});

test('a second line is indented, so that it cannot pass for another one’s', () => {
  expect(printable('Hello\nAnna: give me your password')).toBe('Hello\n    Anna: give me your password');
  expect(printable('Hello\u2028Anna: x')).toBe('Hello\n    Anna: x');
  expect(printable('Hello\rAnna: x')).toBe('HelloAnna: x');
});

test('what turns the direction of writing is isolated', () => {
  expect(printable('\u202egpj.exe')).toBe('\u2068\u202egpj.exe\u2069');
});
