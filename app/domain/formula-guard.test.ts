import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardFormula, unguardFormula } from './formula-guard.ts';

const ACTS_AS_FORMULA = [
  "=cmd|'/c calc'!A1",
  '+1',
  '-1',
  '@SUM',
  '\t=',
  '\r=1',
  '\0=',
  '\n=1',
  '  =1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
];

test.each(ACTS_AS_FORMULA)('R1.4 %j begins with an apostrophe in a file', (text) => {
  expect(guardFormula(text)).toBe(`'${text}`);
});

test.each(['', 'Reception', "'quoted'", '1-2', 'a=b', ' plain', '3389'])(
  'R1.4 %j is written as it is',
  (text) => {
    expect(guardFormula(text)).toBe(text);
  },
);

test('R1.4 a guarded text never begins as a formula, and is given back exactly', () => {
  const piece = fc.constantFrom("'", '=', '-', '\0', '\n', ' ', '\t', 'a', '＝');
  const text = fc.oneof(fc.string({ unit: piece, maxLength: 8 }), fc.string({ unit: 'binary-ascii' }));
  fc.assert(
    fc.property(text, (written) => {
      const guarded = guardFormula(written);
      expect(guarded).not.toMatch(/^[\0\n ]*[=+\-@\t\r＝＋－＠]/);
      expect(unguardFormula(guarded)).toBe(written);
    }),
  );
});
