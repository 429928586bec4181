const WITHIN_MS = 60_000;
const MAX_RELOADS = 2;

/**
 * A page that crashes is loaded again by itself, at most twice a minute; then a person is asked.
 * @returns what to do about a crash that happens now
 */
export function createCrashPolicy(now: () => number): () => 'reload' | 'ask' {
  let reloads: number[] = [];
  return () => {
    reloads = reloads.filter((at) => now() - at < WITHIN_MS);
    if (reloads.length >= MAX_RELOADS) return 'ask';
    reloads.push(now());
    return 'reload';
  };
}
