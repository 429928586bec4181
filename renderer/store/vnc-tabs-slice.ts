import type { StateCreator } from 'zustand';
import type { JumpItemId, VncLinkId } from '#app/domain/ids.ts';

/** The tab of a Local VNC item: one an item, told apart from a support session's by how it begins. */
export type VncTabId = `vnc:${string}`;

export function vncTabIdOf(jumpItemId: JumpItemId): VncTabId {
  return `vnc:${jumpItemId}`;
}

export type VncTab = {
  readonly id: VncTabId;
  readonly jumpItemId: JumpItemId;
  /** As the item is called. */
  readonly name: string;
  /** `host:port` */
  readonly address: string;
  /** The connection that it shows; another one after each jump. */
  readonly vncLinkId: VncLinkId;
  /** The connection has ended; why stands in the tab. */
  readonly isOver: boolean;
};

export type VncTabsSlice = {
  /** In the order in which they were opened. No appliance knows of them: they go with the window. */
  readonly vncTabs: ReadonlyMap<VncTabId, VncTab>;
  /** The window has the whole screen, and a remote screen has the whole window. */
  readonly isFullScreen: boolean;
  /** Opens a tab, or connects its tab anew. */
  showVnc(tab: Omit<VncTab, 'id' | 'isOver'>): VncTabId;
  setVncOver(id: VncTabId, vncLinkId: VncLinkId): void;
  renameVnc(id: VncTabId, name: string): void;
  closeVncTab(id: VncTabId): void;
  closeAllVncTabs(): void;
  setFullScreen(isFullScreen: boolean): void;
};

export const createVncTabsSlice: StateCreator<VncTabsSlice> = (set) => ({
  vncTabs: new Map(),
  isFullScreen: false,
  showVnc(shown) {
    const id = vncTabIdOf(shown.jumpItemId);
    set(({ vncTabs }) => ({ vncTabs: new Map(vncTabs).set(id, { id, isOver: false, ...shown }) }));
    return id;
  },
  setVncOver: (id, vncLinkId) =>
    set(({ vncTabs }) => {
      const tab = vncTabs.get(id);
      if (tab?.vncLinkId !== vncLinkId) return {};
      return { vncTabs: new Map(vncTabs).set(id, { ...tab, isOver: true }) };
    }),
  renameVnc: (id, name) =>
    set(({ vncTabs }) => {
      const tab = vncTabs.get(id);
      if (tab === undefined || tab.name === name) return {};
      return { vncTabs: new Map(vncTabs).set(id, { ...tab, name }) };
    }),
  closeVncTab: (id) =>
    set(({ vncTabs }) => {
      const others = new Map(vncTabs);
      others.delete(id);
      return { vncTabs: others };
    }),
  closeAllVncTabs: () => set({ vncTabs: new Map() }),
  setFullScreen: (isFullScreen) => set({ isFullScreen }),
});
