import { expect, test } from 'vitest';
import { JumpGroupId, RepresentativeId } from './ids.ts';
import type { JumpGroup } from './jump-group.ts';
import { type JumpItemDeed, missingRight } from './jump-item-permission.ts';
import type { Representative } from './representative.ts';
import type { Right } from './rights.ts';

const personalOf = (owner: string): JumpGroup => ({
  kind: 'personal',
  id: JumpGroupId.parse(`personal-${owner}`),
  name: owner,
  ownerId: RepresentativeId.parse(owner),
});
const team: JumpGroup = { kind: 'team', id: JumpGroupId.parse('tills'), name: 'Tills' };

const anna = (...rights: Right[]): Representative => ({
  id: RepresentativeId.parse('anna'),
  username: 'anna',
  displayName: 'Anna Berg',
  rights,
  personalGroupId: JumpGroupId.parse('personal-anna'),
  teamIds: [team.id],
});

test.each<[JumpItemDeed, Right]>([
  ['jump', 'jump-to-jump-items'],
  ['create', 'create-jump-items'],
  ['edit', 'edit-jump-items'],
  ['remove', 'remove-jump-items'],
  ['move', 'edit-jump-items'],
])('%s takes the right %s', (deed, right) => {
  expect(missingRight(anna(), team, deed)).toBe(right);
  expect(missingRight(anna(right), team, deed)).toBeNull();
});

test.each<JumpItemDeed>(['move', 'create'])(
  'R1.13 %s in another representative’s personal group takes a right of its own',
  (deed) => {
    const may: Right[] = ['create-jump-items', 'edit-jump-items'];
    expect(missingRight(anna(...may), personalOf('anna'), deed)).toBeNull();
    expect(missingRight(anna(...may), personalOf('ben'), deed)).toBe('move-jump-items-of-others');
    expect(missingRight(anna(...may, 'move-jump-items-of-others'), personalOf('ben'), deed)).toBeNull();
  },
);

test('R1.13 an item in another representative’s personal group may be edited where it is', () => {
  expect(missingRight(anna('edit-jump-items'), personalOf('ben'), 'edit')).toBeNull();
});
