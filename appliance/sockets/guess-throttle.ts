import type { Clock } from '../core/environment.ts';

const FORGOTTEN_AFTER_MS = 15 * 60 * 1_000;
/** Attempts that wait longer than this are sent away instead. */
const LONGEST_WAIT_MS = 10_000;
/** What one address may try freely, and how long every attempt after that takes, twice as long each. */
const OF_ONE = { free: 4, firstMs: 500, longestMs: 8_000 } as const;
/** The same for everybody together, who may have many addresses. */
const OF_ALL = { free: 50, firstMs: 500, longestMs: 500 } as const;

type Line = { failures: number; lastAt: number; freeAt: number };

export type GuessThrottle = ReturnType<typeof createGuessThrottle>;

/**
 * Slows down whoever guesses something short. Unlike with tokens, right guesses wait as wrong ones do: attempts are looked
 * at one after the other, from one address and in all, so that guessing with a thousand sockets is no faster.
 */
export function createGuessThrottle(clock: Clock) {
  const lines = new Map<string, Line>();
  let all: Line = newLine(0);

  const lineOf = (address: string): Line => {
    const now = clock.now();
    for (const [key, { lastAt }] of lines) if (lastAt <= now - FORGOTTEN_AFTER_MS) lines.delete(key);
    if (all.lastAt <= now - FORGOTTEN_AFTER_MS) all = newLine(now);
    const line = lines.get(address) ?? newLine(now);
    lines.set(address, line);
    return line;
  };

  return {
    /**
     * Takes a place in line; until `right` is called it counts as a wrong guess.
     * @returns after how many milliseconds the attempt may be looked at; null: not at all, too many wait already
     */
    enter(address: string): number | null {
      const now = clock.now();
      const own = lineOf(address);
      const wait = Math.max(own.freeAt, all.freeAt, now) - now;
      if (wait > LONGEST_WAIT_MS) return null;
      own.freeAt = now + wait + spacing(own, OF_ONE);
      all.freeAt = Math.max(all.freeAt, now) + spacing(all, OF_ALL);
      for (const line of [own, all]) {
        line.failures += 1;
        line.lastAt = now;
      }
      return wait;
    },
    /** The guess was right: it was none. */
    right(address: string): void {
      lines.delete(address);
      all.failures = Math.max(0, all.failures - 1);
    },
  };
}

function newLine(now: number): Line {
  return { failures: 0, lastAt: now, freeAt: 0 };
}

function spacing(line: Line, { free, firstMs, longestMs }: typeof OF_ONE | typeof OF_ALL): number {
  const beyond = line.failures - free;
  return beyond < 0 ? 0 : Math.min(firstMs * 2 ** beyond, longestMs);
}
