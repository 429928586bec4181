import { vi } from 'vitest';

/** Waits for what sockets and streams bring; long enough for a loaded machine, and no longer than needed. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 10_000, interval: 10 });
}
