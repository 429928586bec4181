import { z } from 'zod';
import { JumpGroupId, RepresentativeId } from './ids.ts';

/** Who can see a Jump Item: only its creator, all users, or a team (R1.1). */
export const JumpGroup = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('personal'),
    id: JumpGroupId,
    name: z.string(),
    ownerId: RepresentativeId,
  }),
  z.strictObject({ kind: z.literal('all-users'), id: JumpGroupId, name: z.string() }),
  z.strictObject({ kind: z.literal('team'), id: JumpGroupId, name: z.string() }),
]);
export type JumpGroup = z.infer<typeof JumpGroup>;
export type PersonalJumpGroup = Extract<JumpGroup, { kind: 'personal' }>;

/** The group's name as one representative sees it: the own personal group is "Personal", another's has its owner's name. */
export function jumpGroupLabel(group: JumpGroup, viewer: RepresentativeId, ownPersonalLabel: string): string {
  return group.kind === 'personal' && group.ownerId === viewer ? ownPersonalLabel : group.name;
}
