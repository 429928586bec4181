import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSystemInformationLines } from './system-information-lines.ts';

const first = {
  takenAt: 1,
  sections: [{ title: 'computer', columns: ['', ''], rows: [['Name', 'größer']] }],
};
const second = { takenAt: 2, sections: [] };
const bytes = (text: string) => new TextEncoder().encode(text);

test('lines come out whole however they were cut', () => {
  const stream = bytes(`${JSON.stringify(first)}\n${JSON.stringify(second)}\n`);
  fc.assert(
    fc.property(fc.array(fc.nat(stream.length), { maxLength: 8 }), (cuts) => {
      const lines = createSystemInformationLines();
      const places = [0, ...cuts.toSorted((a, b) => a - b), stream.length];
      const read = places.flatMap((from, index) => lines.push(stream.subarray(from, places[index + 1])));
      expect(read).toEqual([first, second]);
    }),
  );
});

test.each([
  ['no JSON', bytes('{{{\n')],
  ['no UTF-8', new Uint8Array([0xff, 0xfe, 10])],
  ['an unknown section', bytes('{"takenAt":1,"sections":[{"title":"virus","columns":[],"rows":[]}]}\n')],
  ['a cell that is too long', bytes(`${JSON.stringify({ ...first, extra: 'x'.repeat(600) })}\n`)],
])('%s is unreadable, and the next line is read again', (_, line) => {
  const lines = createSystemInformationLines();
  expect(lines.push(line)).toEqual(['unreadable']);
  expect(lines.push(bytes(`${JSON.stringify(second)}\n`))).toEqual([second]);
});

test('a line without an end is not kept', () => {
  const lines = createSystemInformationLines();
  const piece = new Uint8Array(1024 * 1024).fill(32);
  for (let megabyte = 0; megabyte < 6; megabyte += 1) expect(lines.push(piece)).toEqual([]);
  expect(lines.push(bytes(`\n${JSON.stringify(second)}\n`))).toEqual(['unreadable', second]);
});

test('the rest of a line whose beginning was not kept is passed over, once', () => {
  const lines = createSystemInformationLines({ midway: true });
  expect(lines.push(bytes(`lumns":[]}]}\n${JSON.stringify(second)}\nx\n`))).toEqual([second, 'unreadable']);
});
