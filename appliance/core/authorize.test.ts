import { describe, expect, test } from 'vitest';
import type { JumpGroupId, RepresentativeId } from '#app/domain/ids.ts';
import type { JumpGroup } from '#app/domain/jump-group.ts';
import type { Representative } from '#app/domain/representative.ts';
import { RIGHTS, type Right } from '#app/domain/rights.ts';
import { authorize } from './authorize.ts';

const me = 'me' as RepresentativeId;
const groups: Record<string, JumpGroup> = {
  'own personal': { kind: 'personal', id: 'p1' as JumpGroupId, name: 'Me', ownerId: me },
  'other personal': {
    kind: 'personal',
    id: 'p2' as JumpGroupId,
    name: 'Other',
    ownerId: 'other' as RepresentativeId,
  },
  'all users': { kind: 'all-users', id: 'all' as JumpGroupId, name: 'All Users' },
  'own team': { kind: 'team', id: 't1' as JumpGroupId, name: 'Tills' },
  'other team': { kind: 'team', id: 't2' as JumpGroupId, name: 'Servers' },
};
const JUMP = 'jump-to-jump-items';
const OTHERS = 'view-personal-groups-of-others';
const MEMBERS = 'view-personal-groups-of-team-members';
const tills = 't1' as JumpGroupId;
const servers = 't2' as JumpGroupId;

function someone(id: RepresentativeId, rights: Right[], teamIds: JumpGroupId[]): Representative {
  return { id, username: id, displayName: id, rights, personalGroupId: `p-${id}` as JumpGroupId, teamIds };
}
const people = (rights: Right[], teamsOfOther: JumpGroupId[]) => (id: RepresentativeId) =>
  id === me ? someone(me, rights, [tills]) : someone(id, [], teamsOfOther);

function isVisible(group: string, rights: readonly Right[], teamsOfOther: readonly JumpGroupId[]): boolean {
  switch (group) {
    case 'other team':
      return false;
    case 'other personal':
      return rights.includes(OTHERS) || (rights.includes(MEMBERS) && teamsOfOther.includes(tills));
    default:
      return true;
  }
}

describe('R1.1 who sees a Jump Group', () => {
  const rightSets: Right[][] = [[], [JUMP], [OTHERS], [MEMBERS], [JUMP, MEMBERS], [...RIGHTS]];
  const cases = rightSets.flatMap((rights) =>
    [[servers], [tills, servers]].map((teams) => ({ rights, teams })),
  );
  for (const { rights, teams } of cases) {
    for (const [name, group] of Object.entries(groups)) {
      const visible = isVisible(name, rights, teams);
      const how = `${rights.join(', ') || 'no rights'}, ${teams.length - 1} teams shared with the other one`;
      test(`${name} with ${how}: ${visible ? 'visible' : 'invisible'}`, () => {
        const find = people(rights, teams);
        expect(authorize(find, me, group, 'see')).toEqual(
          visible ? { visible: true, missing: null } : { visible: false },
        );
        const missing = rights.includes(JUMP) ? null : JUMP;
        expect(authorize(find, me, group, 'jump')).toEqual(
          visible ? { visible: true, missing } : { visible: false },
        );
      });
    }
  }

  test('nobody, and a group that is gone, see and show nothing', () => {
    expect(authorize(() => undefined, me, groups['all users'], 'see')).toEqual({ visible: false });
    expect(authorize(people([...RIGHTS], []), me, undefined, 'see')).toEqual({ visible: false });
  });
});
