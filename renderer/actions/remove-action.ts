import type { JumpItemId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import type { Console } from '../store/console-context.tsx';
import type { JumpItemRow } from '../store/jump-item-row.ts';
import type { ActionBehaviour } from './action.ts';
import { changeAvailability } from './change-availability.ts';
import { type ChangeAnswer, removeJumpItems } from './change-jump-items.ts';

/** *Remove* (R1.9): what is selected, after a question that names it. */
export const remove: ActionBehaviour = {
  icon: 'remove',
  availability: (console) => changeAvailability(console, 'remove'),
  run: ({ store }) => store.getState().toggleDialog('remove-jump-items'),
};

/**
 * Removes what is selected; then the row next to it is selected, so that the keyboard goes on from there. What could not
 * be removed stays selected.
 */
export async function removeSelected(console: Console, items: readonly JumpItem[]): Promise<ChangeAnswer> {
  const { store, rows } = console;
  const { selectedIds } = store.getState();
  const next = neighbourOf(rows.getList().rows, new Set(items.map(({ id }) => id)));
  const answer = await removeJumpItems(console, items);
  const isAllDone = answer?.ok === true && answer.outcome.refusedCount === 0;
  const state = store.getState();
  if (!isAllDone || state.selectedIds !== selectedIds) return answer;
  state.selectJumpItem(next !== null && rows.get(next) !== undefined ? next : null);
  return answer;
}

/** The first row after these that stays, else the last one before them; null where none stays. */
export function neighbourOf(
  listed: readonly Pick<JumpItemRow, 'id'>[],
  leaving: ReadonlySet<JumpItemId>,
): JumpItemId | null {
  const last = listed.findLastIndex(({ id }) => leaving.has(id));
  const after = listed[last + 1];
  if (after !== undefined) return after.id;
  return listed.findLast(({ id }) => !leaving.has(id))?.id ?? null;
}
