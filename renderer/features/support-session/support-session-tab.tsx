import { useCallback, useState } from 'react';
import type { SupportSession } from '#app/domain/support-session.ts';
import { t } from '../../texts.ts';
import { CommandShellPane } from './command-shell-pane.tsx';
import { SessionToolbar } from './session-toolbar.tsx';
import styles from './support-session-tab.module.css';
import { SystemInformationPane } from './system-information-pane.tsx';
import { useSessionConnection } from './use-session-connection.ts';

type Props = {
  session: SupportSession;
  /** False while another tab is in front: the session goes on, its terminals keep what arrives. */
  visible: boolean;
};

/** One support session: its Command Shells beside the computer's System Information. */
export function SupportSessionTab({ session, visible }: Props) {
  const { snapshot, connection, refused } = useSessionConnection(session.id);
  const [informationShown, setInformationShown] = useState(true);
  const openShell = useCallback(() => connection?.openShell() ?? null, [connection]);
  const closeShell = useCallback((channel: number) => connection?.closeShell(channel), [connection]);
  const askAgain = useCallback(() => connection?.askForSystemInformation(), [connection]);
  const link = refused === null ? snapshot.link : 'ended';

  return (
    <section
      className={styles.tab}
      aria-label={t('support-session.label', { name: session.name })}
      hidden={!visible}
    >
      <SessionToolbar
        session={session}
        link={link}
        refused={refused}
        visible={visible}
        informationShown={informationShown}
        onShowInformation={setInformationShown}
      />
      <div className={styles.panes}>
        <CommandShellPane
          shells={snapshot.shells}
          link={link}
          visible={visible}
          onOpen={openShell}
          onClose={closeShell}
        />
        {informationShown && (
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
