import type { StateCreator } from 'zustand';
import type { JumpItemId } from '#app/domain/ids.ts';
import type { JumpItemScope } from '#app/domain/jump-item-scope.ts';

/** What the representative selected and typed; nothing of it comes from the appliance. */
export type JumpInterfaceSlice = {
  /** What is chosen in the left pane; never empty. */
  readonly scopes: readonly JumpItemScope[];
  readonly searchText: string;
  /** The selected rows; one at a time for now. */
  readonly selectedIds: ReadonlySet<JumpItemId>;
  /** The row that the keyboard is on: the one selected last. */
  readonly activeId: JumpItemId | null;
  /** Items whose support session is being started. */
  readonly startingIds: ReadonlySet<JumpItemId>;
  /** Rises whenever the search field should take the focus. */
  readonly searchFocusRequests: number;
  selectScopes(scopes: readonly JumpItemScope[]): void;
  search(text: string): void;
  focusSearch(): void;
  selectJumpItem(id: JumpItemId | null): void;
  setStarting(id: JumpItemId, isStarting: boolean): void;
};

export const EVERYTHING: readonly JumpItemScope[] = [{ kind: 'all' }];

export const createJumpInterfaceSlice: StateCreator<JumpInterfaceSlice> = (set) => ({
  scopes: EVERYTHING,
  searchText: '',
  selectedIds: new Set(),
  activeId: null,
  startingIds: new Set(),
  searchFocusRequests: 0,
  selectScopes: (scopes) => set({ scopes: scopes.length === 0 ? EVERYTHING : scopes }),
  search: (searchText) => set({ searchText }),
  focusSearch: () => set((state) => ({ searchFocusRequests: state.searchFocusRequests + 1 })),
  selectJumpItem: (id) => set({ activeId: id, selectedIds: new Set(id === null ? [] : [id]) }),
  setStarting: (id, isStarting) =>
    set((state) => {
      const startingIds = new Set(state.startingIds);
      if (isStarting) startingIds.add(id);
      else startingIds.delete(id);
      return { startingIds };
    }),
});
