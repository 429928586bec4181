import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Environment } from './core/environment.ts';

/** The real clock, real chance, SHA-256. */
export const systemEnvironment: Environment = {
  clock: {
    now: () => Date.now(),
    schedule(delayMs, task) {
      const timer = setTimeout(task, delayMs);
      return () => clearTimeout(timer);
    },
  },
  randomness: {
    uuid: () => randomUUID(),
    token: () => randomBytes(32).toString('base64url'),
    digits: (count) => Array.from({ length: count }, () => randomInt(10)).join(''),
  },
  digest: (text) => createHash('sha256').update(text).digest('base64url'),
};
