import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CommandPart, MAX_ITEMS_IN_PART, MAX_PART_BYTES } from '#app/contracts/jump-item-commands.ts';
import { Comments } from '#app/domain/text-schemas.ts';
import { JournalEntry } from './command-journal.ts';
import { messagesOf } from './command-messages.ts';

const opId = '6f1c0a52-41d4-4f6e-8a57-0f0e4a3b7a11';
const common = { opId, appliance: 'a', startedAt: 0 };
const items = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    jumpItemId: `ji-${index}`,
    seen: { propertiesRev: index, presenceRev: null },
  }));
const anEdit = (count: number, change = {}) =>
  JournalEntry.parse({ ...common, name: 'jump-items:edit', params: { opId, change, items: items(count) } });

const aCreation = (change: { name?: string; hostname?: string; tag?: string; comments: string }) => ({
  kind: 'create',
  shortcut: {
    method: 'local-vnc',
    name: 'x',
    hostname: 'h',
    port: null,
    jumpGroupId: 'g',
    tag: null,
    ...change,
  },
});
const anImport = (entries: readonly ReturnType<typeof aCreation>[]) =>
  JournalEntry.parse({ ...common, name: 'jump-items:import', params: { opId, entries } });

test('R1.10 an edit of few items is one part that says all', () => {
  expect(messagesOf(anEdit(2, { tag: null }), false)).toEqual([
    { opId, repeated: false, change: { tag: null }, part: { number: 1, of: 1 }, items: items(2) },
  ]);
});

test('R1.10 5,000 items travel as numbered parts that hold each item once, in order, and the same when repeated', () => {
  const parts = messagesOf(anEdit(5_000, { name: 'Till' }), false);
  const sent = parts.flatMap((part) => ('items' in part ? part.items : []));
  expect(sent).toEqual(items(5_000));
  parts.forEach((part, index) => {
    expect(part).toMatchObject({ opId, part: { number: index + 1, of: parts.length } });
  });
  expect(messagesOf(anEdit(5_000, { name: 'Till' }), true)).toEqual(
    parts.map((part) => ({ ...part, repeated: true })),
  );
});

test('no part has more bytes or items than the appliance takes, whatever people wrote', () => {
  const comments = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 1_024 })
    .filter((text) => Comments.safeParse(text).success);
  const many = fc.array(comments, { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(many, (texts) => {
      const parts = messagesOf(anImport(texts.map((text) => aCreation({ comments: text }))), true);
      for (const part of parts) {
        expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThanOrEqual(MAX_PART_BYTES);
        if ('entries' in part) expect(part.entries.length).toBeLessThanOrEqual(MAX_ITEMS_IN_PART);
        if ('part' in part) expect(CommandPart.safeParse(part.part).success).toBe(true);
      }
      expect(parts.flatMap((part) => ('entries' in part ? part.entries : []))).toHaveLength(texts.length);
    }),
    { numRuns: 30 },
  );
});

test('what no number of parts holds is refused before anything is sent, with the number that fits', () => {
  const widest = (length: number) => '🛟'.repeat(length);
  const longest = aCreation({
    name: widest(128),
    hostname: 'h'.repeat(256),
    tag: widest(64),
    comments: widest(1_024),
  });
  expect(() => messagesOf(anImport(Array(10_000).fill(longest)), false)).toThrowError(
    expect.objectContaining({ code: 'too-many-items', detail: expect.stringMatching(/^\d+$/) }),
  );
});

test('a command that is about one thing is one request without parts', () => {
  const params = { opId, undoneOpId: '6f1c0a52-41d4-4f6e-8a57-0f0e4a3b7a12' };
  const undo = JournalEntry.parse({ ...common, name: 'jump-items:undo', params });
  expect(messagesOf(undo, true)).toEqual([{ ...params, repeated: true }]);
});
