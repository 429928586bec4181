import { useEffect } from 'react';
import { refusalText } from '../../refusal-text.ts';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { breakable } from '../../ui/breakable.tsx';
import { Button } from '../../ui/button.tsx';
import { clockText } from '../../ui/clock-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CopyButton } from './copy-button.tsx';
import styles from './session-key-dialog.module.css';
import { type ShownSessionKey, useSessionKey } from './use-session-key.ts';

/** A key for a customer, and the wait for them. */
export function SessionKeyDialog() {
  const isOpen = useConsoleState((state) => state.openDialog === 'session-key');
  return isOpen ? <OpenSessionKeyDialog /> : null;
}

function OpenSessionKeyDialog() {
  const { store } = useConsole();
  const { key, refusal, askAgain } = useSessionKey();
  const applianceAheadMs = useConsoleState((state) => state.applianceAheadMs);
  const now = useNow(key !== null) + applianceAheadMs;
  const isExpired = key !== null && key.expiresAt <= now;
  const close = () => store.getState().closeDialog();
  useOpenJoined(key);

  return (
    <Dialog
      title={t('session-key.title')}
      sentence={t('session-key.sentence')}
      onSubmit={close}
      onClose={close}
      footerStart={
        (isExpired || refusal !== null) && (
          <Button label={t('session-key.new')} look="outlined" onPress={askAgain} />
        )
      }
      footerEnd={<Button type="submit" label={t('session-key.close')} look="outlined" />}
    >
      <div className={styles.key} data-expired={isExpired || undefined}>
        <KeyDigits sessionKey={key?.sessionKey ?? null} />
        {key !== null && !isExpired && <CopyButton label={t('session-key.copy-key')} text={key.sessionKey} />}
      </div>
      <div className={styles.link}>
        <span className={styles.label}>{t('session-key.link')}</span>
        <span className={styles.url} title={key?.portalUrl}>
          {key !== null && breakable(key.portalUrl)}
        </span>
        {key !== null && !isExpired && <CopyButton label={t('session-key.copy-link')} text={key.portalUrl} />}
      </div>
      {refusal !== null && (
        <p role="alert" className={styles.refusal}>
          {refusalText(refusal)}
        </p>
      )}
      {refusal === null && <Progress shown={key} isExpired={isExpired} now={now} />}
      <p className={styles.note}>{t('session-key.stays')}</p>
    </Dialog>
  );
}

/** Once the customer is there, the session's tab takes the dialog's place. */
function useOpenJoined(key: ShownSessionKey | null): void {
  const { store } = useConsole();
  const sessionId = key?.sessionId ?? null;
  const isThere = useConsoleState((state) => sessionId !== null && state.supportSessions.rows.has(sessionId));
  useEffect(() => {
    if (!isThere || sessionId === null) return;
    store.getState().closeDialog();
    store.getState().chooseTab(sessionId);
  }, [isThere, sessionId, store]);
}

/** Three and four digits, as people say them; read out one by one. */
function KeyDigits({ sessionKey }: { sessionKey: string | null }) {
  if (sessionKey === null) return <output className={styles.digits} aria-label={t('session-key.key')} />;
  return (
    <output className={styles.digits} aria-label={`${t('session-key.key')} ${[...sessionKey].join(' ')}`}>
      <span className={styles.first}>{sessionKey.slice(0, 3)}</span>
      {sessionKey.slice(3)}
    </output>
  );
}

type ProgressProps = { shown: ShownSessionKey | null; isExpired: boolean; now: number };

function Progress({ shown, isExpired, now }: ProgressProps) {
  const state = shown === null ? 'asking' : isExpired ? 'expired' : 'waiting';
  return (
    <p className={styles.progress} data-state={state}>
      <span className={styles.dot} aria-hidden="true" />
      <span role="status">{t(`session-key.${state}`)}</span>
      {shown !== null && !isExpired && (
        <span className={styles.valid} role="timer">
          {t('session-key.valid', { clock: clockText(shown.expiresAt - now) })}
        </span>
      )}
    </p>
  );
}
