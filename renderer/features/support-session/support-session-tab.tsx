import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import type { SupportSession } from '#app/domain/support-session.ts';
import { t } from '../../texts.ts';
import { ChatPane } from './chat/chat-pane.tsx';
import { useUnreadMessages } from './chat/use-unread-messages.ts';
import { CommandShellPane } from './command-shell-pane.tsx';
import { FileTransferPane } from './file-transfer/file-transfer-pane.tsx';
import { SessionToolbar, type SessionView } from './session-toolbar.tsx';
import { SummaryPane } from './summary-pane.tsx';
import styles from './support-session-tab.module.css';
import { SystemInformationPane } from './system-information-pane.tsx';
import { useSessionConnection } from './use-session-connection.ts';

// noVNC comes with the first screen.
const ScreenSharingPane = lazy(async () => {
  const module = await import('./screen-sharing/screen-sharing-pane.tsx');
  return { default: module.ScreenSharingPane };
});

type Props = {
  session: SupportSession;
  /** False while another tab is in front: the session goes on, its terminals keep what arrives. */
  visible: boolean;
  /** At the right end of its toolbar. */
  toolbarEnd?: ReactNode;
  /** The window has the whole screen, and the computer's screen has the whole window. */
  isFullScreen: boolean;
};

/** Where System Information stands beside a view at first: two lists, and a screen, need its room. */
const INFORMATION_BESIDE: Record<SessionView, boolean> = {
  'command-shell': true,
  'file-transfer': false,
  'screen-sharing': false,
  chat: true,
  summary: true,
};

/** An Android device has no Command Shell. */
function firstView({ customer }: SupportSession): SessionView {
  return customer?.platform === 'android' ? 'chat' : 'command-shell';
}

/** One support session: a view of it, such as its Command Shells, beside the computer's System Information. */
export function SupportSessionTab({ session, visible, toolbarEnd, isFullScreen }: Props) {
  const { snapshot, connection, refused } = useSessionConnection(session.id);
  const [view, setView] = useState(() => firstView(session));
  const [filesOpened, setFilesOpened] = useState(false);
  const [screenOpened, setScreenOpened] = useState(false);
  // Each view remembers its own choice.
  const [informationShown, setInformationShown] = useState(INFORMATION_BESIDE);
  useUnreadMessages(session.id, connection?.chat ?? null);
  const openShell = useCallback(() => connection?.openShell() ?? null, [connection]);
  const closeShell = useCallback((channel: number) => connection?.closeShell(channel), [connection]);
  const askAgain = useCallback(() => connection?.askForSystemInformation(), [connection]);
  const link = refused === null ? snapshot.link : 'ended';

  const choose = (chosen: SessionView) => {
    setView(chosen);
    if (chosen === 'file-transfer') setFilesOpened(true);
    if (chosen !== 'screen-sharing' || screenOpened) return;
    setScreenOpened(true);
    connection?.screen.open(); // whoever chooses it for the first time wants the screen
  };

  return (
    <section
      className={styles.tab}
      aria-label={t('support-session.label', { name: session.name })}
      hidden={!visible}
    >
      {!isFullScreen && (
        <SessionToolbar
          session={session}
          link={link}
          refused={refused}
          visible={visible}
          end={toolbarEnd}
          view={view}
          onView={choose}
          informationShown={informationShown[view]}
          onShowInformation={(shown) => setInformationShown({ ...informationShown, [view]: shown })}
        />
      )}
      <div className={styles.panes}>
        <CommandShellPane
          shells={snapshot.shells}
          link={link}
          visible={visible && view === 'command-shell'}
          onOpen={openShell}
          onClose={closeShell}
        />
        {filesOpened && (
          <FileTransferPane
            files={connection?.files ?? null}
            link={link}
            visible={visible && view === 'file-transfer'}
          />
        )}
        <ChatPane
          chat={connection?.chat ?? null}
          link={link}
          hasCustomer={session.customer !== null}
          visible={visible && view === 'chat'}
        />
        <SummaryPane sessionId={session.id} visible={visible && view === 'summary'} />
        {screenOpened && (
          <Suspense>
            <ScreenSharingPane
              feed={connection?.screen ?? null}
              name={session.name}
              link={link}
              visible={visible && view === 'screen-sharing'}
              isFullScreen={isFullScreen}
            />
          </Suspense>
        )}
        {informationShown[view] && !isFullScreen && (
          <SystemInformationPane
            state={snapshot.systemInformation}
            link={link}
            visible={visible}
            onAskAgain={askAgain}
          />
        )}
      </div>
    </section>
  );
}
