const SHORTEST_MS = 500;
/** A network that is there again is noticed within this and a connect: somebody looks at the list. */
const LONGEST_MS = 4_000;

/**
 * How long to wait before attempt number `attempt` (from 0), in milliseconds: longer each time, and never the same for
 * all consoles, so that an appliance that comes back is not overrun.
 * @param random from 0 up to 1
 * @param longestMs how far the pauses grow; that of a lost connection where nothing is said
 */
export function reconnectDelay(attempt: number, random: number, longestMs = LONGEST_MS): number {
  const ceiling = Math.min(longestMs, SHORTEST_MS * 2 ** (attempt + 1));
  return Math.round(SHORTEST_MS + random * (ceiling - SHORTEST_MS));
}
