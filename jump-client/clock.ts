/** Time, handed in so that tests decide when it passes. */
export type Clock = {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /**
   * Does something once, later.
   * @returns a function that cancels it
   */
  after(milliseconds: number, action: () => void): () => void;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, action) {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
};
