import { useState } from 'react';
import type { SessionSummary } from '#app/domain/session-summary.ts';
import { t } from '../texts.ts';
import { formatDateTime, formatTime } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { copyText } from '../ui/copy-text.ts';
import styles from './session-summary-view.module.css';
import { summaryLines } from './summary-lines.ts';
import { summaryFacts, summaryText } from './summary-text.ts';

type Props = {
  summary: SessionSummary;
  /** The appliance's time. */
  now: number;
};

/** Who, when, and what was done in one session. */
export function SessionSummaryView({ summary, now }: Props) {
  const { entries, endedAt, omitted } = summary;
  return (
    <div className={styles.summary}>
      <dl className={styles.facts}>
        {summaryFacts(summary, now).map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>
              <bdi title={value}>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <h3 className={styles.heading}>{t('summary.what')}</h3>
      <ol className={styles.lines}>
        {summaryLines(summary).map(({ at, text, reportedBy }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what has happened stays where it is
          <li key={index} className={styles.line} data-seen={reportedBy === null || undefined}>
            <time className={styles.time} dateTime={new Date(at).toISOString()} title={formatDateTime(at)}>
              {formatTime(at)}
            </time>
            <span className={styles.text}>{text}</span>
            {reportedBy !== null && (
              <span className={styles.reported} title={t('summary.reported-meaning', { who: reportedBy })}>
                {t('summary.reported')}
              </span>
            )}
          </li>
        ))}
      </ol>
      {entries.length === 0 && endedAt === null && <p className={styles.note}>{t('summary.nothing')}</p>}
      {omitted > 0 && <p className={styles.note}>{t('summary.omitted', { count: omitted })}</p>}
    </div>
  );
}

/** Puts a summary on the clipboard. */
export function CopySummaryButton({ summary, now }: Props) {
  const [copied, setCopied] = useState<SessionSummary | null>(null);
  return (
    <Button
      label={t(copied === summary ? 'summary.copied' : 'summary.copy')}
      icon={copied === summary ? 'check' : 'copy'}
      onPress={() => {
        copyText(summaryText(summary, now));
        setCopied(summary);
      }}
    />
  );
}
