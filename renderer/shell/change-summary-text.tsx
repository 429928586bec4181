import { refusalText } from '../refusal-text.ts';
import type { ChangeSummary } from '../store/messages-slice.ts';
import { t } from '../texts.ts';
import styles from './messages.module.css';

/** More would be read by nobody; they are counted. */
const MOST_NAMED = 50;

/** What a command on several Jump Items left as it was, by name and with the reason. */
export function ChangeSummaryText({ summary }: { summary: ChangeSummary }) {
  const { deed, done, refusedCount, refused } = summary;
  const named = refused.slice(0, MOST_NAMED);
  const others = refusedCount - named.length;
  return (
    <div className={styles.text}>
      <span className={styles.about}>
        {t(`change.summary.${deed}`, { done, total: done + refusedCount })}
      </span>
      <ul className={styles.failed}>
        {named.map((refusal, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may have the same name, and the list never changes
          <li key={index}>
            <bdi className={styles.who}>{refusal.about}</bdi>
            <p>{refusalText(refusal)}</p>
          </li>
        ))}
        {others > 0 && <li>{t('change.summary.more', { count: others })}</li>}
      </ul>
    </div>
  );
}
