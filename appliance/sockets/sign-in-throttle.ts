import type { Clock } from '../core/environment.ts';

const FREE_FAILURES = 4;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 8_000;
const FORGOTTEN_AFTER_MS = 15 * 60 * 1_000;

/**
 * Slows down whoever guesses: from the fifth refusal on an address waits longer and longer for the answer.
 * Only refusals wait, so nobody can lock out somebody who has a token.
 */
export function createSignInThrottle(clock: Clock) {
  const failures = new Map<string, { count: number; lastAt: number }>();
  return {
    /** Counts a refusal. @returns how long its answer should wait, in milliseconds */
    refused(address: string): number {
      const now = clock.now();
      for (const [key, { lastAt }] of failures) if (lastAt <= now - FORGOTTEN_AFTER_MS) failures.delete(key);
      const count = (failures.get(address)?.count ?? 0) + 1;
      failures.set(address, { count, lastAt: now });
      if (count <= FREE_FAILURES) return 0;
      return Math.min(FIRST_DELAY_MS * 2 ** (count - FREE_FAILURES - 1), LONGEST_DELAY_MS);
    },
    accepted(address: string): void {
      failures.delete(address);
    },
  };
}
