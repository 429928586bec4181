import type { EpochMs, JumpItemId } from '#app/domain/ids.ts';
import type { ApplianceCore } from '../core/appliance-core.ts';
import type { JumpItemEdit } from '../core/jump-item-editing.ts';

/** As often as consoles may be told of changes: what is due by then is one transaction. */
const TICK_MS = 50;
/** What one transaction may change, also when the appliance has fallen behind. */
export const MAX_CHANGES = 10_000;
/** The next item is so many further in the list: prime, so that changes fall everywhere in it. */
const STRIDE = 7_919;

export type Play = {
  readonly changesPerSecond: number;
  readonly seconds: number;
  /** Which items change in turn. */
  readonly ids: readonly JumpItemId[];
};
export type Played = {
  readonly changes: number;
  /** When the first and the last transaction were committed, on the appliance's clock. */
  readonly firstCommitAt: EpochMs;
  readonly lastCommitAt: EpochMs;
  readonly last: { readonly id: JumpItemId; readonly comments: string };
};

/** Changes the comments of one item after the other, evenly over the time; resolves after the last commit. */
export async function playChanges(
  { jumpItems, environment: { clock } }: Pick<ApplianceCore, 'jumpItems' | 'environment'>,
  { changesPerSecond, seconds, ids }: Play,
): Promise<Played> {
  const startedAt = clock.now();
  const total = Math.max(1, Math.round(changesPerSecond * seconds));
  const edit = (number: number) => ({
    id: ids[(number * STRIDE) % ids.length] as JumpItemId,
    edit: { comments: `Change ${number + 1} of ${total}` } satisfies JumpItemEdit,
  });
  let firstCommitAt: EpochMs | null = null;
  for (let done = 0; done < total; ) {
    await pause(clock, TICK_MS);
    const due = Math.floor(((clock.now() - startedAt) / 1_000) * changesPerSecond);
    const until = Math.min(total, done + MAX_CHANGES, due);
    const edits = Array.from({ length: until - done }, (_, index) => edit(done + index));
    await jumpItems.changeAll(edits);
    if (edits.length > 0) firstCommitAt ??= clock.now();
    done = until;
  }
  const lastCommitAt = clock.now();
  const { id, edit: last } = edit(total - 1);
  return {
    changes: total,
    firstCommitAt: firstCommitAt ?? lastCommitAt,
    lastCommitAt,
    last: { id, comments: last.comments },
  };
}

function pause(clock: ApplianceCore['environment']['clock'], ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.schedule(ms, resolve);
  });
}
