import { useState } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import type { SessionLinkState } from '#app/contracts/session-port.ts';
import { OpId } from '#app/domain/ids.ts';
import type { JumpErrorCode } from '#app/domain/jump-error.ts';
import type { SupportSession } from '#app/domain/support-session.ts';
import { getConsoleApi } from '../../console-api.ts';
import { t } from '../../texts.ts';
import { formatDuration } from './durations.ts';
import styles from './session-toolbar.module.css';
import { useClock } from './use-clock.ts';

type Props = {
  session: SupportSession;
  link: SessionLinkState;
  /** Why the session could not be joined. */
  refused: JumpErrorCode | null;
  visible: boolean;
  /** On this computer's clock. */
  startedAt: number;
  informationShown: boolean;
  onShowInformation: (shown: boolean) => void;
};

/** Which computer this is, how the line to it stands, and the way out. */
export function SessionToolbar({ session, link, refused, visible, startedAt, ...information }: Props) {
  const now = useClock(visible && link !== 'ended');
  const [refusedEnd, setRefusedEnd] = useState<JumpErrorCode | null>(null);
  const trouble = refusedEnd ?? refused;

  async function end(): Promise<void> {
    const opId = OpId.parse(crypto.randomUUID());
    const result = await getConsoleApi().endSupportSession({ opId, sessionId: session.id });
    setRefusedEnd(result.ok ? null : result.code);
  }

  return (
    <div className={styles.toolbar}>
      <h1 className={styles.name} title={session.name}>
        <bdi>{session.name}</bdi>
      </h1>
      <span className={styles.link} role="status" data-link={link}>
        <LinkIcon link={link} />
        {t(`session-link.${link}`)}
      </span>
      <time className={styles.duration} aria-label={t('session-link.duration')} role="timer">
        {formatDuration(now - startedAt)}
      </time>
      {trouble !== null && (
        <span className={styles.trouble} role="alert">
          {t(`jump-error.${trouble}`)}
        </span>
      )}
      <span className={styles.space} />
      <ToggleButton
        className={styles.button ?? ''}
        isSelected={information.informationShown}
        onChange={information.onShowInformation}
      >
        <PanelIcon />
        {t('support-session.system-information')}
      </ToggleButton>
      <Button className={`${styles.button} ${styles.end}`} onPress={() => void end()}>
        {t('support-session.end')}
      </Button>
    </div>
  );
}

/** The state by shape as well as by colour. */
function LinkIcon({ link }: { link: SessionLinkState }) {
  return (
    <svg className={styles.icon} viewBox="0 0 12 12" aria-hidden="true">
      {link === 'connected' && <circle cx="6" cy="6" r="5" fill="currentColor" />}
      {link === 'ended' && <path d="M2.500 2.500l7 7M9.500 2.500l-7 7" />}
      {link === 'waiting' && <path d="M6 3v3.500l2 1.500" />}
      {link === 'waiting' && <circle cx="6" cy="6" r="5" />}
      {link === 'connecting' && <circle cx="6" cy="6" r="4.500" strokeDasharray="3 2.650" />}
    </svg>
  );
}

function PanelIcon() {
  return (
    <svg className={styles.panelIcon} viewBox="0 0 16 16" aria-hidden="true">
      <rect x="2" y="3" width="12" height="10" rx="1.500" />
      <path d="M10 3v10" />
    </svg>
  );
}
