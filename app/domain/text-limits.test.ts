import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkText, countCodePoints, TEXT_LIMITS } from './text-limits.ts';

describe('R6.3 a name has 1 to 128 code points after NFC', () => {
  test.each([
    ['128 letters', 'a'.repeat(128)],
    ['127 letters and an emoji of two UTF-16 units', `${'a'.repeat(127)}😀`],
    ['128 emoji', '😀'.repeat(128)],
    ['128 letters with an accent of their own, which NFC joins', 'e\u0301'.repeat(128)],
    ['384 Hangul jamo, which NFC joins to 128 syllables', '\u1112\u1161\u11ab'.repeat(128)],
    ['bidi overrides, which are kept and shown isolated', '\u202egpj.exe'],
    ['markup, which is text', '<img src=x onerror=alert(1)>'],
  ])('takes %s', (_, name) => {
    expect(checkText('name', name)).toEqual({ ok: true, value: name.normalize('NFC') });
  });

  test.each([
    ['129 letters', 'a'.repeat(129), 'too-long'],
    ['129 emoji', '😀'.repeat(129), 'too-long'],
    ['128 letters that NFC takes apart', '\u0958'.repeat(128), 'too-long'],
    ['a lone surrogate', 'a\ud83d', 'lone-surrogate'],
    ['a NUL', 'a\0', 'control-character'],
    ['a C1 control', 'a\u0085', 'control-character'],
    ['an escape sequence', '\u001b[31mred', 'control-character'],
    ['a line break', 'a\r\nb', 'control-character'],
    ['nothing', '', 'empty'],
    ['white space alone', ' \u00a0\u2003', 'empty'],
    ['a zero-width space alone', '\u200b', 'empty'],
  ])('refuses %s', (_, name, failure) => {
    expect(checkText('name', name)).toEqual({ ok: false, failure });
  });
});

test('R2.5 comments may be empty and have several lines, at most 1,024 code points', () => {
  expect(checkText('comments', '')).toEqual({ ok: true, value: '' });
  expect(checkText('comments', 'till 1\n\tpos v7')).toEqual({ ok: true, value: 'till 1\n\tpos v7' });
  expect(checkText('comments', 'a'.repeat(1_025))).toEqual({ ok: false, failure: 'too-long' });
});

test('what was accepted once is accepted again, unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const checked = checkText('name', text);
      if (!checked.ok) return;
      expect(checkText('name', checked.value)).toEqual(checked);
      expect(countCodePoints(checked.value)).toBeLessThanOrEqual(TEXT_LIMITS.name.max);
    }),
  );
});
