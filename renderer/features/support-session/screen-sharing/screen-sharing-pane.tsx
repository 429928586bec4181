import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { SessionLinkState } from '#app/contracts/session-port.ts';
import { createScreen, fingerprintOf } from '../../../remote-screen/create-screen.ts';
import remote from '../../../remote-screen/remote-screen.module.css';
import { ScreenClipboard } from '../../../remote-screen/screen-clipboard.tsx';
import { ScreenTools } from '../../../remote-screen/screen-tools.tsx';
import type { ScreenView } from '../../../remote-screen/screen-view.ts';
import { useFullScreen } from '../../../remote-screen/use-full-screen.ts';
import { useScreenKeys } from '../../../remote-screen/use-screen-keys.ts';
import { useScreenView } from '../../../remote-screen/use-screen-view.ts';
import { createVncConnection, type VncConnection } from '../../../remote-screen/vnc-connection.ts';
import { t } from '../../../texts.ts';
import { Button } from '../../../ui/button.tsx';
import { NO_SCREEN, type ScreenFeed } from './screen-feed.ts';
import styles from './screen-sharing-pane.module.css';
import { ScreenStage } from './screen-stage.tsx';

type Props = {
  /** Null until the session's port is there. */
  feed: ScreenFeed | null;
  name: string;
  link: SessionLinkState;
  /** False while another view or tab is in front: it goes on. */
  visible: boolean;
  isFullScreen: boolean;
};

const FIRST_VIEW: Omit<ScreenView, 'input'> = { size: 'fit', isClipboardShown: false };
const neverChanges = () => () => undefined;

/** The computer's screen, to be looked at or used. */
export function ScreenSharingPane({ feed, name, link, visible, isFullScreen }: Props) {
  const { stage, input } = useSyncExternalStore(feed?.subscribe ?? neverChanges, () =>
    feed === null ? NO_SCREEN : feed.snapshot(),
  );
  const [chosen, setChosen] = useState(FIRST_VIEW);
  const view: ScreenView = { ...chosen, input };
  const target = useRef<HTMLDivElement>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const { screen, isDrawn, remoteText } = useScreenConnection(stage, target, t('screen.screen', { name }));
  const isUsable = isDrawn && link === 'connected';
  useScreenView(screen, { view, visible, isConnected: isDrawn });
  const setFullScreen = useFullScreen(visible);
  const onKeyDown = useScreenKeys(screen, toolbar);

  return (
    <section
      className={remote.frame}
      aria-label={t('screen.title')}
      hidden={!visible}
      data-full-screen={isFullScreen || undefined}
    >
      <div className={styles.strip} role="toolbar" aria-label={t('vnc.toolbar')} ref={toolbar}>
        <h2 className={styles.heading}>{t('screen.title')}</h2>
        <span className={styles.space} />
        <ScreenTools
          view={view}
          isConnected={isUsable}
          isFullScreen={isFullScreen}
          onView={({ input: wanted, ...change }) => {
            if (wanted !== undefined) {
              if (wanted === 'view-only') screen?.releaseKeys();
              feed?.setInput(wanted);
            }
            setChosen((before) => ({ ...before, ...change }));
          }}
          onCtrlAltDel={() => screen?.sendCtrlAltDel()}
          onFullScreen={setFullScreen}
        />
        <Button
          label={t('screen.stop')}
          look="outlined"
          isDisabled={stage.stage !== 'shared' && stage.stage !== 'asking'}
          onPress={() => feed?.close()}
        />
      </div>
      <div className={remote.panes}>
        <div className={remote.pane}>
          <div
            className={remote.screen}
            ref={target}
            data-stale={link !== 'connected' || undefined}
            onKeyDownCapture={onKeyDown}
          />
          <ScreenStage
            stage={stage}
            link={link}
            isDrawn={isDrawn}
            onOpen={() => feed?.open()}
            onCancel={() => feed?.close()}
          />
        </div>
        {view.isClipboardShown && (
          <ScreenClipboard
            remoteText={remoteText}
            isDisabled={!isUsable || input === 'view-only'}
            onSend={(text) => screen?.clipboardPasteFrom(text)}
          />
        )}
      </div>
    </section>
  );
}

/** noVNC for as long as a screen is shared. */
function useScreenConnection(
  stage: ReturnType<ScreenFeed['snapshot']>['stage'],
  target: React.RefObject<HTMLElement | null>,
  label: string,
) {
  const port = stage.stage === 'shared' ? stage.port : null;
  const [connection, setConnection] = useState<VncConnection | null>(null);
  const labelled = useRef(label);
  useEffect(() => {
    const element = target.current;
    if (port === null || element === null) return;
    const opened = createVncConnection({
      port,
      createScreen: (channel) => createScreen(element, channel, labelled.current),
      fingerprintOf,
      takeCredentials: () => null,
    });
    setConnection(opened);
    return () => {
      opened.dispose();
      setConnection(null);
    };
  }, [port, target]);
  const subscribe = connection?.subscribe ?? neverChanges;
  const isDrawn = useSyncExternalStore(subscribe, () => connection?.stage().stage === 'connected');
  const remoteText = useSyncExternalStore(subscribe, () => connection?.remoteText() ?? '');
  return { screen: connection?.screen, isDrawn, remoteText };
}
