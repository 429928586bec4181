/** A small seeded source of chance: the same seed gives the same numbers everywhere. */
export function createRandomSource(seed: number) {
  let state = seed >>> 0;
  /** From 0 up to 1 (mulberry32). */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    /** A whole number, both ends included. */
    whole,
    pick<T>(from: readonly T[]): T {
      const picked = from[whole(0, from.length - 1)];
      if (picked === undefined) throw new Error('Nothing to pick from');
      return picked;
    },
    /** True in so many of a hundred cases. */
    chance: (percent: number): boolean => next() * 100 < percent,
  };
}
export type RandomSource = ReturnType<typeof createRandomSource>;
