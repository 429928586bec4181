import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChatWords } from '../contracts/chat.ts';
import { HOSTILE_TEXTS } from '../domain/hostile-texts.test-support.ts';
import { checkChatText, cleanChatText, MOST_CHAT_CODE_POINTS } from './chat-text.ts';

const ID = '00000000-0000-4000-8000-000000000001';

test.each(HOSTILE_TEXTS)('%s is refused as empty, or sent as what every program takes', (_about, text) => {
  const checked = checkChatText(text);
  if (!checked.ok) return expect(checked.failure).toBe('empty');
  expect(ChatWords.parse({ say: 'write', id: ID, text: checked.value })).toMatchObject({
    text: checked.value,
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(checked.value).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
});

test('the limit counts code points, and nothing is shortened', () => {
  const most = '😀'.repeat(MOST_CHAT_CODE_POINTS);
  expect(checkChatText(most)).toEqual({ ok: true, value: most });
  expect(checkChatText(`${most}!`)).toMatchObject({ ok: false, failure: 'too-long' });
});

test('lines end alike, escape sequences lose what makes them work, and an indent stays', () => {
  expect(cleanChatText('\r\n  a\r\nb\rc\u2028d  \n')).toBe('  a\nb\nc\nd');
  expect(cleanChatText('\u001b[2Jred\u009b31m\u0007')).toBe('[2Jred31m');
});

test('what is clean stays as it is', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(text, (written) => {
      const clean = cleanChatText(written);
      expect(cleanChatText(clean)).toBe(clean);
    }),
  );
});

test.each([
  ['a control character', 'a\u001bb'],
  ['half a character', 'a\ud83d'],
  ['a blank end', 'a '],
  ['nothing', ''],
  ['too much', 'a'.repeat(MOST_CHAT_CODE_POINTS + 1)],
])('a message with %s is of no program that speaks this', (_about, text) => {
  expect(ChatWords.safeParse({ say: 'write', id: ID, text }).success).toBe(false);
});
