import type { SupportSessionId } from '#app/domain/ids.ts';
import type { JumpClient } from '#app/domain/jump-item.ts';
import { countJumpClients } from './jump-client-rows.ts';
import type { SiteReader } from './site.ts';

/** The one record of its kind. */
export const SITE_RECORD_ID = 'site';

export type LimitReached = 'deployable-limit-reached' | 'active-deployable-limit-reached';

/**
 * Whether the site has no place for one Jump Client more: R7.1, else R7.2 for an active one; null: it has. Pins that are
 * under way have taken their places.
 * @param ownPin the session whose pin this is about
 */
export function findLimitReached(
  reader: SiteReader,
  connection: JumpClient['connection'],
  ownPin: SupportSessionId | null = null,
): LimitReached | null {
  const limits = reader.get('site-limits', SITE_RECORD_ID);
  if (limits === undefined) return null;
  const { deployable, activeDeployable } = limits;
  if (deployable === null && activeDeployable === null) return null; // the usual case costs no count
  const { deployed, active } = countJumpClients(reader);
  let pinning = 0; // each will be an active one
  for (const { id, pin } of reader.all('support-session')) if (pin !== null && id !== ownPin) pinning += 1;
  if (deployable !== null && deployed + pinning >= deployable) return 'deployable-limit-reached';
  if (connection === 'active' && activeDeployable !== null && active + pinning >= activeDeployable) {
    return 'active-deployable-limit-reached';
  }
  return null;
}
