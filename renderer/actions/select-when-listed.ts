import type { JumpItemId } from '#app/domain/ids.ts';
import type { Console } from '../store/console-context.tsx';

/**
 * Selects an item as soon as the appliance's stream has brought it. What is selected by then is left alone when somebody
 * has chosen otherwise meanwhile.
 */
export function selectWhenListed({ store, rows }: Console, id: JumpItemId): void {
  const { selectedIds } = store.getState();
  const look = (): boolean => {
    const state = store.getState();
    if (state.representative === null || state.selectedIds !== selectedIds) return true;
    if (rows.get(id) === undefined) return false;
    state.selectJumpItem(id);
    return true;
  };
  if (look()) return;
  const end = rows.subscribe(() => {
    if (look()) end();
  });
}
