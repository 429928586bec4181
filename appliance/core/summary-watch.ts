import { MOST_FOLLOWED_SUMMARIES, type SessionSummaryChanged } from '#app/contracts/session-summaries.ts';
import type { SupportSessionId } from '#app/domain/ids.ts';
import type { SessionSummary } from '#app/domain/session-summary.ts';
import type { Clock } from './environment.ts';

/** What happens within this is told at once. */
export const GATHER_SUMMARY_MS = 200;

type Options = {
  readonly clock: Clock;
  /** Whether it may (still) be read. */
  readonly mayRead: (id: SupportSessionId) => boolean;
  readonly send: (message: SessionSummaryChanged) => void;
};

export type SummaryWatch = ReturnType<typeof createSummaryWatch>;

/** What one console is told of the summaries that it has read last: that they are others now, not what they say. */
export function createSummaryWatch({ clock, mayRead, send }: Options) {
  /** The one read last at the end. */
  const followed = new Set<SupportSessionId>();
  const changed = new Map<SupportSessionId, number>();
  let cancelTimer: (() => void) | null = null;

  const flush = () => {
    cancelTimer = null;
    const revisions = [...changed];
    changed.clear();
    for (const [sessionId, revision] of revisions) if (mayRead(sessionId)) send({ sessionId, revision });
  };
  return {
    /** This console reads it. */
    read(id: SupportSessionId): void {
      followed.delete(id);
      followed.add(id);
      const [oldest] = followed;
      if (followed.size > MOST_FOLLOWED_SUMMARIES && oldest !== undefined) followed.delete(oldest);
    },
    changed({ id, revision }: Pick<SessionSummary, 'id' | 'revision'>): void {
      if (!followed.has(id)) return;
      changed.set(id, revision);
      cancelTimer ??= clock.schedule(GATHER_SUMMARY_MS, flush);
    },
    close(): void {
      cancelTimer?.();
      followed.clear();
    },
  };
}
