import { findPinObstacle } from '#app/domain/device-apps.ts';
import type { JumpGroupId } from '#app/domain/ids.ts';
import { isJumpClient, type JumpItem } from '#app/domain/jump-item.ts';
import { missingRight } from '#app/domain/jump-item-permission.ts';
import type { SupportSession } from '#app/domain/support-session.ts';
import { isLive } from '../store/connection-slice.ts';
import type { Console } from '../store/console-context.tsx';
import type { ConsoleState } from '../store/console-store.ts';
import { inGroupOrder } from '../store/jump-group-order.ts';
import { selectShownTab } from '../store/selectors.ts';
import type { Availability } from './action.ts';
import { createRefusal } from './create-actions.ts';

type Known = Pick<ConsoleState, 'connection' | 'representative' | 'jumpGroups' | 'pinningIds'>;

/** The support session whose tab is shown; null where that is another's. */
export function shownSession(state: ConsoleState): SupportSession | null {
  const tab = selectShownTab(state);
  return [...state.supportSessions.rows.values()].find(({ id }) => id === tab) ?? null;
}

/**
 * As what the session's computer is pinned: the item, `'unseen'` where that lies in a Jump Group of others; null where it
 * is not, or its user uninstalled it.
 */
export function pinnedAs(
  { rows }: Pick<Console, 'rows'>,
  { jumpItemId }: SupportSession,
): JumpItem | 'unseen' | null {
  if (jumpItemId === null) return null;
  const item = rows.get(jumpItemId);
  if (item === undefined) return 'unseen';
  return isJumpClient(item) && item.presence === 'uninstalled' ? null : item;
}

/** Where a pin goes unless another Jump Group is chosen: Personal, else the first that takes it. */
export function defaultPinGroup(
  state: Pick<ConsoleState, 'representative' | 'jumpGroups'>,
): JumpGroupId | null {
  const { representative, jumpGroups } = state;
  if (representative === null) return null;
  const taking = [...jumpGroups.rows.values()].filter(
    (group) => missingRight(representative, group, 'create') === null,
  );
  const own = taking.find(({ id }) => id === representative.personalGroupId);
  const [first] = own === undefined ? inGroupOrder(taking, new Map()) : [own];
  return first?.id ?? null;
}

/**
 * What the appliance would answer to a pin, by what this console knows, in the appliance's order: not permitted → R7.5 …
 * R7.3; the limits it does not know. Nothing is to be pinned in a session that was jumped to.
 */
export function pinAvailability(state: Known, session: SupportSession, isPinned: boolean): Availability {
  const { customer, pin, name: about } = session;
  if (customer === null || state.pinningIds.has(session.id)) return 'unavailable';
  if (!isLive(state.connection)) return { about, code: 'appliance-unreachable' };
  const notPermitted = createRefusal(state);
  if (notPermitted !== null) return { about, ...notPermitted };
  if (customer.presence === 'offline') return { about, code: 'customer-not-online' };
  const obstacle = findPinObstacle(customer.apps);
  if (obstacle !== null) return { about, code: 'device-lacks-app', detail: obstacle };
  if (isPinned) return { about, code: 'client-already-pinned' };
  if (pin !== null) return { about, code: 'pin-already-pending' };
  return 'available';
}
