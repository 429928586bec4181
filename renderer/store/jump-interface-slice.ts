import type { StateCreator } from 'zustand';
import type { JumpItemId } from '#app/domain/ids.ts';
import { NOTHING_SELECTED, type Selection, selectOne } from './selection.ts';

/** A part of a text, in UTF-16 units. */
type TextPlace = { readonly start: number; readonly end: number };

/** What the representative does with the list; nothing of it comes from the appliance. */
export type JumpInterfaceSlice = Selection & {
  /** Rises whenever the search field should take the focus. */
  readonly searchFocusRequests: number;
  /** What of the typed text is selected then; null: all of it. */
  readonly searchFocusPart: TextPlace | null;
  focusSearch(part?: TextPlace): void;
  /** Rises whenever the row that the keyboard is on should come in sight. */
  readonly revealRequests: number;
  revealActiveRow(): void;
  /** Selects this one and no other; null selects nothing. */
  selectJumpItem(id: JumpItemId | null): void;
  /** Takes what a function of `selection.ts` made of the selection. */
  changeSelection(change: (selection: Selection) => Selection): void;
};

export const createJumpInterfaceSlice: StateCreator<JumpInterfaceSlice> = (set) => ({
  ...NOTHING_SELECTED,
  searchFocusRequests: 0,
  searchFocusPart: null,
  focusSearch: (part) =>
    set((state) => ({
      searchFocusRequests: state.searchFocusRequests + 1,
      searchFocusPart: part ?? null,
    })),
  revealRequests: 0,
  revealActiveRow: () => set((state) => ({ revealRequests: state.revealRequests + 1 })),
  selectJumpItem: (id) => set(id === null ? NOTHING_SELECTED : selectOne(id)),
  changeSelection: (change) => set(change),
});
