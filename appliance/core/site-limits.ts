import type { JumpClient } from '#app/domain/jump-item.ts';
import { countJumpClients } from './jump-client-rows.ts';
import type { SiteReader } from './site.ts';

/** The one record of its kind. */
export const SITE_LIMITS_ID = 'site';

export type LimitReached = 'deployable-limit-reached' | 'active-deployable-limit-reached';

/** Whether the site has no place for one Jump Client more: R7.1, else R7.2 for an active one; null: it has. */
export function findLimitReached(
  reader: SiteReader,
  connection: JumpClient['connection'],
): LimitReached | null {
  const limits = reader.get('site-limits', SITE_LIMITS_ID);
  if (limits === undefined) return null;
  const { deployable, activeDeployable } = limits;
  if (deployable === null && activeDeployable === null) return null; // the usual case costs no count
  const { deployed, active } = countJumpClients(reader);
  if (deployable !== null && deployed >= deployable) return 'deployable-limit-reached';
  if (connection === 'active' && activeDeployable !== null && active >= activeDeployable) {
    return 'active-deployable-limit-reached';
  }
  return null;
}
