import { assertNever } from '../lib/assert-never.ts';
import type { JumpItem } from './jump-item.ts';
import { jumpItemStatus } from './jump-item-status.ts';

export type JumpItemSummary = {
  readonly jumpItems: number;
  readonly jumpClients: number;
  readonly online: number;
  readonly offline: number;
  readonly passive: number;
};

export type PresenceBucket = ReturnType<typeof presenceBucket>;

export type SummaryCounter = {
  /** @param by 1 for an item that came, −1 for one that left */
  count(bucket: PresenceBucket, by: 1 | -1): void;
  summary(): JumpItemSummary;
};

/** Adds up, item by item, what R1.7 says of them; for who knows the items' buckets already. */
export function createSummaryCounter(): SummaryCounter {
  let jumpItems = 0;
  const counts = { online: 0, offline: 0, passive: 0 };
  return {
    count(bucket, by) {
      jumpItems += by;
      if (bucket !== null) counts[bucket] += by;
    },
    summary: () => ({ jumpItems, jumpClients: counts.online + counts.offline + counts.passive, ...counts }),
  };
}

/** The true counts of what is listed (R1.7): each Jump Client is counted in exactly one of online, offline, passive. */
export function summarizeJumpItems(items: Iterable<JumpItem>): JumpItemSummary {
  const counter = createSummaryCounter();
  for (const item of items) counter.count(presenceBucket(item), 1);
  return counter.summary();
}

/** Where R1.7 counts an item; a shortcut nowhere but in the first number. */
export function presenceBucket(item: JumpItem): 'online' | 'offline' | 'passive' | null {
  if (item.method !== 'jump-client') return null;
  if (item.connection === 'passive') return 'passive';
  const status = jumpItemStatus(item);
  switch (status) {
    case 'online':
    case 'in-session':
    case 'disabled':
      return 'online';
    case 'offline':
    case 'uninstalled':
      return 'offline';
    case 'passive':
      return 'passive';
    case 'shortcut':
      return null;
    default:
      return assertNever(status);
  }
}
