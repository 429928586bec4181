import type { Clock } from '../clock.ts';
import { reconnectDelay } from './reconnect-delay.ts';

/** A connection that held this long was no chance hit: the next loss begins with a short wait again. */
const SOLID_AFTER_MS = 10_000;

/** On the clock of this computer, milliseconds. */
type PlannedAttempt = { readonly lostAt: number; readonly nextAttemptAt: number };

/** When a connection that was lost is tried again: one attempt at a time, after pauses that grow until one has held. */
export function createAttempts({ clock, random }: { clock: Clock; random: () => number }) {
  let lostAt: number | null = null;
  let failures = 0;
  let cancel: () => void = () => undefined;

  function after(delay: number, run: () => void): PlannedAttempt {
    const now = clock.now();
    lostAt ??= now;
    cancel();
    cancel = clock.after(delay, run);
    return { lostAt, nextAttemptAt: now + delay };
  }

  return {
    now: (run: () => void): PlannedAttempt => after(0, run),
    later(run: () => void): PlannedAttempt {
      const delay = reconnectDelay(failures, random());
      failures += 1;
      return after(delay, run);
    },
    /** A connection was lost that had been there since `openedAt`. */
    ended(openedAt: number): void {
      if (clock.now() - openedAt >= SOLID_AFTER_MS) failures = 0;
    },
    /** Nothing is lost any more. */
    madeUp(): void {
      lostAt = null;
    },
    cancel: (): void => cancel(),
    reset(): void {
      cancel();
      failures = 0;
      lostAt = null;
    },
  };
}
