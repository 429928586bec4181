import type { StateCreator } from 'zustand';
import type { JumpItemId } from '#app/domain/ids.ts';
import type { JumpItemScope } from '#app/domain/jump-item-scope.ts';
import { NOTHING_SELECTED, type Selection, selectOne } from './selection.ts';

/** What the representative selected and typed; nothing of it comes from the appliance. */
export type JumpInterfaceSlice = Selection & {
  /** What is chosen in the left pane; never empty. */
  readonly scopes: readonly JumpItemScope[];
  readonly searchText: string;
  /** Items whose support session is being started. */
  readonly startingIds: ReadonlySet<JumpItemId>;
  /** Rises whenever the search field should take the focus. */
  readonly searchFocusRequests: number;
  selectScopes(scopes: readonly JumpItemScope[]): void;
  search(text: string): void;
  focusSearch(): void;
  /** Selects this one and no other; null selects nothing. */
  selectJumpItem(id: JumpItemId | null): void;
  /** Takes what a function of `selection.ts` made of the selection. */
  changeSelection(change: (selection: Selection) => Selection): void;
  setStarting(id: JumpItemId, isStarting: boolean): void;
};

export const EVERYTHING: readonly JumpItemScope[] = [{ kind: 'all' }];

export const createJumpInterfaceSlice: StateCreator<JumpInterfaceSlice> = (set) => ({
  scopes: EVERYTHING,
  searchText: '',
  ...NOTHING_SELECTED,
  startingIds: new Set(),
  searchFocusRequests: 0,
  selectScopes: (scopes) => set({ scopes: scopes.length === 0 ? EVERYTHING : scopes }),
  search: (searchText) => set({ searchText }),
  focusSearch: () => set((state) => ({ searchFocusRequests: state.searchFocusRequests + 1 })),
  selectJumpItem: (id) => set(id === null ? NOTHING_SELECTED : selectOne(id)),
  changeSelection: (change) => set(change),
  setStarting: (id, isStarting) =>
    set((state) => {
      const startingIds = new Set(state.startingIds);
      if (isStarting) startingIds.add(id);
      else startingIds.delete(id);
      return { startingIds };
    }),
});
