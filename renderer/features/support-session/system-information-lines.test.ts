import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSystemInformationLines } from './system-information-lines.ts';

const first = {
  takenAt: 1,
  sections: [{ title: 'computer', columns: ['', ''], rows: [['Name', 'größer']] }],
};
const second = { takenAt: 2, sections: [] };
const bytes = (text: string) => new TextEncoder().encode(text);

function read(...pieces: Uint8Array[]) {
  const lines = createSystemInformationLines();
  for (const piece of pieces) lines.push(piece);
  return lines.takeNewest();
}

test('a line comes out whole however it was cut, and once', () => {
  const stream = bytes(`${JSON.stringify(first)}\n`);
  fc.assert(
    fc.property(fc.array(fc.nat(stream.length), { maxLength: 8 }), (cuts) => {
      const lines = createSystemInformationLines();
      const places = [0, ...cuts.toSorted((a, b) => a - b), stream.length];
      for (const [index, from] of places.entries()) lines.push(stream.subarray(from, places[index + 1]));
      expect(lines.takeNewest()).toEqual(first);
      expect(lines.takeNewest()).toBeNull();
    }),
  );
});

test('of several lines the newest whole one counts', () => {
  expect(read(bytes(`${JSON.stringify(first)}\n${JSON.stringify(second)}\n{"taken`))).toEqual(second);
});

test.each([
  ['no JSON', bytes('{{{\n')],
  ['no UTF-8', new Uint8Array([0xff, 0xfe, 10])],
  ['nothing', bytes('\n')],
  ['an unknown section', bytes('{"takenAt":1,"sections":[{"title":"virus","columns":[],"rows":[]}]}\n')],
  ['a number for a cell', bytes('{"takenAt":1,"sections":[{"title":"users","columns":[],"rows":[[7]]}]}\n')],
  ['a time that is none', bytes('{"takenAt":1e400,"sections":[]}\n')],
  ['a prototype', bytes('{"takenAt":1,"sections":[],"__proto__":{"polluted":true}}\n')],
  ['a deep nest', bytes(`${'['.repeat(100_000)}\n`)],
  ['a cell that is too long', bytes(`${JSON.stringify({ ...first, extra: 'x'.repeat(600) })}\n`)],
])('%s is unreadable, and the next line is read again', (_, line) => {
  const lines = createSystemInformationLines();
  lines.push(line);
  expect(lines.takeNewest()).toBe('unreadable');
  lines.push(bytes(`${JSON.stringify(second)}\n`));
  expect(lines.takeNewest()).toEqual(second);
});

test('a line without an end is not kept', () => {
  const piece = new Uint8Array(1024 * 1024).fill(32);
  const pieces = Array.from({ length: 10 }, () => piece);
  expect(read(...pieces, bytes('\n'))).toBe('unreadable');
  expect(read(...pieces, bytes(`\n${JSON.stringify(second)}\n`))).toEqual(second);
});

test('the rest of a line whose beginning was not kept is passed over, once', () => {
  const lines = createSystemInformationLines({ midway: true });
  lines.push(bytes('lumns":[]}]}\n'));
  expect(lines.takeNewest()).toBeNull();
  lines.push(bytes('x\n'));
  expect(lines.takeNewest()).toBe('unreadable');
});
