import type { JumpItem } from '#app/domain/jump-item.ts';
import type { Console } from '../../store/console-context.tsx';
import { JUMP_INTERFACE_TAB } from '../../store/tabs-slice.ts';

/** Selects an item in the list; where the chosen group or the search hides it, they give way. */
export function showJumpItem({ store, rows }: Console, { id }: Pick<JumpItem, 'id'>): void {
  const state = store.getState();
  state.chooseTab(JUMP_INTERFACE_TAB);
  if (rows.getListed(id) === undefined) {
    state.search('');
    if (rows.getListed(id) === undefined) state.selectScopes([]);
  }
  state.selectJumpItem(id);
}
