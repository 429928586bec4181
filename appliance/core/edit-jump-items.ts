import type { ItemsOutcome, SeenItem, SeenRevisions } from '#app/contracts/jump-item-commands.ts';
import type { RepresentativeId } from '#app/domain/ids.ts';
import { JumpError, type JumpErrorCode } from '#app/domain/jump-error.ts';
import { isJumpClient, type JumpItem } from '#app/domain/jump-item.ts';
import {
  changedProperties,
  type PropertiesChange,
  pickProperties,
  withProperties,
} from '#app/domain/jump-item-change.ts';
import type { Right } from '#app/domain/rights.ts';
import { authorizeOnGroup, authorizeOnItem } from './authorize.ts';
import { type ItemResult, itemDone, itemNotFound, itemRefused, outcomeOf, stepsOf } from './items-outcome.ts';
import type { SiteReader, Transaction } from './site.ts';
import type { UndoStep } from './site-records.ts';
import { renameSessions } from './support-sessions.ts';

/** The outcome of a command on many items, and what takes it back. */
export type ItemsDone<T = ItemsOutcome> = { readonly value: T; readonly steps: readonly UndoStep[] };

/**
 * Makes one change on each of the items: what may be done is done, the rest is named (R1.10).
 * Refused as a whole with `jump-group-not-found`, for a new group that the representative does not see.
 */
export function editItemsIn(
  transaction: Transaction,
  representativeId: RepresentativeId,
  items: readonly SeenItem[],
  change: PropertiesChange,
): ItemsDone {
  const { jumpGroupId } = change;
  if (jumpGroupId !== undefined) {
    const { visible } = authorizeOnGroup(transaction, representativeId, jumpGroupId, 'see');
    if (!visible) throw new JumpError('jump-group-not-found');
  }
  const results = items.map((item) => editItemIn(transaction, representativeId, item, change));
  return { value: outcomeOf(results), steps: stepsOf(results) };
}

/**
 * Makes a change on one item. Refused in this order: R7.7 for one that is not visible; `jump-group-not-found`;
 * `not-permitted`; `malformed` for what its kind does not have; `changed-meanwhile` with the item as it is now; R7.8
 * and R7.9 when that happened since the representative looked.
 */
export function editItemIn(
  transaction: Transaction,
  representativeId: RepresentativeId,
  { jumpItemId, seen }: SeenItem,
  change: PropertiesChange,
): ItemResult {
  const item = transaction.get('jump-item', jumpItemId);
  if (item === undefined || !authorizeOnItem(transaction, representativeId, item, 'see').visible) {
    return itemNotFound(jumpItemId);
  }
  const move = refusedMove(transaction, representativeId, item, change);
  if (move !== null) return itemRefused(item, move);
  if (isJumpClient(item) && (change.hostname !== undefined || change.port !== undefined)) {
    return itemRefused(item, { code: 'malformed' });
  }
  if (item.propertiesRev !== seen.propertiesRev) {
    return itemRefused(item, { code: 'changed-meanwhile' }, item);
  }
  const gone = goneSince(item, seen);
  if (gone !== null) return itemRefused(item, { code: gone });
  return itemDone(putChanged(transaction, item, change));
}

/** Why this change may not be made on a visible item, as far as rights decide (R1.13); null when it may. */
export function refusedMove(
  reader: SiteReader,
  representativeId: RepresentativeId,
  item: JumpItem,
  { jumpGroupId = item.jumpGroupId }: PropertiesChange,
): { readonly code: JumpErrorCode; readonly detail?: Right } | null {
  const deed = jumpGroupId === item.jumpGroupId ? 'edit' : 'move';
  const from = authorizeOnItem(reader, representativeId, item, deed);
  const to = authorizeOnGroup(reader, representativeId, jumpGroupId, deed);
  if (!from.visible) return { code: 'client-not-found' };
  if (!to.visible) return { code: 'jump-group-not-found' };
  const missing = from.missing ?? to.missing;
  return missing === null ? null : { code: 'not-permitted', detail: missing };
}

/** Stores the item with the change made. @returns what takes it back; null where nothing differs */
export function putChanged(
  transaction: Transaction,
  before: JumpItem,
  change: PropertiesChange,
): UndoStep | null {
  const changed = changedProperties(before, change);
  if (changed.length === 0) return null;
  const after = withProperties(before, change);
  transaction.put('jump-item', after.id, after);
  if (after.name !== before.name) renameSessions(transaction, after);
  return {
    kind: 'edited',
    jumpItemId: before.id,
    before: pickProperties(before, changed),
    fromRev: before.propertiesRev,
    propertiesRev: after.propertiesRev,
  };
}

function goneSince(item: JumpItem, seen: SeenRevisions): JumpErrorCode | null {
  if (!isJumpClient(item) || seen.presenceRev === null || seen.presenceRev === item.presenceRev) return null;
  if (item.presence === 'uninstalled') return 'client-uninstalled';
  return item.presence === 'offline' ? 'client-offline' : null;
}
