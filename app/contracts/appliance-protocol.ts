// Console ↔ appliance: Socket.IO at /console. Requests are acknowledged with a Reply; events are past tense.
import { z } from 'zod';
import { EpochMs, JumpGroupId, JumpItemId, OpId, RepresentativeId, SupportSessionId } from '../domain/ids.ts';
import { JUMP_ERROR_CODES } from '../domain/jump-error.ts';
import { JumpGroup } from '../domain/jump-group.ts';
import { JumpItem } from '../domain/jump-item.ts';
import { Member } from '../domain/member.ts';
import { Representative } from '../domain/representative.ts';
import { SessionKey } from '../domain/session-key.ts';
import { StatisticsReport } from '../domain/statistics.ts';
import { StatisticsHistory } from '../domain/statistics-history.ts';
import { SupportSession } from '../domain/support-session.ts';
import { Comments, JumpItemName, TagName } from '../domain/text-schemas.ts';
import { jumpItemCommands, SeenRevisions } from './jump-item-commands.ts';
import { KeptChoice, keptChoiceRequests } from './kept-choices.ts';
import { SessionSummaryChanged, sessionSummaryRequests } from './session-summaries.ts';

export const CONSOLE_PATH = '/console';
export const CONSOLE_PROTOCOL = 1;

/** No frame in either direction is larger, snapshot pages included. */
export const MAX_FRAME_BYTES = 64 * 1024;

/** A console that hears nothing is told within this that its connection is gone: 5 s between pings, 4 s to answer. */
export const CONSOLE_HEARTBEAT = { pingInterval: 5_000, pingTimeout: 4_000 } as const;

/** A pin is answered within this: how long the customer may think about it, and how long the installation may take. */
export const PIN_WITHIN_MS = 180_000;

/** What a console says in Socket.IO's `auth`. Refused with connect_error `sign-in-refused` or `appliance-incompatible`. */
export const ConsoleHandshake = z.strictObject({
  protocol: z.literal(CONSOLE_PROTOCOL),
  token: z.string().min(1).max(512),
});
export type ConsoleHandshake = z.infer<typeof ConsoleHandshake>;

export const StreamId = z.uuid().brand<'StreamId'>();
export type StreamId = z.infer<typeof StreamId>;

/** Rows as they are now, whole, and the ids of those that left: gone, or no longer visible. */
function changesOf<R extends z.ZodType, I extends z.ZodType>(row: R, rowId: I) {
  return z.strictObject({ upserted: z.array(row), removed: z.array(rowId) });
}
export const JumpItemChanges = changesOf(JumpItem, JumpItemId);
export type JumpItemChanges = z.infer<typeof JumpItemChanges>;
export const JumpGroupChanges = changesOf(JumpGroup, JumpGroupId);
export const MemberChanges = changesOf(Member, RepresentativeId);
export const SupportSessionChanges = changesOf(SupportSession, SupportSessionId);

/**
 * One message of a watch. `seq` counts from 1 within the watch; a gap means: watch anew.
 * `snapshot` is null once the watch is live; until then it says how far the snapshot is.
 */
export const StreamMessage = z.strictObject({
  streamId: StreamId,
  seq: z.int().min(1),
  snapshot: z.strictObject({ last: z.boolean(), jumpItemCount: z.int() }).nullable(),
  representative: Representative.optional(),
  jumpGroups: JumpGroupChanges.optional(),
  members: MemberChanges.optional(),
  jumpItems: JumpItemChanges.optional(),
  supportSessions: SupportSessionChanges.optional(),
});
export type StreamMessage = z.infer<typeof StreamMessage>;

export const StatisticsChanged = z.strictObject({ reports: z.array(StatisticsReport).max(50) });
export type StatisticsChanged = z.infer<typeof StatisticsChanged>;

/** A representative who is signed in, and could take part in a session. */
export const InvitableRepresentative = z.strictObject({ id: RepresentativeId, displayName: z.string() });
export type InvitableRepresentative = z.infer<typeof InvitableRepresentative>;

/** Every command carries these: a repeat with the same `opId` does nothing twice (`repeated`: it may have arrived before). */
const command = { opId: OpId, repeated: z.boolean() };

export const applianceRequests = {
  /** Begins the stream, or goes on with one that the appliance still keeps (two minutes after a disconnect). */
  'watch:start': {
    params: z.strictObject({
      resume: z.strictObject({ streamId: StreamId, acknowledgedSeq: z.int().min(0) }).nullable(),
    }),
    reply: z.strictObject({ streamId: StreamId, resumed: z.boolean(), applianceTime: EpochMs }),
  },
  /** Replaces the set of items whose statistics this console is told of. Invisible ones are left out silently. */
  'statistics:watch': {
    params: z.strictObject({ jumpItemIds: z.array(JumpItemId).max(50) }),
    reply: z.strictObject({}),
  },
  /** Refused with the jump messages of R7, `not-permitted` or `op-id-reused`; a repeat returns its session. */
  'jump-item:jump': {
    params: z.strictObject({ ...command, jumpItemId: JumpItemId, seen: SeenRevisions }),
    reply: z.strictObject({ sessionId: SupportSessionId }),
  },
  'jump-items:edit': jumpItemCommands['jump-items:edit'],
  'jump-items:remove': jumpItemCommands['jump-items:remove'],
  'jump-items:create-shortcut': jumpItemCommands['jump-items:create-shortcut'],
  'jump-items:import': jumpItemCommands['jump-items:import'],
  'jump-items:undo': jumpItemCommands['jump-items:undo'],
  'jump-items:list-undoable': jumpItemCommands['jump-items:list-undoable'],
  'jump-item:open-shortcut': jumpItemCommands['jump-item:open-shortcut'],
  /** A token for the session's own socket (`session-link.ts`); single use, a minute long. */
  'support-session:join': {
    params: z.strictObject({ sessionId: SupportSessionId }),
    reply: z.strictObject({ sessionToken: z.string() }),
  },
  /** Who began it ends it for all; who was invited leaves it. */
  'support-session:end': {
    params: z.strictObject({ ...command, sessionId: SupportSessionId }),
    reply: z.strictObject({}),
  },
  /** Who may be invited into a session now. Refused with `session-not-found`. */
  'support-session:list-invitable': {
    params: z.strictObject({ sessionId: SupportSessionId }),
    reply: z.strictObject({ representatives: z.array(InvitableRepresentative) }),
  },
  /**
   * Whoever takes part brings in a colleague, who has the session at once. Refused with `session-not-found`,
   * `representative-not-online`, `not-permitted` (a jump to this computer takes a right that the colleague has not), or as
   * a jump when the computer does not take it.
   */
  'support-session:invite': {
    params: z.strictObject({ ...command, sessionId: SupportSessionId, representativeId: RepresentativeId }),
    reply: z.strictObject({}),
  },
  /**
   * *Pin as Jump Client* (R2); without a name the item is called as its computer. Answered once that is installed, or not.
   * Refused in this order: `jump-group-not-found`, `not-permitted`, R7.5, R7.6, R7.4, R7.3, R7.1, R7.2; later with
   * `customer-refused`, `customer-no-answer` or `pin-failed`, or with R7.5 when the customer leaves meanwhile.
   */
  'support-session:pin': {
    params: z.strictObject({
      ...command,
      sessionId: SupportSessionId,
      name: JumpItemName.nullable(),
      jumpGroupId: JumpGroupId,
      tag: TagName.nullable(),
      comments: Comments,
    }),
    reply: z.strictObject({ jumpItemId: JumpItemId }),
  },
  ...sessionSummaryRequests,
  ...keptChoiceRequests,
  /** A key with which a customer joins a support session, which will have this id. It is good once. */
  'session-key:create': {
    params: z.strictObject({}),
    reply: z.strictObject({ sessionKey: SessionKey, sessionId: SupportSessionId, expiresAt: EpochMs }),
  },
} satisfies Record<string, { params: z.ZodType; reply: z.ZodType }>;
export type ApplianceRequests = typeof applianceRequests;
export type ApplianceRequestName = keyof ApplianceRequests;
export type ApplianceParams<N extends ApplianceRequestName> = z.infer<ApplianceRequests[N]['params']>;
export type ApplianceReply<N extends ApplianceRequestName> = z.infer<ApplianceRequests[N]['reply']>;

/** How every request is answered. */
export function replyEnvelope<R extends z.ZodType>(reply: R) {
  return z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value: reply }),
    z.strictObject({ ok: z.literal(false), code: z.enum(JUMP_ERROR_CODES), detail: z.string().optional() }),
  ]);
}
export type ReplyEnvelope<T> =
  | { ok: true; value: T }
  | { ok: false; code: (typeof JUMP_ERROR_CODES)[number]; detail?: string | undefined };

/** Console → appliance: everything up to `seq` has been applied. */
export const StreamAcknowledgement = z.strictObject({ streamId: StreamId, seq: z.int().min(1) });
export type StreamAcknowledgement = z.infer<typeof StreamAcknowledgement>;

/** Appliance → console. */
export const applianceEvents = {
  'stream:sent': StreamMessage,
  'statistics:changed': StatisticsChanged,
  /** One watched item's recent past: when it is first watched, and with each new sample or change of presence. */
  'statistics-history:changed': StatisticsHistory,
  /** Of those that this connection has read. */
  'session-summary:changed': SessionSummaryChanged,
  /** Of the representative's own, once this connection follows them. */
  'choice:changed': KeptChoice,
} as const;

/** Console → appliance. */
export const consoleEvents = { 'stream:acknowledged': StreamAcknowledgement } as const;
