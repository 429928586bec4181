import type { JumpErrorCode } from './jump-error.ts';
import { isJumpClient, type JumpItem } from './jump-item.ts';
import type { Right } from './rights.ts';

/** What a jump would be answered; `detail` is the right that the text names. */
export type JumpRefusal = { readonly code: JumpErrorCode; readonly detail?: string };

/**
 * Why a jump would be refused by what is known of the item, without asking its Jump Client; null when nothing speaks
 * against it. The appliance refuses by this very function, and the console tells by it what to expect before the jump:
 * `not-permitted`, R7.9, R7.8, R7.16, in this order. Of a shortcut nothing more is known: it reports nothing.
 * @param missing the right that a jump to this item takes and the representative lacks
 */
export function previewJump(item: JumpItem, missing: Right | null): JumpRefusal | null {
  if (missing !== null) return { code: 'not-permitted', detail: missing };
  if (!isJumpClient(item)) return null;
  if (item.presence === 'uninstalled') return { code: 'client-uninstalled' };
  // A passive Jump Client is called on its address: nobody knows before whether it answers (R5.3).
  if (item.presence === 'offline' && item.connection === 'active') return { code: 'client-offline' };
  if (item.presence === 'disabled') return { code: 'client-disabled' };
  return null;
}

/**
 * True for refusals that hold until somebody does something about them: trying again is no use. The others may have
 * passed by the time the appliance is asked, and asking is cheap.
 */
export function isLastingRefusal({ code }: Pick<JumpRefusal, 'code'>): boolean {
  return code === 'not-permitted' || code === 'client-uninstalled';
}

/** How many Jump Items one Jump may be about: each opens a tab of its own. */
export const MAX_JUMPS_AT_ONCE = 10;
