import type { JumpItem } from '#app/domain/jump-item.ts';
import { isLive } from '../store/connection-slice.ts';
import type { ConsoleState } from '../store/console-store.ts';
import { t } from '../texts.ts';
import type { Availability } from './action.ts';

/**
 * What this console knows to be hopeless is said without asking (R1.12, R7.9); everything else is the appliance's to
 * refuse, as it may know better by now.
 */
export function jumpAvailability(
  state: Pick<ConsoleState, 'connection' | 'representative' | 'startingIds'>,
  item: JumpItem | undefined,
): Availability {
  if (item === undefined || state.startingIds.has(item.id)) return 'unavailable';
  if (!isLive(state.connection)) return { about: item.name, code: 'appliance-unreachable' };
  if (state.representative?.rights.includes('jump-to-jump-items') === false) {
    return { about: item.name, code: 'not-permitted', detail: t('right.jump-to-jump-items') };
  }
  if (item.method !== 'jump-client') {
    return { about: item.name, code: 'not-jumpable-yet', detail: t(`jump-method.${item.method}`) };
  }
  if (item.presence === 'uninstalled') return { about: item.name, code: 'client-uninstalled' };
  return 'available';
}
