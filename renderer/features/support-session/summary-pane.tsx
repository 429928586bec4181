import type { SupportSessionId } from '#app/domain/ids.ts';
import { refusalText } from '../../refusal-text.ts';
import { CopySummaryButton, SessionSummaryView } from '../../session-summary/session-summary-view.tsx';
import { useSessionSummary } from '../../session-summary/use-session-summary.ts';
import { useConsoleState } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { useNow } from '../../ui/use-now.ts';
import styles from './summary-pane.module.css';

/** Who, when, and what has been done in this session so far. */
export function SummaryPane({ sessionId, visible }: { sessionId: SupportSessionId; visible: boolean }) {
  const { summary, refused } = useSessionSummary(visible ? sessionId : null);
  const applianceAheadMs = useConsoleState((state) => state.applianceAheadMs);
  const now = useNow(visible) + applianceAheadMs;
  return (
    <section className={styles.pane} aria-label={t('summary.title')} hidden={!visible}>
      <header className={styles.strip}>
        <h2 className={styles.heading}>{t('summary.title')}</h2>
        <span className={styles.space} />
        {summary !== null && <CopySummaryButton summary={summary} now={now} />}
      </header>
      <section
        className={styles.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled can be reached by keyboard
        tabIndex={0}
        aria-label={t('summary.what')}
      >
        {summary !== null && <SessionSummaryView summary={summary} now={now} />}
        {summary === null && refused === null && <p className={styles.note}>{t('summary.loading')}</p>}
        {refused !== null && (
          <p className={styles.note} role="alert">
            {refusalText(refused)}
          </p>
        )}
      </section>
    </section>
  );
}
