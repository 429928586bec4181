import type { Flow } from './frame.ts';
import { TRAFFIC_CLASSES, type TrafficClass } from './traffic-class.ts';

/** What a class gets of a link that several want at once: a lighter one goes before, and starves none. */
const SHARE: Readonly<Record<TrafficClass, number>> = { interactive: 16, screen: 8, bulk: 1 };

/**
 * Whose turn it is on a link (start-time fair queueing): each channel's bytes move its own clock on, by its class's
 * share, and the channel whose clock is behind is next. One that was silent starts at the present: a key that is typed
 * goes before everything that waits, even beside a shell that prints without end.
 */
export type FairOrder = {
  /** The one of those that is next; null where there is none. */
  next<T extends { readonly flow: Flow }>(waiting: Iterable<T>): T | null;
  /** So many bytes of it were sent. */
  sent(flow: Flow, byteCount: number): void;
  /** The channel is gone. */
  forget(channel: number): void;
};

export function createFairOrder(): FairOrder {
  const clocks = new Map<number, number>();
  let present = 0;

  const startOf = (channel: number): number => Math.max(present, clocks.get(channel) ?? 0);

  return {
    next<T extends { readonly flow: Flow }>(waiting: Iterable<T>) {
      let best: T | null = null;
      let bestStart = Number.POSITIVE_INFINITY;
      for (const one of waiting) {
        const start = startOf(one.flow.channel);
        if (start > bestStart || (best !== null && start === bestStart && !isLighter(one.flow, best.flow)))
          continue;
        best = one;
        bestStart = start;
      }
      return best;
    },
    sent({ channel, trafficClass }, byteCount) {
      present = startOf(channel);
      clocks.set(channel, present + byteCount / SHARE[trafficClass]);
    },
    forget(channel) {
      clocks.delete(channel);
    },
  };
}

function isLighter(one: Flow, other: Flow): boolean {
  return TRAFFIC_CLASSES.indexOf(one.trafficClass) < TRAFFIC_CLASSES.indexOf(other.trafficClass);
}
