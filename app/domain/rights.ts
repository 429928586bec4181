import { z } from 'zod';

/** What a representative may do, beyond seeing the own personal group, all users' and the own teams' items. */
export const RIGHTS = [
  'jump-to-jump-items',
  /** New Local RDP and Local VNC shortcuts, imported ones too. */
  'create-jump-items',
  /** Name, tag, comments and address, and moves between groups that are nobody else's. */
  'edit-jump-items',
  'remove-jump-items',
  /** Moves into and out of another representative's personal group (R1.13). */
  'move-jump-items-of-others',
  'view-personal-groups-of-others',
  'view-personal-groups-of-team-members',
] as const;
export const Right = z.enum(RIGHTS);
export type Right = z.infer<typeof Right>;
