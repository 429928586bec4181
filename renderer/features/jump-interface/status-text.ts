import type { JumpItem } from '#app/domain/jump-item.ts';
import { jumpItemStatus } from '#app/domain/jump-item-status.ts';
import { t } from '../../texts.ts';

/** The column Status: who is at it, where somebody is. */
export function statusText(item: JumpItem): string {
  const status = jumpItemStatus(item);
  if (status === 'in-session' && item.method === 'jump-client') {
    return t('jump-items.in-session-with', { names: item.inSessionWith.join(', ') });
  }
  return t(`status.${status}`);
}
