// Console ↔ appliance: what was done in a session, reported and read.
import { z } from 'zod';
import { JumpItemId, SupportSessionId } from '../domain/ids.ts';
import { ReportedDeed, SessionSummary, SessionSummaryHead } from '../domain/session-summary.ts';

/** So many sessions are listed at once, the newest. */
export const MOST_LISTED_SUMMARIES = 50;
/** So much is reported at once. */
export const MOST_REPORTS = 20;

/** A console is told of changes of as many summaries as it has read last. */
export const MOST_FOLLOWED_SUMMARIES = 8;

/** A summary that this console has read is another one now. */
export const SessionSummaryChanged = z.strictObject({
  sessionId: SupportSessionId,
  revision: z.int().min(1),
});
export type SessionSummaryChanged = z.infer<typeof SessionSummaryChanged>;

/** Which sessions are meant: those one took part in, or those with an item. */
export const SummariesOf = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('own') }),
  z.strictObject({ of: z.literal('jump-item'), jumpItemId: JumpItemId }),
]);
export type SummariesOf = z.infer<typeof SummariesOf>;

/** The same number again reports nothing twice. */
export const SessionReport = z.strictObject({ reportId: z.uuid(), deed: ReportedDeed });
export type SessionReport = z.infer<typeof SessionReport>;

export const sessionSummaryRequests = {
  /** The last sessions, newest first, as many as a frame holds. Refused with message 7 for an item that one does not see. */
  'session-summaries:list': {
    params: z.strictObject({ wanted: SummariesOf }),
    reply: z.strictObject({ summaries: z.array(SessionSummaryHead).max(MOST_LISTED_SUMMARIES) }),
  },
  /**
   * One session, for who took part in it or sees its item; else `session-not-found`. Null: it is still as
   * `knownRevision` was. From then on the connection is told when it changes, by `session-summary:changed`.
   */
  'session-summary:read': {
    params: z.strictObject({ sessionId: SupportSessionId, knownRevision: z.int().min(0) }),
    reply: z.strictObject({ summary: SessionSummary.nullable() }),
  },
  /**
   * What the appliance cannot see, while the session runs and a little after it. Refused with `session-not-found` for who
   * takes no part, and with `appliance-too-busy` for too many. What does not fit any more is counted.
   */
  'session-summary:report': {
    params: z.strictObject({
      sessionId: SupportSessionId,
      reports: z.array(SessionReport).max(MOST_REPORTS),
      /** How many messages the chat has; null: nothing new of that. */
      chatMessages: z.int().min(0).max(1_000_000).nullable(),
    }),
    reply: z.strictObject({}),
  },
} satisfies Record<string, { params: z.ZodType; reply: z.ZodType }>;
