import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRfbInput, type RfbInput } from './rfb-input.ts';

const VERSION = [...'RFB 003.008\n'].map((letter) => letter.charCodeAt(0));
const GREETING = [...VERSION, 1, 1];
const KEY_DOWN = [4, 1, 0, 0, 0, 0, 0, 0x61];
const KEY_UP = [4, 0, 0, 0, 0, 0, 0, 0x61];
const RAW_KEY_DOWN = [255, 0, 0, 1, 0, 0, 0, 0x62, 0, 0, 0, 48];
const CLICK = [5, 1, 0, 10, 0, 20];
const CLIPBOARD = [6, 0, 0, 0, 0, 0, 0, 2, 0x68, 0x69];
const PACKED_CLIPBOARD = [6, 0, 0, 0, 0xff, 0xff, 0xff, 0xfc, 1, 0, 0, 0];
const NEW_SIZE = [251, 0, 2, 0, 2, 0, 1, 0, ...Array.from({ length: 16 }, () => 0)];
const UPDATE_REQUEST = [3, 1, 0, 0, 0, 0, 2, 0, 1, 0];
const PIXEL_FORMAT = [0, ...Array.from({ length: 19 }, () => 7)];
const FENCE = [248, 0, 0, 0, 0, 0, 0, 1, 2, 9, 9];
const CONTINUOUS = [150, 1, 0, 0, 0, 0, 2, 0, 1, 0];
/** Raw, and the promise of longer pointer messages. */
const ENCODINGS = [2, 0, 0, 2, 0, 0, 0, 0, 0xff, 0xff, 0xfe, 0xc4];
const PLAIN_ENCODINGS = [2, 0, 0, 1, 0, 0, 0, 0];

const ACTING = [KEY_DOWN, KEY_UP, RAW_KEY_DOWN, CLICK, CLIPBOARD, PACKED_CLIPBOARD, NEW_SIZE];
const LOOKING = [UPDATE_REQUEST, PIXEL_FORMAT, FENCE, CONTINUOUS];

function greeted(): RfbInput {
  const input = createRfbInput();
  input.push(Uint8Array.from(GREETING));
  return input;
}
const push = (input: RfbInput, bytes: readonly number[]) =>
  input.push(Uint8Array.from(bytes))?.flatMap((piece) => [...piece]) ?? null;

test('View only lets through what looks, and nothing that acts', () => {
  const input = greeted();
  for (const message of LOOKING) expect(push(input, message)).toEqual(message);
  for (const message of ACTING) expect(push(input, message)).toEqual([]);
});

test('Control lets everything through', () => {
  const input = greeted();
  input.allow('control');
  for (const message of [...LOOKING, ...ACTING]) expect(push(input, message)).toEqual(message);
});

test('a promise that would change the length of later messages is taken out', () => {
  expect(push(greeted(), ENCODINGS)).toEqual(PLAIN_ENCODINGS);
});

test('back in View only, keys and buttons that are down are let go of', () => {
  const input = greeted();
  input.allow('control');
  for (const message of [KEY_DOWN, RAW_KEY_DOWN, CLICK]) push(input, message);
  expect(input.allow('view-only').map((message) => [...message])).toEqual([
    KEY_UP,
    RAW_KEY_DOWN.map((byte, place) => (place === 3 ? 0 : byte)),
    CLICK.map((byte, place) => (place === 1 ? 0 : byte)),
  ]);
  expect(input.allow('view-only')).toEqual([]);
});

test('what was let go of by the representative is not let go of twice', () => {
  const input = greeted();
  input.allow('control');
  for (const message of [KEY_DOWN, KEY_UP, CLICK, CLICK.map((byte, place) => (place === 1 ? 0 : byte))]) {
    push(input, message);
  }
  expect(input.allow('view-only')).toEqual([]);
});

test.each([
  ['another version', [...'RFB 003.003\n'].map((letter) => letter.charCodeAt(0))],
  ['an unknown message', [...GREETING, 99]],
  ['sound', [...GREETING, 255, 1]],
  ['a clipboard text without end', [...GREETING, 6, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff]],
])('%s is refused', (_, bytes) => {
  expect(push(createRfbInput(), bytes)).toBeNull();
});

test('however it is cut, the same goes through', () => {
  const anyMessages = fc.array(fc.constantFrom(...ACTING, ...LOOKING, ENCODINGS), { maxLength: 30 });
  const anyInput = fc.constantFrom('view-only' as const, 'control' as const);
  const anyCuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 });
  fc.assert(
    fc.property(anyMessages, anyInput, anyCuts, (messages, allowed, cuts) => {
      const input = createRfbInput();
      input.allow(allowed);
      const bytes = [...GREETING, ...messages.flat()];
      const passed: number[] = [];
      for (let at = 0, piece = 0; at < bytes.length; piece += 1) {
        const size = cuts[piece % cuts.length] ?? 1;
        passed.push(...(push(input, bytes.slice(at, at + size)) ?? []));
        at += size;
      }
      const expected = messages.filter((message) => allowed === 'control' || !ACTING.includes(message));
      const whole = expected.flatMap((message) => (message === ENCODINGS ? PLAIN_ENCODINGS : message));
      expect(passed).toEqual([...GREETING, ...whole]);
    }),
  );
});
