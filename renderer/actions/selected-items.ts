import type { JumpItem } from '#app/domain/jump-item.ts';
import type { Console } from '../store/console-context.tsx';

/**
 * The items that actions are about: the selected ones that still exist, and no more of them than are asked for, as a
 * selection may hold the whole list.
 */
export function firstSelectedItems(
  { store, rows }: Pick<Console, 'store' | 'rows'>,
  count: number,
): JumpItem[] {
  const items: JumpItem[] = [];
  for (const id of store.getState().selectedIds) {
    const item = rows.get(id);
    if (item !== undefined) items.push(item);
    if (items.length === count) break;
  }
  return items;
}
