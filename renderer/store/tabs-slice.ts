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
  /** How many chat messages a session has that nobody has looked at here. */
  readonly unreadMessages: ReadonlyMap<SupportSessionId, number>;
  /** The tab whose name is being written. */
  readonly namingTab: TabId | null;
  chooseTab(tab: TabId): void;
  setNamingTab(tab: TabId | null): void;
  setEnding(id: SupportSessionId, isEnding: boolean): void;
  setUnreadMessages(id: SupportSessionId, count: number): void;
};

export const createTabsSlice: StateCreator<TabsSlice> = (set) => ({
  chosenTab: JUMP_INTERFACE_TAB,
  endingIds: new Set(),
  unreadMessages: new Map(),
  namingTab: null,
  setNamingTab: (namingTab) => set({ namingTab }),
  chooseTab: (chosenTab) => set({ chosenTab }),
  setEnding: (id, isEnding) =>
    set((state) => {
      const endingIds = new Set(state.endingIds);
      if (isEnding) endingIds.add(id);
      else endingIds.delete(id);
      return { endingIds };
    }),
  setUnreadMessages: (id, count) =>
    set((state) => {
      if ((state.unreadMessages.get(id) ?? 0) === count) return state;
      const unreadMessages = new Map(state.unreadMessages);
      if (count > 0) unreadMessages.set(id, count);
      else unreadMessages.delete(id);
      return { unreadMessages };
    }),
});
