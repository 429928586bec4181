import type { StateCreator } from 'zustand';
import type { JumpItem } from '#app/domain/jump-item.ts';
import type { PropertiesChange } from '#app/domain/jump-item-change.ts';

/** A group or a tag under the dragged items, and what dropping them there would do. */
export type DropTarget = {
  /** Its node in the trees. */
  readonly nodeId: string;
  /** What would happen, or why it may not. */
  readonly text: string;
  /** Null: nothing may be dropped here. */
  readonly drop: { readonly items: readonly JumpItem[]; readonly change: PropertiesChange } | null;
};

export type ItemDrag = {
  /** As they were when the drag began: what a colleague changes meanwhile is left as it is. */
  readonly items: readonly JumpItem[];
  readonly target: DropTarget | null;
};

export type ItemDragSlice = {
  /** Jump Items that are being dragged from the list; null while none are. */
  readonly itemDrag: ItemDrag | null;
  setItemDrag(drag: ItemDrag | null): void;
};

export const createItemDragSlice: StateCreator<ItemDragSlice> = (set) => ({
  itemDrag: null,
  setItemDrag: (itemDrag) => set({ itemDrag }),
});
