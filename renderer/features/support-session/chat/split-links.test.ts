import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOSTILE_TEXTS } from '#app/domain/hostile-texts.test-support.ts';
import { splitLinks } from './split-links.ts';

const links = (text: string) =>
  splitLinks(text)
    .filter(({ kind }) => kind === 'link')
    .map((part) => part.text);

test('addresses are found without what ends the sentence', () => {
  expect(links('See https://example.org/a?b=1, (http://x.test/) or http://y.test.')).toEqual([
    'https://example.org/a?b=1',
    'http://x.test/',
    'http://y.test',
  ]);
});

test.each(HOSTILE_TEXTS)('%s is no address, and whole', (_about, text) => {
  expect(links(text)).toEqual([]);
});

test('nothing of a message is lost or turned', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl(),
    fc.constantFrom(' ', '\n', 'http://', '.'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const text = pieces.join('');
      expect(
        splitLinks(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
