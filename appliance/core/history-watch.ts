import type { JumpItemId, RepresentativeId } from '#app/domain/ids.ts';
import { LOAD_SAMPLE_MS, type StatisticsHistory } from '#app/domain/statistics-history.ts';
import { findVisibleJumpClient } from './authorize.ts';
import type { Clock } from './environment.ts';
import type { Site } from './site.ts';
import type { StatisticsHistories } from './statistics-histories.ts';

type Options = {
  readonly representativeId: RepresentativeId;
  readonly site: Site;
  readonly clock: Clock;
  readonly histories: Pick<StatisticsHistories, 'of'>;
  readonly send: (history: StatisticsHistory) => void;
};

/** What one console is told of the past of the few items that it looks at: at once, each minute, as presence changes. */
export function createHistoryWatch({ representativeId, site, clock, histories, send }: Options) {
  let watched = new Set<JumpItemId>();
  let cancelTick: (() => void) | null = null;

  const tell = (id: JumpItemId) => {
    const item = findVisibleJumpClient(site, representativeId, id);
    if (item !== null) send(histories.of(item));
  };
  const arrange = () => {
    if (watched.size === 0) cancelTick?.();
    if (watched.size === 0) cancelTick = null;
    else cancelTick ??= clock.schedule(LOAD_SAMPLE_MS - (clock.now() % LOAD_SAMPLE_MS), tick);
  };
  const tick = () => {
    cancelTick = null;
    for (const id of watched) tell(id);
    arrange();
  };

  return {
    /** Replaces what is watched; items that are new in it are told of at once. */
    watch(ids: readonly JumpItemId[]): void {
      const before = watched;
      watched = new Set(ids);
      for (const id of watched) if (!before.has(id)) tell(id);
      arrange();
    },
    changed(id: JumpItemId): void {
      if (watched.has(id)) tell(id);
    },
    close(): void {
      watched = new Set();
      arrange();
    },
  };
}
