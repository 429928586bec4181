import type { Clock } from '../clock.ts';

/** A clock whose time passes only when told. */
export type ManualClock = Clock & {
  /** How long until the next planned action; null when none is planned. */
  readonly nextDelay: number | null;
  advance(milliseconds: number): void;
};

export function createManualClock(startsAt = 1_700_000_000_000): ManualClock {
  let now = startsAt;
  let planned: { at: number; action: () => void }[] = [];

  function takeDue(until: number): { at: number; action: () => void } | undefined {
    planned.sort((a, b) => a.at - b.at);
    const [first] = planned;
    if (first === undefined || first.at > until) return undefined;
    planned = planned.slice(1);
    return first;
  }

  return {
    now: () => now,
    after(milliseconds, action) {
      const entry = { at: now + milliseconds, action };
      planned.push(entry);
      return () => {
        planned = planned.filter((other) => other !== entry);
      };
    },
    get nextDelay() {
      return planned.length === 0 ? null : Math.min(...planned.map((entry) => entry.at)) - now;
    },
    advance(milliseconds) {
      const until = now + milliseconds;
      for (let due = takeDue(until); due !== undefined; due = takeDue(until)) {
        now = due.at;
        due.action();
      }
      now = until;
    },
  };
}
