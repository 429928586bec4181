import type { SessionSummary, SummaryEntry } from '#app/domain/session-summary.ts';
import { fileSizeText } from '../file-size-text.ts';
import { refusalText } from '../refusal-text.ts';
import { t } from '../texts.ts';

/** One thing that happened, as it is read. */
export type SummaryLine = {
  readonly at: number;
  readonly text: string;
  /** Whose console said so; null: the appliance saw it. */
  readonly reportedBy: string | null;
};

/** Everything that happened in a session, from its beginning to its end. */
export function summaryLines(summary: SessionSummary): SummaryLine[] {
  const { startedAt, startedBy, endedAt, entries } = summary;
  const lines = entries.map((entry) => ({
    at: entry.at,
    text: deedText(entry),
    reportedBy: entry.reportId === null ? null : (entry.who ?? ''),
  }));
  const began = {
    at: startedAt,
    text: t('summary.did.started', { who: isolated(startedBy) }),
    reportedBy: null,
  };
  if (endedAt === null) return [began, ...lines];
  return [
    began,
    ...lines.filter(({ at }) => at <= endedAt),
    { at: endedAt, text: endText(summary), reportedBy: null },
    ...lines.filter(({ at }) => at > endedAt),
  ];
}

/** How it ended; that it runs, where it does. */
export function endText({ endedAt, end }: Pick<SessionSummary, 'endedAt' | 'end'>): string {
  if (endedAt === null) return t('summary.running');
  return end === null ? t('summary.did.ended') : t(`summary.end.${end}`);
}

function deedText({ deed, who: by }: SummaryEntry): string {
  const who = isolated(by ?? t('summary.customer'));
  switch (deed.did) {
    case 'transferred':
      return t(`summary.did.${deed.way}`, { who, what: transferText(deed) });
    case 'pinned':
      return t('summary.did.pinned', { as: isolated(deed.as) });
    case 'pin-failed':
      return t('summary.did.pin-failed', { reason: refusalText({ code: deed.code, detail: undefined }) });
    default:
      return t(`summary.did.${deed.did}`, { who });
  }
}

function transferText({
  name: named,
  bytes,
  files,
  outcome,
}: Extract<SummaryEntry['deed'], { did: 'transferred' }>): string {
  const name = isolated(named);
  if (outcome !== 'done') return t(`summary.transfer.${outcome}`, { name });
  const size = fileSizeText(bytes ?? 0);
  return files === 1
    ? t('summary.transfer.done', { name, size })
    : t('summary.transfer.folder', { name, files, size });
}

/** What others wrote turns nothing around it, and stays on its line. */
function isolated(text: string): string {
  return `\u2068${text.replace(/[\p{Control}\u2028\u2029]/gu, '\ufffd')}\u2069`;
}
