import type { StateCreator } from 'zustand';
import type { SupportSessionId } from '#app/domain/ids.ts';
import type { VncTabId } from './vnc-tabs-slice.ts';

export const JUMP_INTERFACE_TAB = 'jump-interface';
export type TabId = typeof JUMP_INTERFACE_TAB | SupportSessionId | VncTabId;

/** True for the tab of a Local VNC item. */
export function isVncTab(tab: TabId): tab is VncTabId {
  return tab.startsWith('vnc:');
}

export type TabsSlice = {
  /** The tab that was chosen; what is not there (any more) shows the Jump interface. */
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
