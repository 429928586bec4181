import type { ItemsOutcome } from '#app/contracts/jump-item-commands.ts';
import type { EpochMs, JumpItemId, OpId, RepresentativeId } from '#app/domain/ids.ts';
import { authorizeOnItem } from './authorize.ts';
import { editItemIn } from './edit-jump-items.ts';
import { restoreItemIn } from './held-items.ts';
import { type ItemResult, itemDone, itemNotFound, itemRefused, outcomeOf } from './items-outcome.ts';
import { removeItemIn } from './jump-item-removal.ts';
import type { Transaction } from './site.ts';
import type { UndoStep } from './site-records.ts';
import { followRestored, type RestoredRevision, takeUndoable } from './undoable-commands.ts';

/**
 * Takes back what an earlier command of the same representative did, the last item first. Items that somebody changed
 * since are skipped by name. Refused as a whole with `undo-expired`; a removal is that as soon as its hold is over.
 */
export function undoCommandIn(
  transaction: Transaction,
  representativeId: RepresentativeId,
  undoneOpId: OpId,
  now: EpochMs,
): ItemsOutcome {
  const { steps } = takeUndoable(transaction, representativeId, undoneOpId, now);
  const restored = new Map<JumpItemId, RestoredRevision>();
  const results = steps.toReversed().map((step) => {
    const result = undoStepIn(transaction, representativeId, step);
    const nowItem = transaction.get('jump-item', step.jumpItemId);
    if (result.ok && nowItem !== undefined) {
      const fromRev = step.kind === 'edited' ? step.fromRev : step.propertiesRev;
      restored.set(step.jumpItemId, { fromRev, nowRev: nowItem.propertiesRev });
    }
    return result;
  });
  followRestored(transaction, representativeId, restored);
  return outcomeOf(results);
}

function undoStepIn(
  transaction: Transaction,
  representativeId: RepresentativeId,
  step: UndoStep,
): ItemResult {
  const { jumpItemId, propertiesRev } = step;
  switch (step.kind) {
    case 'edited': {
      const seen = { propertiesRev, presenceRev: null };
      return editItemIn(transaction, representativeId, { jumpItemId, seen }, step.before);
    }
    case 'created':
      return removeCreatedIn(transaction, representativeId, step);
    case 'removed':
      restoreItemIn(transaction, representativeId, step);
      return itemDone(null);
  }
}

/** What somebody may create, that person may take back, as long as nobody has changed it. */
function removeCreatedIn(
  transaction: Transaction,
  representativeId: RepresentativeId,
  { jumpItemId, propertiesRev }: Extract<UndoStep, { kind: 'created' }>,
): ItemResult {
  const item = transaction.get('jump-item', jumpItemId);
  if (item === undefined) return itemNotFound(jumpItemId);
  const authorization = authorizeOnItem(transaction, representativeId, item, 'create');
  if (!authorization.visible) return itemNotFound(jumpItemId);
  if (authorization.missing !== null) {
    return itemRefused(item, { code: 'not-permitted', detail: authorization.missing });
  }
  if (item.propertiesRev !== propertiesRev) return itemRefused(item, { code: 'changed-meanwhile' }, item);
  removeItemIn(transaction, jumpItemId);
  return itemDone(null);
}
