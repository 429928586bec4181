import type { Console } from '../store/console-context.tsx';
import { isVncTab, JUMP_INTERFACE_TAB, type TabId } from '../store/tabs-slice.ts';
import { endSupportSession } from './end-support-session.ts';

/** Ends what a tab shows: a support session by asking the appliance, a Local VNC by closing its connection at once. */
export function endTab(console: Pick<Console, 'api' | 'store'>, tab: TabId): void {
  const state = console.store.getState();
  if (tab === JUMP_INTERFACE_TAB) return;
  if (isVncTab(tab)) state.closeVncTab(tab);
  else {
    const session = state.supportSessions.rows.get(tab);
    if (session !== undefined) void endSupportSession(console, session);
  }
}
