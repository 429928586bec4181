import { z } from 'zod';

/** What a representative may do, beyond seeing the own personal group, all users' and the own teams' items. */
export const RIGHTS = [
  'jump-to-jump-items',
  'view-personal-groups-of-others',
  'view-personal-groups-of-team-members',
] as const;
export const Right = z.enum(RIGHTS);
export type Right = z.infer<typeof Right>;
