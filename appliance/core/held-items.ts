import type { EpochMs, RepresentativeId } from '#app/domain/ids.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { withProperties } from '#app/domain/jump-item-change.ts';
import { authorizeOnItem } from './authorize.ts';
import type { SiteReader, Transaction } from './site.ts';
import type { UndoStep } from './site-records.ts';
import { showSessionsOnItem } from './support-sessions.ts';

/** What takes a removal back. */
export type RemovedStep = Extract<UndoStep, { kind: 'removed' }>;

/**
 * Takes an item off every list and keeps it: its row, what it reported, who it is, its live sessions. `removal-hold.ts`
 * completes that after `REMOVAL_HELD_MS`.
 */
export function holdItemIn(
  transaction: Transaction,
  item: JumpItem,
  representativeId: RepresentativeId,
  now: EpochMs,
): RemovedStep {
  transaction.remove('jump-item', item.id);
  transaction.put('removed-jump-item', item.id, { item, representativeId, removedAt: now });
  return { kind: 'removed', jumpItemId: item.id, propertiesRev: item.propertiesRev, removedAt: now };
}

/**
 * Lists a held item again with its own values; in Personal, where its representative does not see its Jump Group any
 * more, or it is gone. Refused with `undo-expired`: the hold is over, or somebody else's.
 */
export function restoreItemIn(
  transaction: Transaction,
  representativeId: RepresentativeId,
  { jumpItemId, removedAt }: RemovedStep,
): JumpItem {
  const held = transaction.get('removed-jump-item', jumpItemId);
  if (held?.representativeId !== representativeId || held.removedAt !== removedAt) {
    throw new JumpError('undo-expired');
  }
  const item = withPlace(transaction, representativeId, held.item);
  transaction.remove('removed-jump-item', jumpItemId);
  transaction.put('jump-item', jumpItemId, item);
  showSessionsOnItem(transaction, jumpItemId);
  return item;
}

function withPlace(reader: SiteReader, representativeId: RepresentativeId, item: JumpItem): JumpItem {
  if (authorizeOnItem(reader, representativeId, item, 'see').visible) return item;
  const personal = reader.get('representative', representativeId)?.personalGroupId;
  if (personal === undefined) throw new JumpError('undo-expired');
  return withProperties(item, { jumpGroupId: personal });
}
