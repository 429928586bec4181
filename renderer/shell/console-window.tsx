import { lazy, Suspense, useEffect } from 'react';
import { CommandPalette } from '../features/command-palette/command-palette.tsx';
import { CreateShortcutDialog } from '../features/create-shortcut/create-shortcut-dialog.tsx';
import { ExportDialog } from '../features/export-jump-items/export-dialog.tsx';
import { ImportDialog } from '../features/import-jump-items/import-dialog.tsx';
import { JumpInterface } from '../features/jump-interface/jump-interface.tsx';
import { PropertiesDialog } from '../features/jump-item-properties/properties-dialog.tsx';
import { PinAsJumpClient } from '../features/pin-as-jump-client/pin-as-jump-client.tsx';
import { PinDialog } from '../features/pin-as-jump-client/pin-dialog.tsx';
import { RemoveJumpItems } from '../features/remove-jump-items/remove-jump-items.tsx';
import { SessionKeyDialog } from '../features/session-key/session-key-dialog.tsx';
import { SessionSummariesDialog } from '../features/session-summaries/session-summaries-dialog.tsx';
import { ShortcutsHelp } from '../features/shortcuts-help/shortcuts-help.tsx';
import { useConsoleState, useConsoleTabs, useOwnSessions } from '../store/console-context.tsx';
import { selectShownTab } from '../store/selectors.ts';
import { JUMP_INTERFACE_TAB } from '../store/tabs-slice.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import styles from './console-window.module.css';
import { LeaveQuestion } from './leave-question.tsx';
import { Messages } from './messages.tsx';
import { StartView } from './start-view.tsx';
import { StatusBar } from './status-bar.tsx';
import { panelElementId } from './tab-ids.ts';
import { TabStrip } from './tab-strip.tsx';

// The terminal is not needed to show the list: it comes with the first session.
const SupportSessionTab = lazy(async () => {
  const module = await import('../features/support-session/support-session-tab.tsx');
  return { default: module.SupportSessionTab };
});

// noVNC comes with the first Local VNC.
const VncScreenTab = lazy(async () => {
  const module = await import('../features/vnc-screen/vnc-screen-tab.tsx');
  return { default: module.VncScreenTab };
});

/** The whole window: signing in, or the tabs with what they show. */
export function ConsoleWindow() {
  const theme = useConsoleState((state) => state.preferences.theme);
  const isOutside = useConsoleState(
    ({ connection, representative, isSigningIn }) =>
      connection === null ||
      isSigningIn ||
      connection.state === 'signed-out' ||
      (representative === null && (connection.state === 'starting' || connection.state === 'failed')),
  );
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <>
      {isOutside ? <StartView /> : <SignedInWindow />}
      <LeaveQuestion />
      <Messages />
    </>
  );
}

function SignedInWindow() {
  const shownTab = useConsoleState(selectShownTab);
  const sessions = useOwnSessions();
  const tabs = useConsoleTabs();
  const vncTabs = useConsoleState((state) => state.vncTabs);
  const isFullScreen = useConsoleState(
    (state) => state.isFullScreen && selectShownTab(state) !== JUMP_INTERFACE_TAB,
  );
  const isJumpInterface = shownTab === JUMP_INTERFACE_TAB;
  return (
    <div className={styles.window} data-full-screen={isFullScreen || undefined}>
      <TabStrip tabs={tabs} shownTab={shownTab} />
      <main className={styles.panels}>
        <div
          role="tabpanel"
          id={panelElementId(JUMP_INTERFACE_TAB)}
          className={styles.panel}
          hidden={!isJumpInterface}
        >
          <JumpInterface isVisible={isJumpInterface} />
        </div>
        {sessions.map((session) => (
          <div
            key={session.id}
            role="tabpanel"
            id={panelElementId(session.id)}
            className={styles.panel}
            hidden={shownTab !== session.id}
          >
            <Suspense>
              <SupportSessionTab
                session={session}
                visible={shownTab === session.id}
                toolbarEnd={<PinAsJumpClient session={session} />}
                isFullScreen={isFullScreen && shownTab === session.id}
              />
            </Suspense>
          </div>
        ))}
        {[...vncTabs.values()].map((tab) => (
          <div
            key={tab.id}
            role="tabpanel"
            id={panelElementId(tab.id)}
            className={styles.panel}
            hidden={shownTab !== tab.id}
          >
            <Suspense>
              <VncScreenTab tab={tab} visible={shownTab === tab.id} isFullScreen={isFullScreen} />
            </Suspense>
          </div>
        ))}
      </main>
      <ConnectionBanner />
      <StatusBar isJumpInterface={isJumpInterface} />
      <CommandPalette />
      <ShortcutsHelp />
      <ExportDialog />
      <CreateShortcutDialog />
      <ImportDialog />
      <PinDialog />
      <PropertiesDialog />
      <RemoveJumpItems />
      <SessionKeyDialog />
      <SessionSummariesDialog />
    </div>
  );
}
