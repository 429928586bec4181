/** Events as they come, for a test that waits for the next one of a kind. */
export type EventQueue<T> = {
  readonly all: readonly T[];
  push(event: T): void;
  /** The first event not yet taken that fits; waits for it when there is none. */
  take<S extends T>(fits: (event: T) => event is S): Promise<S>;
  take(fits?: (event: T) => boolean): Promise<T>;
};

export function createEventQueue<T>(): EventQueue<T> {
  const all: T[] = [];
  let untaken: T[] = [];
  let waiting: { fits: (event: T) => boolean; resolve: (event: T) => void }[] = [];
  return {
    all,
    push(event) {
      all.push(event);
      const waiter = waiting.find(({ fits }) => fits(event));
      if (waiter === undefined) untaken.push(event);
      else {
        waiting = waiting.filter((other) => other !== waiter);
        waiter.resolve(event);
      }
    },
    take(fits: (event: T) => boolean = () => true): Promise<T> {
      const found = untaken.find(fits);
      if (found !== undefined) {
        untaken = untaken.filter((other) => other !== found);
        return Promise.resolve(found);
      }
      return new Promise((resolve) => waiting.push({ fits, resolve }));
    },
  } as EventQueue<T>;
}
