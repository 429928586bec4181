/** How long to wait before the next attempt: anything up to a bound that doubles each time (full jitter). */
export type BackOff = {
  next(): number;
  /** The last attempt was a success that lasted. */
  reset(): void;
};

const FIRST_BOUND_MS = 500;
const LAST_BOUND_MS = 30_000;

/** @param random from 0 up to, not including, 1 */
export function createBackOff(random: () => number): BackOff {
  let bound = FIRST_BOUND_MS;
  return {
    next() {
      const delay = Math.round(random() * bound);
      bound = Math.min(LAST_BOUND_MS, bound * 2);
      return delay;
    },
    reset() {
      bound = FIRST_BOUND_MS;
    },
  };
}
