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
const alwaysVisible = new Set(['own personal', 'all users', 'own team']);

function someone(rights: Right[]): Representative {
  const [personalGroupId, team] = ['p1' as JumpGroupId, 't1' as JumpGroupId];
  return { id: me, username: 'me', displayName: 'Me', rights, personalGroupId, teamIds: [team] };
}

describe('R1.1 who sees a Jump Group', () => {
  for (const rights of [[], [RIGHTS[0]], [RIGHTS[1]], [...RIGHTS]]) {
    for (const [name, group] of Object.entries(groups)) {
      const visible = alwaysVisible.has(name) || (name === 'other personal' && rights.includes(RIGHTS[1]));
      test(`${name} with ${rights.join(', ') || 'no rights'}: ${visible ? 'visible' : 'invisible'}`, () => {
        expect(authorize(someone(rights), group, 'see')).toEqual(
          visible ? { visible: true, missing: null } : { visible: false },
        );
        const missing = rights.includes(RIGHTS[0]) ? null : RIGHTS[0];
        expect(authorize(someone(rights), group, 'jump')).toEqual(
          visible ? { visible: true, missing } : { visible: false },
        );
      });
    }
  }

  test('nobody, and a group that is gone, see and show nothing', () => {
    expect(authorize(undefined, groups['all users'], 'see')).toEqual({ visible: false });
    expect(authorize(someone([...RIGHTS]), undefined, 'see')).toEqual({ visible: false });
  });
});
