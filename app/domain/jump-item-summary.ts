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

/** The true counts of what is listed (R1.7): each Jump Client is counted in exactly one of online, offline, passive. */
export function summarizeJumpItems(items: Iterable<JumpItem>): JumpItemSummary {
  let [jumpItems, online, offline, passive] = [0, 0, 0, 0];
  for (const item of items) {
    jumpItems += 1;
    switch (presenceBucket(item)) {
      case 'online':
        online += 1;
        break;
      case 'offline':
        offline += 1;
        break;
      case 'passive':
        passive += 1;
        break;
      default:
    }
  }
  return { jumpItems, jumpClients: online + offline + passive, online, offline, passive };
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
