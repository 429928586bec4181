import { z } from 'zod';
import { SessionEndReason } from '../contracts/session-link.ts';
import { EpochMs, JumpItemId, RepresentativeId, SupportSessionId } from './ids.ts';
import { JUMP_ERROR_CODES } from './jump-error.ts';

/** Names are shown as far as this; a summary must not grow by what somebody calls a file. */
const Name = z.string().max(512);

/** What a console reports of a session, because the appliance cannot see it: it relays unread. */
export const ReportedDeed = z.discriminatedUnion('did', [
  z.strictObject({ did: z.literal('shell-opened') }),
  z.strictObject({
    did: z.literal('transferred'),
    /** From the console's computer to the other one, or the other way. */
    way: z.enum(['sent', 'received']),
    name: Name,
    /** Null: not known. */
    bytes: z.int().min(0).nullable(),
    /** More than one: a folder. */
    files: z.int().min(0),
    outcome: z.enum(['done', 'failed', 'cancelled']),
  }),
  z.strictObject({ did: z.literal('screen-viewed') }),
  z.strictObject({ did: z.literal('screen-controlled') }),
]);
export type ReportedDeed = z.infer<typeof ReportedDeed>;

/** What the appliance saw itself. */
export const RecordedDeed = z.discriminatedUnion('did', [
  z.strictObject({ did: z.literal('joined') }),
  z.strictObject({ did: z.literal('left') }),
  z.strictObject({ did: z.literal('customer-lost') }),
  z.strictObject({ did: z.literal('customer-returned') }),
  /** The customer is asked whether a Jump Client may be installed. */
  z.strictObject({ did: z.literal('pin-asked') }),
  /** The customer has allowed it. */
  z.strictObject({ did: z.literal('pin-allowed') }),
  /** Nobody was asked. */
  z.strictObject({ did: z.literal('pin-begun') }),
  z.strictObject({ did: z.literal('pin-failed'), code: z.enum(JUMP_ERROR_CODES) }),
  z.strictObject({ did: z.literal('pinned'), as: Name }),
]);
export type RecordedDeed = z.infer<typeof RecordedDeed>;

export const SummaryEntry = z.strictObject({
  at: EpochMs,
  /** Which representative it is about; null: the customer. */
  who: Name.nullable(),
  /** Not null: their console said so, by this number of its own. */
  reportId: z.uuid().nullable(),
  deed: z.discriminatedUnion('did', [...RecordedDeed.options, ...ReportedDeed.options]),
});
export type SummaryEntry = z.infer<typeof SummaryEntry>;

/** How it ended; `appliance-restarted`: no session outlives the appliance's process. */
export const SummaryEnd = z.enum([...SessionEndReason.options, 'appliance-restarted']);
export type SummaryEnd = z.infer<typeof SummaryEnd>;

/** A session in a line of a list. */
export const SessionSummaryHead = z.strictObject({
  id: SupportSessionId,
  jumpItemId: JumpItemId.nullable(),
  /** What its tab was called. */
  name: Name,
  hostname: Name,
  /** What the customer called themselves; null: jumped to, with nobody there to be asked. */
  customer: Name.nullable(),
  startedBy: Name,
  /** Everybody who took part, who began it first. */
  representatives: z.array(Name),
  startedAt: EpochMs,
  endedAt: EpochMs.nullable(),
  end: SummaryEnd.nullable(),
});
export type SessionSummaryHead = z.infer<typeof SessionSummaryHead>;

/** Who, when, and what was done: kept by the appliance beyond the session's end. */
export const SessionSummary = z.strictObject({
  ...SessionSummaryHead.shape,
  /** Rises with each change. */
  revision: z.int().min(1),
  /** As many messages were written, as far as consoles reported. Never what they say. */
  chatMessages: z.int().min(0),
  entries: z.array(SummaryEntry),
  /** So much more happened than is kept. */
  omitted: z.int().min(0),
});
export type SessionSummary = z.infer<typeof SessionSummary>;

/** What is kept of a session, and who may read it. */
export const KeptSessionSummary = z.strictObject({
  summary: SessionSummary,
  participantIds: z.array(RepresentativeId),
});
export type KeptSessionSummary = z.infer<typeof KeptSessionSummary>;
