import type { JumpItemId } from '#app/domain/ids.ts';
import type { ConsoleState } from './console-store.ts';

/** The appliance tells a console of so many at most; of more selected ones only what the rows know is shown. */
export const MOST_WATCHED = 50;

const NONE: readonly JumpItemId[] = [];

/** Whose statistics are shown: the selected one's, or those of the few that are selected. */
export function watchedItems({ activeId, selectedIds }: ConsoleState): readonly JumpItemId[] {
  if (selectedIds.size > MOST_WATCHED || activeId === null) return NONE;
  return selectedIds.size > 1 ? [...selectedIds] : [activeId];
}
