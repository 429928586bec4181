import type { SessionSummary } from '#app/domain/session-summary.ts';
import { t } from '../texts.ts';
import { formatDateTime } from '../time.ts';
import { clockText } from '../ui/clock-text.ts';
import { endText, summaryLines } from './summary-lines.ts';

/** The facts about a session, each with its label. */
export function summaryFacts(summary: SessionSummary, now: number): [label: string, value: string][] {
  const { hostname, customer, representatives, startedAt, endedAt, chatMessages } = summary;
  return [
    [t('summary.computer'), hostname],
    [
      t('summary.customer'),
      customer === null ? t('summary.no-customer') : customer || t('summary.unnamed-customer'),
    ],
    [t('summary.representatives'), representatives.join(', ')],
    [t('summary.began'), formatDateTime(startedAt)],
    [
      t('summary.ended'),
      endedAt === null ? t('summary.running') : `${formatDateTime(endedAt)} · ${endText(summary)}`,
    ],
    [t('summary.duration'), clockText((endedAt ?? now) - startedAt)],
    [t('summary.chat'), t('summary.chat-messages', { count: chatMessages })],
  ];
}

/** A session's summary for the clipboard: its facts, an empty line, then a line each for what was done. */
export function summaryText(summary: SessionSummary, now: number): string {
  const facts = summaryFacts(summary, now).map(([label, value]) => `${label}\t${oneLine(value)}`);
  const lines = summaryLines(summary).map(({ at, text, reportedBy }) =>
    [formatDateTime(at), oneLine(text), ...(reportedBy === null ? [] : [t('summary.reported')])].join('\t'),
  );
  const omitted = summary.omitted === 0 ? [] : [t('summary.omitted', { count: summary.omitted })];
  return [t('summary.session', { name: oneLine(summary.name) }), ...facts, '', ...lines, ...omitted].join(
    '\n',
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
