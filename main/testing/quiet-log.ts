import { vi } from 'vitest';
import type { Log } from '../logging/log.ts';

/** A log that remembers what was written and shows nothing. */
export function createQuietLog() {
  return { info: vi.fn(), warn: vi.fn(), error: vi.fn() } satisfies Log;
}
