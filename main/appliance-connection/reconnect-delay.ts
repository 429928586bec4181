const SHORTEST_MS = 500;
const LONGEST_MS = 10_000;

/**
 * How long to wait before attempt number `attempt` (from 0), in milliseconds: longer each time, and never the same for
 * all consoles, so that an appliance that comes back is not overrun.
 * @param random from 0 up to 1
 */
export function reconnectDelay(attempt: number, random: number): number {
  const ceiling = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** (attempt + 1));
  return Math.round(SHORTEST_MS + random * (ceiling - SHORTEST_MS));
}
