import type { ConsoleStore } from './console-store.ts';
import type { JumpItemRows } from './jump-item-rows.ts';
import { keepLiveChatTexts } from './kept-chat-texts.ts';
import { keepOpenTabs } from './kept-tabs.ts';

/**
 * Forgets order and names of tabs that are closed and what was being written in them, and calls Local VNC tabs as their items are called (R2.2).
 * @returns a function that ends it
 */
export function followTabs(store: ConsoleStore, rows: JumpItemRows): () => void {
  const endForgetting = store.subscribe((state, before) => {
    const isSame = state.supportSessions === before.supportSessions && state.vncTabs === before.vncTabs;
    // Until all sessions are known, none of them is closed.
    if (isSame || state.representative === null || state.supportSessions.named !== null) return;
    const openIds = new Set<string>([...state.supportSessions.rows.keys(), ...state.vncTabs.keys()]);
    const tabs = keepOpenTabs(state.preferences.tabs, openIds);
    if (tabs !== state.preferences.tabs) state.changePreferences({ tabs: [...tabs] });
    const chatTexts = keepLiveChatTexts(state.preferences.chatTexts, openIds);
    if (chatTexts !== state.preferences.chatTexts) state.changePreferences({ chatTexts: [...chatTexts] });
  });
  const endRenaming = rows.subscribe(() => {
    const { vncTabs, renameVnc } = store.getState();
    for (const { id, jumpItemId } of vncTabs.values()) {
      const item = rows.get(jumpItemId);
      if (item !== undefined) renameVnc(id, item.name);
    }
  });
  return () => {
    endForgetting();
    endRenaming();
  };
}
