import { participantIds, type SupportSession } from '#app/domain/support-session.ts';
import { useConsoleState } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import styles from './session-toolbar.module.css';

/** Who else is in the session: the customer, where there is one, and other representatives. */
export function SessionPeople({ session }: { session: SupportSession }) {
  const viewerId = useConsoleState((state) => state.representative?.id);
  const ids = participantIds(session);
  const others = session.representativeNames.filter((_name, index) => ids[index] !== viewerId);
  const names = others.map((name) => `\u2068${name}\u2069`).join(', ');
  return (
    <>
      {session.customer !== null && (
        <span
          className={styles.customer}
          role="status"
          title={t(`support-session.customer-${session.customer.presence}`)}
          data-presence={session.customer.presence}
        >
          {t(`support-session.customer-${session.customer.presence}`)}
        </span>
      )}
      {others.length > 0 && (
        <span className={styles.people} title={names}>
          {t('support-session.with', { names })}
        </span>
      )}
    </>
  );
}
