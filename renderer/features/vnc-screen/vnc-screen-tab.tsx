import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { runAction } from '../../actions/actions.ts';
import { endTab } from '../../actions/end-tab.ts';
import { reconnectVnc } from '../../actions/reconnect-vnc.ts';
import { actionOfKey } from '../../actions/shortcuts.ts';
import { useConsole } from '../../store/console-context.tsx';
import type { VncTab } from '../../store/vnc-tabs-slice.ts';
import { t } from '../../texts.ts';
import { useVncConnection } from './use-vnc-connection.ts';
import { VncClipboard } from './vnc-clipboard.tsx';
import type { VncCredentials } from './vnc-connection.ts';
import styles from './vnc-screen-tab.module.css';
import { VncStage } from './vnc-stage.tsx';
import { VncToolbar, type VncView } from './vnc-toolbar.tsx';

type Props = {
  tab: VncTab;
  /** False while another tab is in front: the connection goes on. */
  visible: boolean;
  isFullScreen: boolean;
};

const FIRST_VIEW: VncView = { input: 'control', size: 'fit', isClipboardShown: false };

/** A Local VNC item: the screen of another computer, to which this one is connected. */
export function VncScreenTab({ tab, visible, isFullScreen }: Props) {
  const console = useConsole();
  const [view, setView] = useState(FIRST_VIEW);
  const target = useRef<HTMLDivElement>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const typed = useRef<VncCredentials | null>(null);
  const takeCredentials = useCallback(() => {
    const taken = typed.current;
    typed.current = null;
    return taken;
  }, []);
  const { stage, remoteText, connection } = useVncConnection(
    tab,
    target,
    t('vnc.screen', { name: tab.name }),
    takeCredentials,
  );
  const screen = connection?.screen;
  const isConnected = stage.stage === 'connected';

  useEffect(() => {
    if (screen === undefined) return;
    // Before: noVNC sends nothing any more once it only shows.
    if (view.input === 'view-only') screen.releaseKeys();
    screen.viewOnly = view.input === 'view-only';
    screen.scaleViewport = view.size === 'fit';
  }, [screen, view.input, view.size]);
  useEffect(() => {
    if (visible && isConnected) screen?.focus({ preventScroll: true });
    return () => screen?.releaseKeys();
  }, [screen, visible, isConnected]);
  const setFullScreen = useFullScreen(visible);

  const onKeyDown = (event: KeyboardEvent) => {
    const action = actionOfKey(event, 'window');
    const leaves = event.key === 'F6' && event.ctrlKey;
    if (!leaves && action !== 'next-tab' && action !== 'previous-tab') return;
    event.preventDefault();
    event.stopPropagation();
    screen?.releaseKeys();
    if (leaves) toolbar.current?.querySelector('button')?.focus();
    else if (action !== null) runAction(action, console);
  };

  return (
    <section
      className={styles.tab}
      aria-label={t('vnc.label', { name: tab.name })}
      hidden={!visible}
      data-full-screen={isFullScreen || undefined}
    >
      <VncToolbar
        ref={toolbar}
        name={tab.name}
        address={tab.address}
        stage={stage.stage}
        view={view}
        isFullScreen={isFullScreen}
        onView={(change) => setView((before) => ({ ...before, ...change }))}
        onCtrlAltDel={() => screen?.sendCtrlAltDel()}
        onFullScreen={setFullScreen}
        onEnd={() => endTab(console, tab.id)}
      />
      <div className={styles.panes}>
        <div className={styles.pane}>
          <div className={styles.screen} ref={target} onKeyDownCapture={onKeyDown} />
          <VncStage
            stage={stage}
            address={tab.address}
            connection={connection}
            onAgain={(credentials) => {
              typed.current = credentials;
              void reconnectVnc(console, tab);
            }}
            onClose={() => endTab(console, tab.id)}
          />
        </div>
        {view.isClipboardShown && (
          <VncClipboard
            remoteText={remoteText}
            isDisabled={!isConnected || view.input === 'view-only'}
            onSend={(text) => screen?.clipboardPasteFrom(text)}
          />
        )}
      </div>
    </section>
  );
}

/** @returns what asks for the whole screen, or gives it back; a tab that goes away gives it back, too */
function useFullScreen(visible: boolean): (isFullScreen: boolean) => void {
  const { api, store } = useConsole();
  const set = useCallback(
    (isFullScreen: boolean) => {
      api.setFullScreen({ isFullScreen }).catch(() => store.getState().showBug());
    },
    [api, store],
  );
  useEffect(() => {
    if (!visible) return;
    return () => {
      if (store.getState().isFullScreen) set(false);
    };
  }, [visible, store, set]);
  return set;
}
