import type { ConsoleStore } from '../../store/console-store.ts';
import type { DropTarget } from '../../store/item-drag-slice.ts';
import { scopeOfNode } from './drop-target.ts';

/** So long dragged items rest on a closed group until it shows its tags. */
const REST_MS = 600;

/** Opens a closed group on which dragged items rest; what was not dropped into closes again. */
export function createSpringOpen(store: ConsoleStore) {
  const sprung = new Set<string>();
  let restingOn: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const groupOf = (nodeId: string) => scopeOfNode(nodeId, store.getState().jumpGroups.rows)?.jumpGroupId;
  const open = (nodeId: string) => {
    const id = groupOf(nodeId);
    const { expandedGroups } = store.getState().preferences;
    if (id === undefined || expandedGroups.includes(id)) return;
    sprung.add(id);
    store.getState().changePreferences({ expandedGroups: [...expandedGroups, id] });
  };
  return {
    over(nodeId: string | null) {
      if (nodeId === restingOn) return;
      restingOn = nodeId;
      clearTimeout(timer);
      if (nodeId !== null) timer = setTimeout(() => open(nodeId), REST_MS);
    },
    /** @param target where the drag ended */
    stop(target: DropTarget | null) {
      clearTimeout(timer);
      const kept = target === null || target.drop === null ? undefined : groupOf(target.nodeId);
      const { expandedGroups } = store.getState().preferences;
      const left = expandedGroups.filter((id) => id === kept || !sprung.has(id));
      if (left.length < expandedGroups.length) store.getState().changePreferences({ expandedGroups: left });
    },
  };
}
