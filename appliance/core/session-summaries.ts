import { MOST_LISTED_SUMMARIES, type SummariesOf } from '#app/contracts/session-summaries.ts';
import type { RepresentativeId, SupportSessionId } from '#app/domain/ids.ts';
import { JumpError, type JumpErrorCode } from '#app/domain/jump-error.ts';
import type { KeptSessionSummary, SessionSummary, SessionSummaryHead } from '#app/domain/session-summary.ts';
import { authorizeOnItem } from './authorize.ts';
import type { Clock } from './environment.ts';
import { jsonBytes } from './json-bytes.ts';
import {
  beginSummary,
  followSession,
  headOf,
  nameOf,
  type Reported,
  withEntry,
  withReports,
  withSummary,
} from './kept-summary.ts';
import type { Site, SiteReader, Transaction } from './site.ts';
import type { CommittedChange } from './site-records.ts';
import type { SupportSessions } from './support-sessions.ts';

/** So many sessions are remembered; then the one that began first is forgotten, unless it still runs. */
export const MOST_SUMMARIES = 500;
/** A list fits into a frame. */
const MOST_LIST_BYTES = 56 * 1024;
/** A console may report so long after the end. */
export const REPORTED_LATE_MS = 120_000;

type Deps = {
  readonly site: Site;
  readonly clock: Clock;
  readonly supportSessions: Pick<SupportSessions, 'onEnded'>;
  readonly onFailure: (error: unknown) => void;
};
export type SessionSummaries = ReturnType<typeof createSessionSummaries>;

/** Who took part in which session, when, and what was done: written as it happens, and kept beyond its end. */
export function createSessionSummaries({ site, clock, supportSessions, onFailure }: Deps) {
  const write = (id: SupportSessionId, change: Change) => {
    site.transact((transaction) => changeIn(transaction, id, change)).catch(onFailure);
  };

  site.onCommitted((changes) => {
    const ofSessions = changes.filter(isOfSession);
    if (ofSessions.length === 0) return;
    const now = clock.now();
    const record = (transaction: Transaction) => {
      for (const change of ofSessions) recordChangeIn(transaction, change, now);
    };
    site.transact(record).catch(onFailure);
  });
  supportSessions.onEnded((id, end) => write(id, (kept) => withSummary(kept, { end })));

  return {
    /** A pin was not completed, and this is why. */
    pinFailed(id: SupportSessionId, by: RepresentativeId, code: JumpErrorCode): void {
      const entry = {
        at: clock.now(),
        who: nameOf(site, by),
        reportId: null,
        deed: { did: 'pin-failed', code },
      } as const;
      write(id, (kept) => (kept.summary.endedAt === null ? withEntry(kept, entry) : kept));
    },
    /** What a console saw. Refused with `session-not-found`. */
    async report(reporterId: RepresentativeId, id: SupportSessionId, reported: Reported): Promise<void> {
      const kept = site.get('session-summary', id);
      const endedAt = kept?.summary.endedAt ?? null;
      const isLate = endedAt !== null && clock.now() - endedAt > REPORTED_LATE_MS;
      if (!kept?.participantIds.includes(reporterId) || isLate) throw new JumpError('session-not-found');
      const facts = { at: clock.now(), who: nameOf(site, reporterId) };
      await site.transact((transaction) =>
        changeIn(transaction, id, (latest) => withReports(latest, reported, facts)),
      );
    },
    /** The last sessions, newest first. Refused with R7.7 for an item that one does not see. */
    list(readerId: RepresentativeId, wanted: SummariesOf): SessionSummaryHead[] {
      if (wanted.of === 'jump-item' && !seesItem(site, readerId, wanted.jumpItemId)) {
        throw new JumpError('client-not-found');
      }
      const found = [...site.all('session-summary')]
        .filter(({ participantIds: ids, summary }) =>
          wanted.of === 'own' ? ids.includes(readerId) : summary.jumpItemId === wanted.jumpItemId,
        )
        .toSorted((one, other) => other.summary.startedAt - one.summary.startedAt)
        .slice(0, MOST_LISTED_SUMMARIES)
        .map(({ summary }) => headOf(summary));
      return asManyAsFit(found);
    },
    mayRead: (readerId: RepresentativeId, id: SupportSessionId): boolean =>
      findReadable(site, readerId, id) !== undefined,
    /** One session; null: it is still as known. Refused with `session-not-found`. */
    read(readerId: RepresentativeId, id: SupportSessionId, knownRevision: number): SessionSummary | null {
      const kept = findReadable(site, readerId, id);
      if (kept === undefined) throw new JumpError('session-not-found');
      return kept.summary.revision === knownRevision ? null : kept.summary;
    },
  };
}

type Change = (kept: KeptSessionSummary) => KeptSessionSummary;
type SessionChange = Extract<CommittedChange, { kind: 'support-session' }>;

function isOfSession(change: CommittedChange): change is SessionChange {
  return change.kind === 'support-session';
}

function changeIn(transaction: Transaction, id: SupportSessionId, change: Change): void {
  const kept = transaction.get('session-summary', id);
  const changed = kept === undefined ? undefined : change(kept);
  if (changed !== undefined && changed !== kept) transaction.put('session-summary', id, changed);
}

function recordChangeIn(transaction: Transaction, { before, after }: SessionChange, now: number): void {
  if (after === undefined) {
    if (before !== undefined) changeIn(transaction, before.id, (kept) => withSummary(kept, { endedAt: now }));
  } else if (before === undefined) {
    transaction.put('session-summary', after.id, beginSummary(transaction, after));
    forgetOldest(transaction);
  } else changeIn(transaction, after.id, (kept) => followSession(transaction, kept, { before, after, now }));
}

/** What an item's sessions were about stays known after the oldest is gone: a running one always is. */
function forgetOldest(transaction: Transaction): void {
  const all = [...transaction.all('session-summary')];
  const ended = all
    .filter(({ summary }) => summary.endedAt !== null)
    .toSorted((one, other) => one.summary.startedAt - other.summary.startedAt);
  for (const { summary } of ended.slice(0, Math.max(0, all.length - MOST_SUMMARIES))) {
    transaction.remove('session-summary', summary.id);
  }
}

/** Who took part in a session, or sees its item, may read of it. */
function findReadable(
  site: SiteReader,
  readerId: RepresentativeId,
  id: SupportSessionId,
): KeptSessionSummary | undefined {
  const kept = site.get('session-summary', id);
  const itemId = kept?.summary.jumpItemId ?? null;
  const mayRead =
    kept?.participantIds.includes(readerId) || (itemId !== null && seesItem(site, readerId, itemId));
  return mayRead ? kept : undefined;
}

function seesItem(site: SiteReader, readerId: RepresentativeId, id: string): boolean {
  const item = site.get('jump-item', id);
  return item !== undefined && authorizeOnItem(site, readerId, item, 'see').visible;
}

/** A list fits into a frame. */
function asManyAsFit(heads: readonly SessionSummaryHead[]): SessionSummaryHead[] {
  const fitting: SessionSummaryHead[] = [];
  let bytes = 0;
  for (const head of heads) {
    bytes += jsonBytes(head);
    if (bytes > MOST_LIST_BYTES) break;
    fitting.push(head);
  }
  return fitting;
}
