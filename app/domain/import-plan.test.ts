import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FILE_COLUMNS,
  type FileCell,
  type FileLine,
  IMPORTED_COLUMNS,
  type ImportedColumnId,
} from './file-columns.ts';
import { JumpGroupId, JumpItemId, RepresentativeId } from './ids.ts';
import type { ImportContext } from './import-groups.ts';
import { createImportPlanner } from './import-plan.ts';
import type { JumpGroup } from './jump-group.ts';
import type { JumpItem } from './jump-item.ts';
import { aJumpClient, aJumpShortcut } from './jump-item-samples.test-support.ts';
import type { Representative } from './representative.ts';

const personal = JumpGroupId.parse('personal-admin');
const allUsers = JumpGroupId.parse('all-users');
const ofBen = JumpGroupId.parse('personal-ben');
const groups: readonly JumpGroup[] = [
  { kind: 'all-users', id: allUsers, name: 'All users' },
  { kind: 'personal', id: personal, name: 'Admin', ownerId: RepresentativeId.parse('admin') },
  { kind: 'personal', id: ofBen, name: 'Ben Cole', ownerId: RepresentativeId.parse('ben') },
  { kind: 'team', id: JumpGroupId.parse('team-1'), name: 'Twice' },
  { kind: 'team', id: JumpGroupId.parse('team-2'), name: 'Twice' },
];
const viewer: Representative = {
  id: RepresentativeId.parse('admin'),
  username: 'admin',
  displayName: 'Admin',
  rights: ['create-jump-items', 'edit-jump-items'],
  personalGroupId: personal,
  teamIds: [],
};
const client = aJumpClient();
const shortcut = aJumpShortcut({ comments: 'by the door' });

function contextOf(items: readonly JumpItem[], change: Partial<ImportContext> = {}): ImportContext {
  const byId = new Map(items.map((item) => [item.id, item]));
  return { viewer, groups, groupLabel: ({ name }) => name, itemOf: (id) => byId.get(id), ...change };
}

const planOf = (cells: FileLine['cells'], context = contextOf([client, shortcut])) =>
  createImportPlanner(context)({ line: 2, cells, fault: null });

const refusalsOf = (cells: FileLine['cells'], context?: ImportContext) => {
  const planned = planOf(cells, context);
  return planned.verdict === 'refused' ? planned.refusals : planned.verdict;
};

const newShortcut = {
  name: 'Router',
  hostname: '10.0.0.1',
  method: 'Local VNC',
  group: 'All users',
} satisfies Partial<Record<ImportedColumnId, FileCell>>;

describe('R1.4 a line with the Id of an item', () => {
  test('changes what it says otherwise, and says from what to what', () => {
    expect(planOf({ id: client.id, name: 'Front desk', tag: 'lobby', comments: null })).toMatchObject({
      verdict: 'changed',
      item: client,
      change: { name: 'Front desk', tag: 'lobby' },
      fields: [
        { column: 'name', from: 'Reception', to: 'Front desk' },
        { column: 'tag', from: '', to: 'lobby' },
      ],
    });
  });

  test('changes nothing when it says what the item has', () => {
    expect(planOf({ id: client.id, name: 'Reception' }).verdict).toBe('unchanged');
  });

  test('takes the address and the port of a shortcut, never those of a computer', () => {
    expect(planOf({ id: shortcut.id, hostname: 'rdp.example', port: '3390' })).toMatchObject({
      change: { hostname: 'rdp.example', port: 3390 },
    });
    expect(planOf({ id: client.id, hostname: '', port: '', method: '' }).verdict).toBe('unchanged');
    expect(refusalsOf({ id: client.id, hostname: 'elsewhere', port: '1' })).toEqual([
      { code: 'computer-reports-it', column: 'hostname' },
      { code: 'computer-reports-it', column: 'port' },
    ]);
  });

  test('is refused where the item is not visible, where the Id came before, and where the method differs', () => {
    expect(refusalsOf({ id: 'gone' })).toEqual([{ code: 'id-unknown', column: 'id', detail: 'gone' }]);
    expect(refusalsOf({ id: client.id, method: 'Local RDP' })).toMatchObject([{ code: 'method-differs' }]);
    const plan = createImportPlanner(contextOf([client]));
    plan({ line: 2, cells: { id: client.id }, fault: null });
    expect(plan({ line: 5, cells: { id: client.id }, fault: null })).toMatchObject({
      verdict: 'refused',
      refusals: [{ code: 'id-twice', column: 'id', detail: '2' }],
    });
  });

  test('R1.13 moves where the viewer may move items, and says which right is missing', () => {
    expect(planOf({ id: client.id, group: 'Admin' })).toMatchObject({ change: { jumpGroupId: personal } });
    expect(refusalsOf({ id: client.id, group: 'Ben Cole' })).toEqual([
      { code: 'not-permitted', column: null, detail: 'move-jump-items-of-others' },
    ]);
    const without = contextOf([client], { viewer: { ...viewer, rights: [] } });
    expect(refusalsOf({ id: client.id, name: 'x' }, without)).toMatchObject([{ detail: 'edit-jump-items' }]);
    expect(planOf({ id: client.id, name: client.name }, without).verdict).toBe('unchanged');
  });

  test('needs a group that there is, and only one of that name', () => {
    expect(refusalsOf({ id: client.id, group: 'Nowhere' })).toMatchObject([{ code: 'jump-group-not-found' }]);
    expect(refusalsOf({ id: client.id, group: 'Twice' })).toMatchObject([{ code: 'jump-group-ambiguous' }]);
    expect(refusalsOf({ id: client.id, group: '' })).toEqual([{ code: 'empty', column: 'group' }]);
  });

  test('names every cell that is wrong', () => {
    const cells = { id: shortcut.id, name: ' ', port: '70000', hostname: 'a b', comments: 'a\rb' };
    expect(refusalsOf(cells)).toMatchObject([
      { code: 'empty', column: 'name' },
      { code: 'hostname-malformed', column: 'hostname' },
      { code: 'port-malformed', column: 'port' },
      { code: 'control-character', column: 'comments' },
    ]);
  });
});

describe('R1.4 a line without an Id', () => {
  test('is a new shortcut; what it leaves blank is empty', () => {
    expect(planOf(newShortcut)).toEqual({
      line: 2,
      name: 'Router',
      verdict: 'created',
      shortcut: {
        method: 'local-vnc',
        name: 'Router',
        hostname: '10.0.0.1',
        port: null,
        jumpGroupId: allUsers,
        tag: null,
        comments: '',
      },
    });
  });

  test('is refused for a Jump Client', () => {
    const jumpClient = { ...newShortcut, method: 'jump client' };
    expect(refusalsOf(jumpClient)).toEqual([{ code: 'jump-client-without-id', column: 'id' }]);
  });

  test('needs its columns, a known Jump Method and the right to create', () => {
    expect(refusalsOf({ name: 'x', method: 'Local RDP' })).toEqual([
      { code: 'column-missing', column: 'hostname' },
      { code: 'column-missing', column: 'group' },
    ]);
    expect(refusalsOf({ ...newShortcut, method: 'SSH' })).toMatchObject([{ code: 'method-unknown' }]);
    const without = contextOf([], { viewer: { ...viewer, rights: ['edit-jump-items'] } });
    expect(refusalsOf(newShortcut, without)).toMatchObject([{ detail: 'create-jump-items' }]);
  });
});

test('R1.4 a line that cannot be read as it stands is refused whole', () => {
  const plan = createImportPlanner(contextOf([client]));
  const fault = { fault: 'cell-count', column: null } as const;
  expect(plan({ line: 7, cells: { name: 'x' }, fault })).toMatchObject({
    verdict: 'refused',
    refusals: [{ code: 'cell-count', column: null }],
  });
});

test('R1.4 what was exported changes nothing when it is planned again', () => {
  const text = (max: number) => fc.string({ unit: 'grapheme', maxLength: max });
  const properties = { name: text(20), comments: text(30), tag: fc.option(text(8)), hostname: text(20) };
  const items = fc.array(
    fc.oneof(
      fc
        .record({ ...properties, jumpGroupId: fc.constantFrom(...groups.map(({ id }) => id)) })
        .map(aJumpClient),
      fc.record({ ...properties, port: fc.option(fc.integer({ min: 1, max: 65_535 })) }).map(aJumpShortcut),
    ),
  );
  const labels = new Map(groups.map(({ id, name }) => [id, name]));
  fc.assert(
    fc.property(items, (some) => {
      const all = some.map((item, place) => ({ ...item, id: JumpItemId.parse(`ji-${place}`) }) as JumpItem);
      const plan = createImportPlanner(contextOf(all));
      for (const [place, item] of all.entries()) {
        const cells = Object.fromEntries(
          IMPORTED_COLUMNS.map((id) => [
            id,
            FILE_COLUMNS[id].cell(item, labels.get(item.jumpGroupId) ?? '') ?? '',
          ]),
        );
        expect(plan({ line: place + 2, cells, fault: null }).verdict).toBe('unchanged');
      }
    }),
  );
});
