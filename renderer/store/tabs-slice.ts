import type { StateCreator } from 'zustand';
import type { SupportSessionId } from '#app/domain/ids.ts';

export const JUMP_INTERFACE_TAB = 'jump-interface';
export type TabId = typeof JUMP_INTERFACE_TAB | SupportSessionId;

export type TabsSlice = {
  /** The tab that was chosen; a session that is not known (any more) shows the Jump interface. */
  readonly chosenTab: TabId;
  /** Sessions whose end was asked for. */
  readonly endingIds: ReadonlySet<SupportSessionId>;
  chooseTab(tab: TabId): void;
  setEnding(id: SupportSessionId, isEnding: boolean): void;
};

export const createTabsSlice: StateCreator<TabsSlice> = (set) => ({
  chosenTab: JUMP_INTERFACE_TAB,
  endingIds: new Set(),
  chooseTab: (chosenTab) => set({ chosenTab }),
  setEnding: (id, isEnding) =>
    set((state) => {
      const endingIds = new Set(state.endingIds);
      if (isEnding) endingIds.add(id);
      else endingIds.delete(id);
      return { endingIds };
    }),
});
