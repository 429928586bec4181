import { expect, test } from 'vitest';
import { JumpGroupId, RepresentativeId } from '#app/domain/ids.ts';
import type { JumpGroup } from '#app/domain/jump-group.ts';
import type { Right } from '#app/domain/rights.ts';
import { allUsersGroupId, personalGroupId, teamGroupId, wscott } from '../test-support/jump-items.ts';
import { jumpGroupChoices } from './jump-group-choices.ts';

const bensGroupId = JumpGroupId.parse('g-ben');
const groups = new Map<JumpGroupId, JumpGroup>(
  [
    { kind: 'team' as const, id: teamGroupId, name: 'Field support' },
    {
      kind: 'personal' as const,
      id: bensGroupId,
      name: 'Ben Cole',
      ownerId: RepresentativeId.parse('r-ben'),
    },
    { kind: 'all-users' as const, id: allUsersGroupId, name: 'All users' },
    { kind: 'personal' as const, id: personalGroupId, name: 'wscott', ownerId: wscott.id },
  ].map((group) => [group.id, group]),
);
const labels = new Map([[personalGroupId, 'Personal']]);
const known = (...more: Right[]) => ({
  viewer: { ...wscott, rights: [...wscott.rights, ...more] },
  groups,
  labels,
});
const shown = (choices: ReturnType<typeof jumpGroupChoices>) =>
  choices.map(({ label, reason }) => (reason === undefined ? label : `${label}: ${reason}`));

test('R1.13 items of all users go anywhere but into another representative’s group', () => {
  expect(shown(jumpGroupChoices(known(), { deed: 'move', from: [allUsersGroupId] }))).toEqual([
    'Personal',
    'All users',
    'Field support',
    'Ben Cole: Missing right: Move Jump Items into and out of other users’ Jump Groups.',
  ]);
});

test('R1.13 one of many that lies in another’s group keeps all of them where they are', () => {
  const choices = jumpGroupChoices(known(), { deed: 'move', from: [allUsersGroupId, bensGroupId] });
  expect(choices.map(({ reason }) => reason !== undefined)).toEqual([true, true, true, true]);
  expect(choices[1]?.reason).toBe(
    'They cannot leave Ben Cole. Missing right: Move Jump Items into and out of other users’ Jump Groups.',
  );
});

test('R1.13 where they lie already they may stay, whatever the rights', () => {
  const viewer = { ...wscott, rights: [] };
  const choices = jumpGroupChoices({ viewer, groups, labels }, { deed: 'move', from: [bensGroupId] });
  expect(choices.find(({ id }) => id === bensGroupId)?.reason).toBeUndefined();
  expect(choices.find(({ id }) => id === teamGroupId)?.reason).toContain('They cannot leave Ben Cole.');
});

test('R1.13 the right to move others’ items opens every group', () => {
  const all = jumpGroupChoices(known('move-jump-items-of-others'), { deed: 'move', from: [bensGroupId] });
  expect(all.every(({ reason }) => reason === undefined)).toBe(true);
});

test('R2.3 what is created is offered the groups that take it, and no others', () => {
  const create = { deed: 'create' } as const;
  expect(shown(jumpGroupChoices(known(), create))).toEqual(['Personal', 'All users', 'Field support']);
  const viewer = { ...wscott, rights: [] };
  expect(jumpGroupChoices({ viewer, groups, labels }, create)).toEqual([]);
});
