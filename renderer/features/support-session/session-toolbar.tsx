import type { ReactNode } from 'react';
import type { SessionLinkState } from '#app/contracts/session-port.ts';
import type { JumpErrorCode } from '#app/domain/jump-error.ts';
import type { SupportSession } from '#app/domain/support-session.ts';
import { endSupportSession } from '../../actions/end-support-session.ts';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { clockText } from '../../ui/clock-text.ts';
import { Segments } from '../../ui/segments.tsx';
import { ToggleButton } from '../../ui/toggle-button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { WrittenText } from '../../ui/written-text.tsx';
import { InviteMenu } from './invite-menu.tsx';
import { SessionPeople } from './session-people.tsx';
import styles from './session-toolbar.module.css';

/** What the session's tab shows beside System Information. */
export type SessionView = 'command-shell' | 'file-transfer' | 'screen-sharing' | 'chat' | 'summary';

type Props = {
  session: SupportSession;
  link: SessionLinkState;
  /** Why the session could not be joined. */
  refused: JumpErrorCode | null;
  visible: boolean;
  /** At its right end. */
  end: ReactNode;
  view: SessionView;
  onView: (view: SessionView) => void;
  informationShown: boolean;
  onShowInformation: (shown: boolean) => void;
};

/**
 * Which computer this is, how the line to it stands, who is there, and the way out; below it what is shown of it. Where
 * it gets narrow, labels give way to their icons.
 */
export function SessionToolbar({
  session,
  link,
  refused,
  visible,
  view,
  onView,
  end,
  ...information
}: Props) {
  const console = useConsole();
  const isEnding = useConsoleState((state) => state.endingIds.has(session.id));
  const isInvited = useConsoleState(
    ({ representative }) => representative !== null && session.invitedIds.includes(representative.id),
  );
  const unread = useConsoleState((state) => state.unreadMessages.get(session.id) ?? 0);
  const applianceAheadMs = useConsoleState((state) => state.applianceAheadMs);
  const now = useNow(visible && link !== 'ended') + applianceAheadMs;

  return (
    <header className={styles.toolbar}>
      <div className={styles.line}>
        <h1 className={styles.name}>
          <WrittenText>{session.name}</WrittenText>
        </h1>
        <span className={styles.link} role="status" data-link={link}>
          <LinkIcon link={link} />
          {t(`session-link.${link}`)}
        </span>
        <span className={styles.duration} role="timer" aria-label={t('session-link.duration')}>
          {clockText(now - session.startedAt)}
        </span>
        {refused !== null && (
          <span className={styles.refused} role="alert">
            {t(`jump-error.${refused}`)}
          </span>
        )}
        <SessionPeople session={session} />
        <span className={styles.space} />
        <InviteMenu session={session} isDisabled={link !== 'connected'} />
        <Button
          label={t(isInvited ? 'support-session.leave' : 'support-session.end')}
          icon="end-session"
          look="outlined"
          isDisabled={isEnding}
          onPress={() => void endSupportSession(console, session)}
        />
        {end}
      </div>
      <div className={styles.line}>
        <Segments
          label={t('support-session.view')}
          value={view}
          options={[
            { value: 'command-shell', label: t('support-session.command-shell') },
            { value: 'file-transfer', label: t('files.title') },
            { value: 'screen-sharing', label: t('screen.title') },
            { value: 'chat', label: t('chat.title'), badge: unreadBadge(unread) },
            { value: 'summary', label: t('summary.title') },
          ]}
          onChange={onView}
        />
        <span className={styles.space} />
        <ToggleButton
          label={t('support-session.system-information')}
          isOn={information.informationShown}
          onChange={information.onShowInformation}
        />
      </div>
    </header>
  );
}

function unreadBadge(count: number) {
  return count === 0 ? undefined : { count, spoken: t('chat.unread', { count }) };
}

/** The state by shape as well as by colour. */
function LinkIcon({ link }: { link: SessionLinkState }) {
  return (
    <svg className={styles.icon} viewBox="0 0 12 12" aria-hidden="true">
      {link === 'connected' && <circle cx="6" cy="6" r="5" fill="currentColor" />}
      {link === 'broken' && <path d="M6 1.200L11.200 10.600H.800zM6 4.600v2.800M6 9v.100" />}
      {link === 'ended' && <path d="M2.500 2.500l7 7M9.500 2.500l-7 7" />}
      {link === 'waiting' && <path d="M6 3v3.500l2 1.500" />}
      {link === 'waiting' && <circle cx="6" cy="6" r="5" />}
      {link === 'connecting' && <circle cx="6" cy="6" r="4.500" strokeDasharray="3 2.650" />}
    </svg>
  );
}
