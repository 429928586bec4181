import { expect, test } from 'vitest';
import { JumpGroupId, RepresentativeId } from '#app/domain/ids.ts';
import type { JumpGroup } from '#app/domain/jump-group.ts';
import type { JumpItemScope } from '#app/domain/jump-item-scope.ts';
import type { Representative } from '#app/domain/representative.ts';
import { createJumpItemCounts } from '../../store/jump-item-counts.ts';
import {
  aJumpClient,
  aJumpShortcut,
  allUsersGroupId,
  personalGroupId,
  teamGroupId,
  wscott,
} from '../../test-support/jump-items.ts';
import { jumpGroupNodes } from './jump-group-nodes.ts';

const othersId = JumpGroupId.parse('g-mel');
const linuxId = JumpGroupId.parse('g-linux');
const groups: readonly JumpGroup[] = [
  { kind: 'personal', id: othersId, name: 'Mel', ownerId: RepresentativeId.parse('r-mel') },
  { kind: 'team', id: linuxId, name: 'Linux Admins' },
  { kind: 'team', id: teamGroupId, name: 'Field support' },
  { kind: 'all-users', id: allUsersGroupId, name: 'All users' },
  { kind: 'personal', id: personalGroupId, name: 'wscott', ownerId: wscott.id },
];

function nodesOf(
  expanded: readonly string[] = [],
  change: Partial<Parameters<typeof jumpGroupNodes>[0]> = {},
) {
  const counts = createJumpItemCounts();
  counts.count(aJumpClient('one', { tag: 'tills 10' }), 1);
  counts.count(aJumpClient('two', { tag: 'tills 9', presence: 'offline' }), 1);
  counts.count(aJumpShortcut('three'), 1);
  const labels = new Map(groups.map(({ id, name }) => [id, id === personalGroupId ? 'Personal' : name]));
  const byId = new Map(groups.map((group) => [group.id, group]));
  return jumpGroupNodes({
    groups: byId,
    representative: wscott,
    labels,
    counts: counts.current(),
    expanded,
    scopes: [{ kind: 'all' }],
    memberGroupIds: new Set(),
    ...change,
  });
}

test('R1.1 Personal, all users, teams by name; others’ personal groups apart', () => {
  const sections = nodesOf();
  expect(sections.map(({ title, nodes }) => [title, nodes.map(({ label }) => label)])).toEqual([
    [null, ['All Jump Items', 'Personal', 'All users', 'Field support', 'Linux Admins']],
    ['Other reps', ['Mel']],
  ]);
});

test('R1.2 a group with tagged items has an arrow, which shows or hides its tags', () => {
  const closed = nodesOf()[0]?.nodes ?? [];
  expect(closed.find(({ label }) => label === 'All users')?.isExpanded).toBe(false);
  expect(closed.find(({ label }) => label === 'Personal')?.isExpanded).toBeNull();
  const open = nodesOf([allUsersGroupId])[0]?.nodes ?? [];
  expect(open.filter(({ level }) => level === 2).map(({ label }) => label)).toEqual([
    '# tills 9',
    '# tills 10',
  ]);
});

test('R1.2 each node tells how many are online, of how many', () => {
  const nodes = nodesOf([allUsersGroupId])[0]?.nodes ?? [];
  const count = (label: string) => nodes.find((node) => node.label === label)?.count;
  expect(count('All Jump Items')).toEqual({ online: 1, total: 3 });
  expect(count('All users')).toEqual({ online: 1, total: 3 });
  expect(count('# tills 9')).toEqual({ online: 0, total: 1 });
  expect(count('Linux Admins')).toEqual({ online: 0, total: 0 });
});

test('R1.1 a team member’s personal group is in the second pane, and among the others with the right to all', () => {
  const memberGroupIds = new Set([othersId]);
  expect(nodesOf([], { memberGroupIds })).toHaveLength(1);
  const representative: Representative = { ...wscott, rights: ['view-personal-groups-of-others'] };
  expect(nodesOf([], { memberGroupIds, representative })).toHaveLength(2);
});

test('a chosen tag stays in the tree when its last item has left', () => {
  const scopes: readonly JumpItemScope[] = [
    { kind: 'group', jumpGroupId: linuxId, tag: null },
    { kind: 'group', jumpGroupId: linuxId, tag: 'web' },
  ];
  const nodes = nodesOf([linuxId], { scopes })[0]?.nodes ?? [];
  expect(nodes.map(({ label }) => label)).toContain('# web');
  expect(nodes.find(({ label }) => label === '# web')?.text).toBe('web');
});
