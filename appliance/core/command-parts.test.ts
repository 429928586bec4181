import { describe, expect, test } from 'vitest';
import type { JumpErrorCode } from '#app/domain/jump-error.ts';
import { MAX_ITEMS_IN_COMMAND } from '#app/domain/jump-item-change.ts';
import { anOpId } from '../testing/core-fixture.ts';
import { type ArrivedPart, createCommandParts } from './command-parts.ts';

function aPart(number: number, of: number, change: Partial<ArrivedPart<number>> = {}): ArrivedPart<number> {
  return { opId: OP, part: { number, of }, rest: { tag: 'one' }, items: [number], ...change };
}
const OP = anOpId();

function refused(code: JumpErrorCode, detail?: string) {
  return expect.objectContaining({ code, detail });
}
function refusalOf(take: () => unknown): unknown {
  try {
    return { took: take() };
  } catch (error) {
    return error;
  }
}

test('a command in one part is whole at once', () => {
  expect(createCommandParts<number>().take(aPart(1, 1))).toEqual([1]);
});

test('a command in three parts is whole at the last one, its items in their order', () => {
  const parts = createCommandParts<number>();
  expect([1, 2, 3].map((number) => parts.take(aPart(number, 3)))).toEqual([null, null, [1, 2, 3]]);
});

test('part 1 begins the command again: nothing of the first try is left', () => {
  const parts = createCommandParts<number>();
  parts.take(aPart(1, 3));
  parts.take(aPart(2, 3));
  expect(parts.take(aPart(1, 2, { items: [7] }))).toBeNull();
  expect(parts.take(aPart(2, 2, { items: [8] }))).toEqual([7, 8]);
});

test('two commands may arrive at once; of a third one the oldest is forgotten', () => {
  const parts = createCommandParts<number>();
  const [one, two, three] = [anOpId(), anOpId(), anOpId()];
  for (const opId of [one, two, three]) parts.take(aPart(1, 2, { opId }));
  expect(parts.take(aPart(2, 2, { opId: two }))).toEqual([1, 2]);
  expect(parts.take(aPart(2, 2, { opId: three }))).toEqual([1, 2]);
  expect(refusalOf(() => parts.take(aPart(2, 2, { opId: one })))).toEqual(refused('malformed'));
});

describe('malformed ends the command', () => {
  const second: [string, ArrivedPart<number>][] = [
    ['a part left out', aPart(3, 3)],
    ['another number of parts', aPart(2, 4)],
    ['another change', aPart(2, 3, { rest: { tag: 'two' } })],
  ];
  for (const [title, part] of second) {
    test(title, () => {
      const parts = createCommandParts<number>();
      parts.take(aPart(1, 3));
      expect(refusalOf(() => parts.take(part))).toEqual(refused('malformed'));
      expect(refusalOf(() => parts.take(aPart(2, 3)))).toEqual(refused('malformed'));
    });
  }

  test('a part of a command that never began', () => {
    expect(refusalOf(() => createCommandParts<number>().take(aPart(2, 3)))).toEqual(refused('malformed'));
  });
});

test('more items than a command may have are refused with the limit, exactly as many are not', () => {
  const parts = createCommandParts<number>();
  const half = Array.from({ length: MAX_ITEMS_IN_COMMAND / 2 }, (_, index) => index);
  parts.take(aPart(1, 2, { items: half }));
  expect(parts.take(aPart(2, 2, { items: half }))).toHaveLength(MAX_ITEMS_IN_COMMAND);
  parts.take(aPart(1, 2, { items: half }));
  const tooMany = refusalOf(() => parts.take(aPart(2, 2, { items: [...half, 1] })));
  expect(tooMany).toEqual(refused('too-many-items', String(MAX_ITEMS_IN_COMMAND)));
});
