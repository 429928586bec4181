import { z } from 'zod';
import { EpochMs, JumpItemId, RepresentativeId, SupportSessionId } from './ids.ts';

/** A live connection between a representative and a computer; one tab in the console. An ended one is gone. */
export const SupportSession = z.strictObject({
  id: SupportSessionId,
  jumpItemId: JumpItemId,
  /** The item's name when the session began: it identifies the tab (R2.2). */
  name: z.string(),
  representativeId: RepresentativeId,
  startedAt: EpochMs,
});
export type SupportSession = z.infer<typeof SupportSession>;
