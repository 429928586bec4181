/** Time as main's parts are given it, so that tests run it by hand. */
export type Clock = {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** Runs once after so many milliseconds. @returns a function that calls it off */
  after(milliseconds: number, run: () => void): () => void;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
