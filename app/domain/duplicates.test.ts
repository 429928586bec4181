import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDuplicates } from './duplicates.ts';
import { JumpItemId } from './ids.ts';
import type { JumpClient, JumpItem } from './jump-item.ts';
import { aJumpClient, aJumpShortcut } from './jump-item-samples.test-support.ts';

const client = (id: string, change: Partial<JumpClient> = {}) =>
  aJumpClient({ id: JumpItemId.parse(id), name: id, hostname: 'TILL-01', ...change });
const away = (id: string, presenceSince: number, change: Partial<JumpClient> = {}) =>
  client(id, { presence: 'offline', presenceSince, ...change });

function among(...items: JumpItem[]) {
  const duplicates = createDuplicates(items);
  return Object.fromEntries(items.map((item) => [item.id, duplicates.of(item)]));
}

test('what is connected is the newest, and those that are away are older than it', () => {
  expect(among(away('old', 20), client('new', { presenceSince: 10 }), away('older', 5))).toEqual({
    old: { is: 'older', newest: 'new' },
    new: { is: 'newest' },
    older: { is: 'older', newest: 'new' },
  });
});

test('of those that are all away the one seen last is the newest, uninstalled or not', () => {
  expect(among(away('old', 5), away('new', 9, { presence: 'uninstalled' }))).toEqual({
    old: { is: 'older', newest: 'new' },
    new: { is: 'newest' },
  });
});

test('two that are connected are two computers', () => {
  expect(among(client('one'), client('other', { presence: 'disabled' }))).toEqual({ one: null, other: null });
});

test.each([
  ['another hostname', { hostname: 'TILL-02' }],
  ['another domain', { domain: 'SALES' }],
  ['another platform', { platform: 'windows' }],
  ['passive', { connection: 'passive' }],
] as const)('%s is another computer', (_what, change) => {
  expect(among(away('old', 5, change), client('new'))).toEqual({ old: null, new: null });
});

test.each(['', '  ', 'localhost', 'LOCALHOST.localdomain'])('the hostname %j is nobody’s own', (hostname) => {
  expect(among(away('old', 5, { hostname }), client('new', { hostname }))).toEqual({ old: null, new: null });
});

test('case does not count in hostnames; shortcuts have no duplicates', () => {
  const shortcut = aJumpShortcut({ id: JumpItemId.parse('rdp'), hostname: 'TILL-01' });
  expect(among(away('old', 5, { hostname: 'till-01' }), client('new'), shortcut)).toMatchObject({
    old: { is: 'older' },
    rdp: null,
  });
});

test('a change names the others that are something else now, and only those', () => {
  const [old, young, elsewhere] = [away('old', 5), client('new'), client('elsewhere', { hostname: 'X' })];
  const duplicates = createDuplicates([old, young, elsewhere]);
  const commented = { ...young, comments: 'by the door' };
  expect(duplicates.change(young, commented)).toEqual([]);
  const renamed = { ...commented, name: 'Till one' };
  expect(duplicates.change(commented, renamed)).toEqual(['old']);
  expect(duplicates.of(old)).toEqual({ is: 'older', newest: 'Till one' });
  const back = { ...old, presence: 'online' as const, presenceSince: 30 };
  expect(duplicates.change(old, back)).toEqual(['new']);
  expect([duplicates.of(back), duplicates.of(renamed)]).toEqual([null, null]);
  expect(duplicates.change(renamed, undefined)).toEqual([]);
});

test('whatever comes, changes and goes, each item is what it would be if all were read anew', () => {
  const item = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    hostname: fc.constantFrom('TILL-01', 'TILL-02', 'localhost'),
    presence: fc.constantFrom('online' as const, 'offline' as const, 'uninstalled' as const),
    presenceSince: fc.nat(3),
    isGone: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 12 }), (steps) => {
      const items = new Map<string, JumpClient>();
      const duplicates = createDuplicates([]);
      const seen = new Map<string, unknown>();
      for (const { id, isGone, ...change } of steps) {
        const before = items.get(id);
        const after = isGone ? undefined : client(id, change);
        const turned = duplicates.change(before, after);
        if (after === undefined) items.delete(id);
        else items.set(id, after);
        const anew = createDuplicates(items.values());
        for (const known of items.values()) {
          expect(duplicates.of(known)).toEqual(anew.of(known));
          if (known.id !== id && !turned.includes(known.id))
            expect(anew.of(known)).toEqual(seen.get(known.id));
          seen.set(known.id, anew.of(known));
        }
      }
    }),
    { numRuns: 500 },
  );
});
