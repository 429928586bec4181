import type { JumpItem } from '#app/domain/jump-item.ts';
import { jumpItemStatus } from '#app/domain/jump-item-status.ts';
import { t } from '../../texts.ts';
import { formatAge, formatWhen } from '../../time.ts';

/**
 * An item's status, since when, and who is at it: the one text behind the row's tooltip and the statistics pane, so that
 * the two never disagree.
 * @param now on the appliance's clock
 */
export function statusSince(item: JumpItem, now: number): string {
  if (item.method !== 'jump-client') return t(`jump-method.${item.method}`);
  const status = jumpItemStatus(item);
  const values = { time: formatWhen(item.presenceSince, now), names: item.inSessionWith.join(', ') };
  const since = t(`status-since.${status}`, values);
  if (status !== 'offline' || item.offlineBecause === undefined) return since;
  return t(`offline-because.${item.offlineBecause}`, { status: since });
}

/**
 * When the appliance last heard of it: what the status rests upon. How long ago while it is there, the time itself once
 * it is not.
 * @param lastHeardAt undefined while the appliance has not answered yet; null: never
 */
export function statusEvidence(item: JumpItem, lastHeardAt: number | null | undefined, now: number): string {
  if (item.method !== 'jump-client' || lastHeardAt === undefined) return '';
  if (lastHeardAt === null) return t('statistics.never-heard');
  const isThere = item.presence === 'online' || item.presence === 'disabled';
  if (isThere) return t('statistics.heard', { age: formatAge(now - lastHeardAt) });
  return t('statistics.heard-at', { time: formatWhen(lastHeardAt, now) });
}
