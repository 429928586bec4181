import { OpId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import type { Console } from '../store/console-context.tsx';
import { jumpAvailability } from './jump-availability.ts';

/**
 * Starts a support session on an item (R1.8) and shows its tab once the appliance has said yes. A refusal is shown
 * with the item's name and R7's text, and the item can be tried again.
 */
export async function jumpToItem(
  { api, store }: Pick<Console, 'api' | 'store'>,
  item: JumpItem,
): Promise<void> {
  const state = store.getState();
  const availability = jumpAvailability(state, item);
  if (availability === 'unavailable') return;
  if (availability !== 'available') return state.showRefusal(availability);
  state.dismissRefusals(item.name);
  state.setStarting(item.id, true);
  try {
    const answer = await api.jumpToItem({
      opId: OpId.parse(crypto.randomUUID()),
      jumpItemId: item.id,
      seen: {
        propertiesRev: item.propertiesRev,
        presenceRev: item.method === 'jump-client' ? item.presenceRev : null,
      },
    });
    if (answer.ok) state.chooseTab(answer.value.sessionId);
    else state.showRefusal({ about: item.name, code: answer.code, detail: answer.detail });
  } catch {
    // A rejection is a bug that main has logged with its stack.
    state.showBug();
  } finally {
    state.setStarting(item.id, false);
  }
}
