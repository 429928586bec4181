import { useConsoleState } from '../store/console-context.tsx';
import { t } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './connection-banner.module.css';
import { connectionMeaning } from './connection-text.ts';

/**
 * A slim line that says what a connection which is not live means for the list. It stands below: no row moves away from
 * under the pointer when it comes or goes.
 */
export function ConnectionBanner() {
  const connection = useConsoleState((state) => state.connection);
  // Before anything was known there is no list that could be out of date.
  const isKnown = useConsoleState((state) => state.representative !== null);
  const meaning = connection === null || !isKnown ? null : connectionMeaning(connection);
  return (
    <div className={styles.place}>
      {meaning !== null && (
        <section className={styles.banner} aria-label={t('connection.label')}>
          <Icon name="warning" />
          <p>{meaning}</p>
        </section>
      )}
    </div>
  );
}
