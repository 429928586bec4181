import type { SeenItem } from '#app/contracts/jump-item-commands.ts';
import type { EpochMs, RepresentativeId } from '#app/domain/ids.ts';
import { authorizeOnItem } from './authorize.ts';
import type { ItemsDone } from './edit-jump-items.ts';
import { holdItemIn } from './held-items.ts';
import { type ItemResult, itemDone, itemNotFound, itemRefused, outcomeOf, stepsOf } from './items-outcome.ts';
import type { Transaction } from './site.ts';

/** Removes each of the items that may be removed, and names the rest (R1.9). What is removed is held at first. */
export function removeItemsIn(
  transaction: Transaction,
  representativeId: RepresentativeId,
  items: readonly SeenItem[],
  now: EpochMs,
): ItemsDone {
  const results = items.map((item) => removeOneIn(transaction, representativeId, item, now));
  return { value: outcomeOf(results), steps: stepsOf(results) };
}

/**
 * Refused in this order: R7.7 for one that is not visible; `not-permitted`; `changed-meanwhile` with the item as it is
 * now, for it may not be what was meant any more. Whether its Jump Client is there makes no difference.
 */
function removeOneIn(
  transaction: Transaction,
  representativeId: RepresentativeId,
  { jumpItemId, seen }: SeenItem,
  now: EpochMs,
): ItemResult {
  const item = transaction.get('jump-item', jumpItemId);
  if (item === undefined) return itemNotFound(jumpItemId);
  const authorization = authorizeOnItem(transaction, representativeId, item, 'remove');
  if (!authorization.visible) return itemNotFound(jumpItemId);
  if (authorization.missing !== null) {
    return itemRefused(item, { code: 'not-permitted', detail: authorization.missing });
  }
  if (item.propertiesRev !== seen.propertiesRev)
    return itemRefused(item, { code: 'changed-meanwhile' }, item);
  return itemDone(holdItemIn(transaction, item, representativeId, now));
}
