import { z } from 'zod';
import { JumpGroupId, RepresentativeId } from './ids.ts';

/**
 * Another representative whose personal Jump Group the viewer may see, with the teams that they share: the second pane
 * beside the Jump Groups lists them when one of these teams is selected (R1.1).
 */
export const Member = z.strictObject({
  id: RepresentativeId,
  username: z.string(),
  displayName: z.string(),
  personalGroupId: JumpGroupId,
  teamIds: z.array(JumpGroupId),
});
export type Member = z.infer<typeof Member>;
