import type { RepresentativeId } from '#app/domain/ids.ts';
import type { RecordedDeed } from '#app/domain/session-summary.ts';
import type { SupportSession } from '#app/domain/support-session.ts';

/** Something that became of a session, and whose doing it was; null: the customer's. */
export type SeenDeed = { readonly by: RepresentativeId | null; readonly deed: RecordedDeed };

/**
 * What a change of a session's row means for those who read about it later.
 * @param itemName what the item is called that the session is with, if there is one
 */
export function deedsIn(before: SupportSession, after: SupportSession, itemName: string): SeenDeed[] {
  return [...comings(before, after), ...presence(before, after), ...pinning(before, after, itemName)];
}

function comings(before: SupportSession, after: SupportSession): SeenDeed[] {
  const isIn = (session: SupportSession) => (id: RepresentativeId) => session.invitedIds.includes(id);
  return [
    ...after.invitedIds
      .filter((id) => !isIn(before)(id))
      .map((by) => ({ by, deed: { did: 'joined' } }) as const),
    ...before.invitedIds
      .filter((id) => !isIn(after)(id))
      .map((by) => ({ by, deed: { did: 'left' } }) as const),
  ];
}

function presence({ customer: before }: SupportSession, { customer: after }: SupportSession): SeenDeed[] {
  if (before === null || after === null || before.presence === after.presence) return [];
  return [{ by: null, deed: { did: after.presence === 'online' ? 'customer-returned' : 'customer-lost' } }];
}

/** That one failed, and why, is not in the row: who pins says it. */
function pinning(before: SupportSession, after: SupportSession, itemName: string): SeenDeed[] {
  const by = after.pin?.representativeId ?? before.pin?.representativeId;
  if (by === undefined || before.pin?.state === after.pin?.state) return [];
  if (after.pin?.state === 'asking') return [{ by, deed: { did: 'pin-asked' } }];
  if (before.pin?.state === 'asking' && after.pin !== null)
    return [{ by: null, deed: { did: 'pin-allowed' } }];
  if (after.pin !== null) return [{ by, deed: { did: 'pin-begun' } }];
  if (after.jumpItemId === null || after.jumpItemId === before.jumpItemId) return [];
  return [{ by, deed: { did: 'pinned', as: itemName } }];
}
