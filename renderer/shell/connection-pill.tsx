import type { ConnectionState } from '#app/contracts/console-api.ts';
import { useConsole, useConsoleState } from '../store/console-context.tsx';
import { t } from '../texts.ts';
import signs from '../ui/status-icon.module.css';
import { useNow } from '../ui/use-now.ts';
import styles from './connection-pill.module.css';
import { connectionText } from './connection-text.ts';

/** The connection's state at a glance; while it is being taken up again, when, and the way to do it at once. */
export function ConnectionPill() {
  const { api, store } = useConsole();
  const connection = useConsoleState((state) => state.connection);
  if (connection === null) return null;
  const tryNow = () => {
    api.reconnectNow({}).catch(() => store.getState().showBug());
  };
  return (
    <div className={styles.pill} data-state={connection.state}>
      <ConnectionSign state={connection.state} />
      <span role="status" aria-label={t('connection.label')} className={styles.text}>
        {connectionText(connection)}
      </span>
      {connection.state === 'reconnecting' && (
        <>
          <Countdown until={connection.nextAttemptAt} />
          <button type="button" className={styles.now} onClick={tryNow}>
            {t('connection.try-now')}
          </button>
        </>
      )}
    </div>
  );
}

/** Told by eye alone: a screen reader would read every second of it. */
function Countdown({ until }: { until: number }) {
  const seconds = Math.max(0, Math.ceil((until - useNow(true)) / 1_000));
  return (
    <span aria-hidden="true" className={styles.countdown}>
      {t('connection.next-attempt', { seconds })}
    </span>
  );
}

function ConnectionSign({ state }: { state: ConnectionState['state'] }) {
  return (
    <svg className={`${signs.icon} ${styles.sign}`} viewBox="0 0 12 12" aria-hidden="true">
      {state === 'connected' && <circle className={signs.filled} cx="6" cy="6" r="5" />}
      {state === 'stale' && <path d="M6 1.500L11 10.500H1zM6 5v2.500" />}
      {(state === 'failed' || state === 'signed-out') && <path d="M2 2l8 8M10 2l-8 8" />}
      {(state === 'connecting' || state === 'reconnecting' || state === 'starting') && (
        <path className={styles.turning} d="M10.500 6a4.500 4.500 0 1 1-4.500-4.500" />
      )}
    </svg>
  );
}
