import { REMOVAL_HELD_MS } from '#app/contracts/jump-item-commands.ts';
import type { EpochMs, JumpItemId } from '#app/domain/ids.ts';
import type { Clock } from './environment.ts';
import type { RemoveForGood } from './jump-item-removal.ts';
import type { Site } from './site.ts';
import type { CommittedChange } from './site-records.ts';

/** One removal: which item, and when. */
type Removal = { readonly jumpItemId: JumpItemId; readonly removedAt: EpochMs };

type Options = {
  readonly site: Site;
  readonly clock: Clock;
  readonly removeForGood: RemoveForGood;
  readonly onFailure: (error: unknown) => void;
};

/**
 * Completes removals: those that a restart finds at once, every other when it has been held for `REMOVAL_HELD_MS` and
 * nobody has taken it back.
 * @returns a function that ends it
 */
export async function completeRemovals({
  site,
  clock,
  removeForGood,
  onFailure,
}: Options): Promise<() => void> {
  const waiting = new Set<() => void>();

  const complete = (removals: readonly Removal[]) =>
    removeForGood((transaction) => {
      const held = removals.filter(
        ({ jumpItemId, removedAt }) =>
          transaction.get('removed-jump-item', jumpItemId)?.removedAt === removedAt,
      );
      return held.map(({ jumpItemId }) => jumpItemId);
    });
  const completeLater = (removals: readonly Removal[]) => {
    const cancel = clock.schedule(REMOVAL_HELD_MS, () => {
      waiting.delete(cancel);
      complete(removals).catch(onFailure);
    });
    waiting.add(cancel);
  };

  await removeForGood((transaction) => [...transaction.all('removed-jump-item')].map(({ item }) => item.id));
  site.onCommitted((changes) => {
    const removals = changes.flatMap(begunRemoval);
    if (removals.length > 0) completeLater(removals);
  });
  return () => {
    for (const cancel of waiting) cancel();
    waiting.clear();
  };
}

function begunRemoval(change: CommittedChange): Removal[] {
  if (change.kind !== 'removed-jump-item' || change.before !== undefined || change.after === undefined) {
    return [];
  }
  return [{ jumpItemId: change.after.item.id, removedAt: change.after.removedAt }];
}
