import { useConsoleState } from '../../store/console-context.tsx';
import type { DropMark } from '../../ui/tree.tsx';

/** The node of the trees on which dragged items would be dropped now. */
export function useDropMark(): DropMark | null {
  const target = useConsoleState((state) => state.itemDrag?.target ?? null);
  return target && { id: target.nodeId, isAllowed: target.drop !== null };
}
