import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createJsonLines, encodeJsonLine, UnreadableLine } from './json-lines.ts';

test('values come out whole and in order, however their lines were cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue(), { maxLength: 5 }),
      fc.array(fc.nat(), { maxLength: 6 }),
      (values, cuts) => {
        const bytes = Uint8Array.from(values.flatMap((value) => [...encodeJsonLine(value)]));
        const places = [
          0,
          ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b),
          bytes.length,
        ];
        const lines = createJsonLines(1_000_000);
        const read = places.flatMap((from, index) => lines(bytes.subarray(from, places[index + 1] ?? from)));
        expect(JSON.stringify(read)).toBe(JSON.stringify(values));
      },
    ),
  );
});

test.each([
  ['no JSON', new TextEncoder().encode('{{\n')],
  ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22, 10])],
  ['nothing', new Uint8Array([10])],
  ['more than is kept of a line', new Uint8Array(101).fill(32)],
])('%s is unreadable', (_about, bytes) => {
  expect(() => createJsonLines(100)(bytes)).toThrow(UnreadableLine);
});
