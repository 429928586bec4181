import type { Environment } from '../core/environment.ts';

type Task = { readonly at: number; readonly run: () => void };

/** A clock that stands still until a test moves it, and chance that counts. */
export function createFakeEnvironment(startAt = 1_800_000_000_000) {
  let now = startAt;
  let tasks: Task[] = [];
  let drawn = 0;
  const draw = () => {
    drawn += 1;
    return String(drawn).padStart(12, '0');
  };
  const environment: Environment = {
    clock: {
      now: () => now,
      schedule(delayMs, run) {
        const task = { at: now + delayMs, run };
        tasks.push(task);
        return () => {
          tasks = tasks.filter((other) => other !== task);
        };
      },
    },
    randomness: {
      uuid: () => `00000000-0000-4000-8000-${draw()}`,
      token: () => `token-${draw()}`,
      digits: (count) => draw().slice(-count),
    },
    digest: (text) => `digest of ${text}`,
  };
  return {
    ...environment,
    /** Lets time pass; what becomes due runs in its order. */
    advance(ms: number): void {
      const until = now + ms;
      for (;;) {
        const next = tasks.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        tasks = tasks.filter((task) => task !== next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = until;
    },
  };
}
export type FakeEnvironment = ReturnType<typeof createFakeEnvironment>;
