import { describe, expect, test } from 'vitest';
import { JumpGroupId, RepresentativeId } from '#app/domain/ids.ts';
import type { JumpGroup } from '#app/domain/jump-group.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { groups } from '../../test-support/fake-console.ts';
import { aJumpClient, allUsersGroupId, teamGroupId, wscott } from '../../test-support/jump-items.ts';
import { dropTargetOf, scopeOfNode } from './drop-target.ts';
import { nodeIdOfScope } from './jump-group-nodes.ts';

const others: JumpGroup = {
  kind: 'personal',
  id: JumpGroupId.parse('g-ben'),
  name: 'Ben',
  ownerId: RepresentativeId.parse('r-ben'),
};
const rows = new Map([...groups, others].map((group) => [group.id, group]));
const known = {
  connection: { state: 'connected', address: '', applianceAheadMs: 0 } as const,
  representative: wscott,
  jumpGroups: { rows, named: null },
  labels: new Map([...rows.values()].map(({ id, name }) => [id, name])),
};
const scope = (jumpGroupId: JumpGroupId, tag: string | null = null) =>
  ({ kind: 'group', jumpGroupId, tag }) as const;
/** What stands beside the pointer, without the signs that isolate names. */
const said = (items: readonly JumpItem[], to: ReturnType<typeof scope>, by = known) =>
  dropTargetOf(by, items, to).text.replaceAll(/[\u2068\u2069]/g, '');

const till = aJumpClient('till', { tag: 'shop' });
const van = aJumpClient('van', { jumpGroupId: teamGroupId, tag: 'vans' });

test.each([scope(teamGroupId), scope(teamGroupId, 'vans'), scope(allUsersGroupId, 'a:b')])(
  'a node is known for its group and tag: %j',
  (given) => expect(scopeOfNode(nodeIdOfScope(given), rows)).toEqual(given),
);

test('a node that is neither group nor tag is no target', () => {
  expect(scopeOfNode('all', rows)).toBeNull();
  expect(scopeOfNode('group:unknown', rows)).toBeNull();
});

describe('R1.13 what a drop would do', () => {
  test('on a group the items go there, and keep their tags', () => {
    const { drop, text } = dropTargetOf(known, [till], scope(teamGroupId));
    expect(drop).toEqual({ items: [till], change: { jumpGroupId: teamGroupId } });
    expect(text).toBe('Move to \u2068Field support\u2069');
  });

  test('on a tag they get it, and go to its group', () => {
    const { drop } = dropTargetOf(known, [till], scope(teamGroupId, 'vans'));
    expect(drop?.change).toEqual({ jumpGroupId: teamGroupId, tag: 'vans' });
    expect(said([till], scope(teamGroupId, 'vans'))).toBe('Move to vans in Field support');
  });

  test('those that are there already are left out, and with all of them there nothing can be dropped', () => {
    expect(dropTargetOf(known, [till, van], scope(teamGroupId)).drop?.items).toEqual([till]);
    expect(said([till, van], scope(teamGroupId))).toBe('Move to Field support');
    expect(dropTargetOf(known, [van], scope(teamGroupId))).toMatchObject({
      drop: null,
      text: 'Already there',
    });
  });

  test('into another user’s group it takes the right to, and out of it too', () => {
    const reason = /Move Jump Items into and out of other users’ Jump Groups/;
    expect(dropTargetOf(known, [till], scope(others.id)).drop).toBeNull();
    expect(said([till], scope(others.id))).toMatch(reason);
    const borrowed = aJumpClient('borrowed', { jumpGroupId: others.id });
    expect(said([borrowed, till], scope(teamGroupId))).toMatch(reason);
    const mover = {
      ...known,
      representative: { ...wscott, rights: [...wscott.rights, 'move-jump-items-of-others' as const] },
    };
    expect(said([borrowed, till], scope(teamGroupId), mover)).toBe('Move 2 to Field support');
  });

  test('a tag of the same group takes the right to edit', () => {
    const viewer = { ...known, representative: { ...wscott, rights: ['jump-to-jump-items' as const] } };
    expect(said([van], scope(teamGroupId, 'bikes'), viewer)).toBe(
      'You are not permitted to do this. Missing right: Edit Jump Items.',
    );
    expect(said([van], scope(teamGroupId, 'bikes'))).toBe('Move to bikes in Field support');
  });

  test('more than a command takes, a group that is gone, and no connection are said', () => {
    const many = Array.from({ length: 10_001 }, () => till);
    expect(said(many, scope(teamGroupId))).toMatch(/^No more than 10,?000 Jump Items/);
    expect(said([till], scope(JumpGroupId.parse('gone')))).toMatch(/does not exist/);
    const offline = { ...known, connection: { state: 'connecting', address: '' } as never };
    expect(said([till], scope(teamGroupId), offline)).toBe('The appliance cannot be reached.');
  });
});
