import type { Clock } from '../clock.ts';

export type ManualClock = Clock & {
  /** Moves time on and runs, in order, all that falls due on the way. */
  advance(milliseconds: number): void;
  /** How long until the next thing falls due, in milliseconds; null when nothing waits. */
  untilNext(): number | null;
};

/** A clock that a test turns by hand. */
export function createManualClock(startAt = 1_800_000_000_000): ManualClock {
  let now = startAt;
  const waiting = new Set<{ dueAt: number; run: () => void }>();
  const next = () => [...waiting].sort((a, b) => a.dueAt - b.dueAt)[0];
  return {
    now: () => now,
    after(milliseconds, run) {
      const entry = { dueAt: now + milliseconds, run };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    advance(milliseconds) {
      const end = now + milliseconds;
      for (let entry = next(); entry !== undefined && entry.dueAt <= end; entry = next()) {
        waiting.delete(entry);
        now = Math.max(now, entry.dueAt);
        entry.run();
      }
      now = end;
    },
    untilNext() {
      const entry = next();
      return entry === undefined ? null : entry.dueAt - now;
    },
  };
}
