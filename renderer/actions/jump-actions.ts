import type { JumpItem } from '#app/domain/jump-item.ts';
import { MAX_JUMPS_AT_ONCE } from '#app/domain/jump-preview.ts';
import { isLive } from '../store/connection-slice.ts';
import type { Console } from '../store/console-context.tsx';
import { selectedRowsOf } from '../store/selected-rows.ts';
import type { ActionBehaviour } from './action.ts';
import { foreseeJump, foreseeRefusal, jumpSelectionAvailability, tooMany } from './jump-availability.ts';
import { jumpToItem, jumpToSeveral } from './jump-to-item.ts';

/** One more than may be jumped to, so that too many are known for too many. */
const selected = ({ store, rows }: Console): JumpItem[] =>
  selectedRowsOf(rows, store.getState().selectedIds)
    .slice(0, MAX_JUMPS_AT_ONCE + 1)
    .map(({ item }) => item);

/** Jump (R1.8): to the selected item, or to each of up to ten. */
export const jump: ActionBehaviour = {
  icon: 'jump',
  availability: (console) => jumpSelectionAvailability(console.store.getState(), selected(console)),
  foresee(console) {
    const items = selected(console);
    return items.length > MAX_JUMPS_AT_ONCE ? null : foreseeJump(console.store.getState(), items);
  },
  run(console) {
    const [first, ...others] = selected(console);
    if (first === undefined) return;
    if (others.length === 0) void jumpToItem(console, first);
    else void jumpToSeveral(console, [first, ...others]);
  },
};

/** Only what is offline for now can come online. */
function canBeWaitedFor({ store }: Console, item: JumpItem): boolean {
  const state = store.getState();
  return !state.awaitedIds.has(item.id) && foreseeRefusal(state, item)?.code === 'client-offline';
}

/** The selected items that can be waited for; looked for among the first ones of a large selection only. */
function waitable(console: Console): JumpItem[] {
  return selected(console).filter((item) => canBeWaitedFor(console, item));
}

/** Waits for the selected offline items, and jumps to each when it comes online. */
export const jumpWhenOnline: ActionBehaviour = {
  icon: 'clock',
  availability(console) {
    const state = console.store.getState();
    const items = waitable(console);
    if (items.length === 0 || !isLive(state.connection)) return 'unavailable';
    return state.awaitedIds.size + items.length > MAX_JUMPS_AT_ONCE ? tooMany() : 'available';
  },
  run: (console) => console.store.getState().awaitJumps(waitable(console).map(({ id }) => id)),
};

/** Waits no longer for the selected items. */
export const stopWaiting: ActionBehaviour = {
  icon: 'close',
  availability(console) {
    const { awaitedIds, selectedIds } = console.store.getState();
    return [...awaitedIds].some((id) => selectedIds.has(id)) ? 'available' : 'unavailable';
  },
  run({ store }) {
    const { awaitedIds, selectedIds, stopAwaiting } = store.getState();
    stopAwaiting([...awaitedIds].filter((id) => selectedIds.has(id)));
  },
};
