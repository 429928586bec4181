/** How long to wait before the next attempt: anything up to a bound that doubles each time (full jitter). */
export type BackOff = {
  next(): number;
  /** The last attempt was a success that lasted. */
  reset(): void;
};

const FIRST_BOUND_MS = 500;

/** How far the bound grows, in milliseconds. */
export const LAST_BOUND_MS = {
  /** A fleet that lost its appliance must not come back all at once. */
  fleet: 30_000,
  /** Somebody waits at the other end, and for two minutes at most: there are few of these. */
  session: 4_000,
} as const;

/** @param random from 0 up to, not including, 1 */
export function createBackOff(random: () => number, lastBoundMs: number): BackOff {
  let bound = FIRST_BOUND_MS;
  return {
    next() {
      const delay = Math.round(random() * bound);
      bound = Math.min(lastBoundMs, bound * 2);
      return delay;
    },
    reset() {
      bound = FIRST_BOUND_MS;
    },
  };
}
