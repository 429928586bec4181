import type { EpochMs, JumpItemId } from '#app/domain/ids.ts';
import { type JumpClient, PRESENCES } from '#app/domain/jump-item.ts';
import { PRESENCE_HISTORY_MS, type PresenceSpan } from '#app/domain/statistics-history.ts';

/** What is kept of one computer, however often it comes and goes. */
const MOST_SPANS = 200;

/**
 * When each Jump Client was there in the last 24 hours. An item whose presence has not changed costs nothing: its row
 * says since when. A span is one number: its beginning in milliseconds, and the presence in the last two bits.
 */
export function createPresenceHistory() {
  const changed = new Map<JumpItemId, number[]>();
  return {
    /** The presence has changed. */
    record(before: JumpClient, after: JumpClient): void {
      const spans = changed.get(after.id) ?? [pack(spanOf(before))];
      spans.push(pack(spanOf(after)));
      changed.set(after.id, recent(spans.slice(-MOST_SPANS), after.presenceSince, packedSince));
    },
    /** The spans of the last 24 hours as far as they are known, oldest first; the last one is the row's. */
    spans: (item: JumpClient, now: EpochMs): PresenceSpan[] =>
      recentSpans(changed.get(item.id)?.map(unpack) ?? [spanOf(item)], now),
    forget: (id: JumpItemId): void => void changed.delete(id),
  };
}

/** Without those that ended more than 24 hours ago. */
export function recentSpans(spans: PresenceSpan[], now: EpochMs): PresenceSpan[] {
  return recent(spans, now, ({ since }) => since);
}

function recent<T>(spans: T[], now: EpochMs, sinceOf: (span: T) => EpochMs): T[] {
  const first = spans.findLastIndex((span) => sinceOf(span) <= now - PRESENCE_HISTORY_MS);
  return first <= 0 ? spans : spans.slice(first);
}

function spanOf({ presence, presenceSince }: JumpClient): PresenceSpan {
  return { since: presenceSince, presence };
}

function pack({ since, presence }: PresenceSpan): number {
  return since * PRESENCES.length + PRESENCES.indexOf(presence);
}

function packedSince(packed: number): EpochMs {
  return Math.floor(packed / PRESENCES.length);
}

function unpack(packed: number): PresenceSpan {
  return { since: packedSince(packed), presence: PRESENCES[packed % PRESENCES.length] ?? 'offline' };
}
