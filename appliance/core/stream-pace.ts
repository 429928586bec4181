import type { Clock } from './environment.ts';

/** Changes are gathered for so long before a message tells of them. */
const GATHER_MS = 50;
/** One change of so many items at once takes about ten messages: it is told faster than changes are gathered. */
export const LARGE_CHANGE = 1_000;
/** So fast its messages follow one another: a frame of the console's window shows one or two of them. */
const FOLLOW_MS = 8;
/** So many may follow, about what a command on 10,000 items and its undo take; each is regained in a quarter of a second. */
export const FOLLOWING_MESSAGES = 200;
const REGAINED_MS = 250;
/** Once nothing has changed for so long, what a flow has left behind is told at this pace: a message a frame. */
const QUIET_MS = 200;
const BACKLOG_MS = 16;

export type StreamPace = ReturnType<typeof createStreamPace>;

/**
 * When one console may be told of changes again. A single large change is told as fast as the console takes it; a flow
 * of changes that never ends comes at the pace of gathering, however much of it there is: a row that changes again
 * meanwhile is told once. What it has left behind when it ends is told faster.
 */
export function createStreamPace(clock: Clock) {
  let lastSentAt = Number.NEGATIVE_INFINITY;
  let lastChangedAt = Number.NEGATIVE_INFINITY;
  /** The last message did not hold all that had changed. */
  let isBehind = false;
  /** Items of large changes that are yet to be told. */
  let large = 0;
  let following = FOLLOWING_MESSAGES;
  let regainedAt = clock.now();

  const mayFollow = () => {
    const regained = Math.floor((clock.now() - regainedAt) / REGAINED_MS);
    regainedAt += regained * REGAINED_MS;
    following = Math.min(FOLLOWING_MESSAGES, following + regained);
    return large > 0 && following > 0;
  };

  const followAfterMs = () => {
    if (mayFollow()) return FOLLOW_MS;
    return isBehind && clock.now() - lastChangedAt >= QUIET_MS ? BACKLOG_MS : GATHER_MS;
  };

  return {
    /** So many items more are out of date, all at once. */
    changed(items: number): void {
      lastChangedAt = clock.now();
      if (items >= LARGE_CHANGE) large += items;
    },
    /** How long the next message has to wait; 0 or less: not at all. */
    waitMs(): number {
      return lastSentAt + followAfterMs() - clock.now();
    },
    /** A message told of so many items. @param leavesMore it did not hold all that has changed */
    sent(items: number, leavesMore: boolean): void {
      if (large > 0 && clock.now() - lastSentAt < GATHER_MS) following -= 1;
      lastSentAt = clock.now();
      isBehind = leavesMore;
      large = leavesMore ? Math.max(0, large - items) : 0;
    },
  };
}
