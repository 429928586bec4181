import type { SessionReport } from '#app/contracts/session-summaries.ts';
import type { RepresentativeId } from '#app/domain/ids.ts';
import type {
  KeptSessionSummary,
  SessionSummary,
  SessionSummaryHead,
  SummaryEntry,
} from '#app/domain/session-summary.ts';
import { participantIds, type SupportSession } from '#app/domain/support-session.ts';
import { jsonBytes, recordJsonBytes } from './json-bytes.ts';
import type { SiteReader } from './site.ts';
import { deedsIn } from './summary-changes.ts';
import { namesOf } from './support-sessions.ts';

/** What is kept of one session, in bytes of JSON; of reports less, so that there is room for what the appliance saw. */
export const MOST_SUMMARY_BYTES = 40 * 1024;
export const MOST_REPORTED_BYTES = 32 * 1024;
const MOST_NAME_UNITS = 256;

export type Reported = { readonly reports: readonly SessionReport[]; readonly chatMessages: number | null };

/** A session has begun. */
export function beginSummary(site: SiteReader, session: SupportSession): KeptSessionSummary {
  const item = session.jumpItemId === null ? undefined : site.get('jump-item', session.jumpItemId);
  const startedBy = nameOf(site, session.representativeId);
  const summary: SessionSummary = {
    id: session.id,
    jumpItemId: session.jumpItemId,
    name: clip(session.name),
    hostname: clip(session.customer?.hostname ?? item?.hostname ?? ''),
    customer: session.customer === null ? null : clip(session.customer.name),
    startedBy,
    representatives: [startedBy],
    startedAt: session.startedAt,
    endedAt: null,
    end: null,
    revision: 1,
    chatMessages: 0,
    entries: [],
    omitted: 0,
  };
  return { summary, participantIds: [session.representativeId] };
}

type Follow = { before: SupportSession; after: SupportSession; now: number };

/** What a change of its row adds. */
export function followSession(
  site: SiteReader,
  kept: KeptSessionSummary,
  { before, after, now }: Follow,
): KeptSessionSummary {
  const item = after.jumpItemId === null ? undefined : site.get('jump-item', after.jumpItemId);
  const deeds = deedsIn(before, after, clip(item?.name ?? after.name));
  const added = participantIds(after).filter((id) => !kept.participantIds.includes(id));
  let followed = kept;
  if (added.length > 0) {
    const representatives = [...kept.summary.representatives, ...added.map((id) => nameOf(site, id))];
    followed = {
      ...withSummary(kept, { representatives }),
      participantIds: [...kept.participantIds, ...added],
    };
  }
  if (after.jumpItemId !== kept.summary.jumpItemId) {
    followed = withSummary(followed, { jumpItemId: after.jumpItemId });
  }
  for (const { by, deed } of deeds) {
    const who = by === null ? null : nameOf(site, by);
    followed = withEntry(followed, { at: now, who, reportId: null, deed });
  }
  return followed;
}

/** Every change is a revision of its own. */
export function withSummary(kept: KeptSessionSummary, part: Partial<SessionSummary>): KeptSessionSummary {
  return { ...kept, summary: { ...kept.summary, ...part, revision: kept.summary.revision + 1 } };
}

/** What does not fit any more is counted. */
export function withEntry(
  kept: KeptSessionSummary,
  entry: SummaryEntry,
  most = MOST_SUMMARY_BYTES,
): KeptSessionSummary {
  const { entries, omitted } = kept.summary;
  const fits = recordJsonBytes(kept) + jsonBytes(entry) <= most;
  return withSummary(kept, fits ? { entries: [...entries, entry] } : { omitted: omitted + 1 });
}

/** What a console saw, each report once. */
export function withReports(
  kept: KeptSessionSummary,
  { reports, chatMessages }: Reported,
  facts: Pick<SummaryEntry, 'at' | 'who'>,
): KeptSessionSummary {
  const known = new Set(kept.summary.entries.map(({ reportId }) => reportId));
  let reported = kept;
  for (const { reportId, deed } of reports) {
    if (known.has(reportId)) continue;
    known.add(reportId);
    reported = withEntry(reported, { ...facts, reportId, deed }, MOST_REPORTED_BYTES);
  }
  if (chatMessages === null || chatMessages <= reported.summary.chatMessages) return reported;
  return withSummary(reported, { chatMessages });
}

export function headOf(summary: SessionSummary): SessionSummaryHead {
  const { revision: _revision, chatMessages: _chat, entries: _entries, omitted: _omitted, ...head } = summary;
  return head;
}

/** What a representative is called now. */
export function nameOf(site: SiteReader, id: RepresentativeId): string {
  const [name = ''] = namesOf(site, [id]);
  return clip(name);
}

/** What others chose to be called does not make a summary grow. */
function clip(text: string): string {
  return text.length <= MOST_NAME_UNITS
    ? text
    : text.slice(0, MOST_NAME_UNITS).replace(/[\ud800-\udbff]$/, '');
}
