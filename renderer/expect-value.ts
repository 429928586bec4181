import type { ConsoleResult } from '#app/contracts/console-api.ts';

/** The answer to a request that main never refuses: it says by a state what stands in the way. A refusal is a bug. */
export function expectValue<T>(result: ConsoleResult<T>): T {
  if (!result.ok) throw new Error(result.code);
  return result.value;
}
