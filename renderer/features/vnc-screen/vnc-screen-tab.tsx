import { useCallback, useRef, useState } from 'react';
import { endTab } from '../../actions/end-tab.ts';
import { reconnectVnc } from '../../actions/reconnect-vnc.ts';
import styles from '../../remote-screen/remote-screen.module.css';
import { ScreenClipboard } from '../../remote-screen/screen-clipboard.tsx';
import type { ScreenView } from '../../remote-screen/screen-view.ts';
import { useFullScreen } from '../../remote-screen/use-full-screen.ts';
import { useScreenKeys } from '../../remote-screen/use-screen-keys.ts';
import { useScreenView } from '../../remote-screen/use-screen-view.ts';
import type { VncCredentials } from '../../remote-screen/vnc-connection.ts';
import { useConsole } from '../../store/console-context.tsx';
import type { VncTab } from '../../store/vnc-tabs-slice.ts';
import { t } from '../../texts.ts';
import { useVncConnection } from './use-vnc-connection.ts';
import { VncStage } from './vnc-stage.tsx';
import { VncToolbar } from './vnc-toolbar.tsx';

type Props = {
  tab: VncTab;
  /** False while another tab is in front: the connection goes on. */
  visible: boolean;
  isFullScreen: boolean;
};

const FIRST_VIEW: ScreenView = { input: 'control', size: 'fit', isClipboardShown: false };

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

  useScreenView(screen, { view, visible, isConnected });
  const setFullScreen = useFullScreen(visible);
  const onKeyDown = useScreenKeys(screen, toolbar);

  return (
    <section
      className={styles.frame}
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
          <ScreenClipboard
            remoteText={remoteText}
            isDisabled={!isConnected || view.input === 'view-only'}
            onSend={(text) => screen?.clipboardPasteFrom(text)}
          />
        )}
      </div>
    </section>
  );
}
