import { z } from 'zod';
import { JumpGroupId, RepresentativeId } from './ids.ts';
import { Right } from './rights.ts';

/** The signed-in user of a console, as the appliance describes it to that console. */
export const Representative = z.strictObject({
  id: RepresentativeId,
  username: z.string(),
  displayName: z.string(),
  rights: z.array(Right),
  personalGroupId: JumpGroupId,
  teamIds: z.array(JumpGroupId),
});
export type Representative = z.infer<typeof Representative>;
