import type { JumpItemId } from '#app/domain/ids.ts';
import type { Console } from '../store/console-context.tsx';
import { JUMP_INTERFACE_TAB } from '../store/tabs-slice.ts';

/** Shows an item in the Jump interface, selected and in sight; a choice or a search that hides it there is taken back. */
export function showInList({ store, rows }: Pick<Console, 'store' | 'rows'>, id: JumpItemId): void {
  const state = store.getState();
  state.chooseTab(JUMP_INTERFACE_TAB);
  if (rows.get(id) === undefined) return;
  if (rows.getListed(id) === undefined) {
    state.selectScopes([]);
    state.search('');
  }
  state.selectJumpItem(id);
  state.revealActiveRow();
}
