// Support client ↔ appliance: Socket.IO at /customer, opened by the program that a customer started, for one session.
import { z } from 'zod';
import { DeviceApps } from '../domain/device-apps.ts';
import { SupportSessionId } from '../domain/ids.ts';
import { SessionKey } from '../domain/session-key.ts';
import { Customer } from '../domain/support-session.ts';
import { JumpClientSecret } from './jump-client-protocol.ts';
import { SessionEndReason } from './session-link.ts';

export const CUSTOMER_PATH = '/customer';
export const CUSTOMER_PROTOCOL = 1;
export const CUSTOMER_HEARTBEAT = { pingInterval: 5_000, pingTimeout: 4_000 } as const;

/**
 * What a support client says in Socket.IO's `auth`: the first time the key that the representative told, with a secret of
 * its own; from then on the secret alone brings it back into its session.
 */
export const CustomerHandshake = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('session-key'),
    protocol: z.literal(CUSTOMER_PROTOCOL),
    sessionKey: SessionKey,
    secret: JumpClientSecret,
    computer: Customer.omit({ presence: true }),
  }),
  z.strictObject({
    kind: z.literal('return'),
    protocol: z.literal(CUSTOMER_PROTOCOL),
    sessionId: SupportSessionId,
    secret: JumpClientSecret,
  }),
]);
export type CustomerHandshake = z.infer<typeof CustomerHandshake>;

/**
 * The messages of connect_error at this door. A wrong key, a used one and an expired one are told alike;
 * `too-many-attempts`: so many wrong keys come in that this one was not even looked at.
 */
export const CUSTOMER_REFUSALS = [
  'session-key-refused',
  'too-many-attempts',
  'session-ended',
  'appliance-incompatible',
] as const;
export type CustomerRefusal = (typeof CUSTOMER_REFUSALS)[number];

/** Appliance → support client, once a connection, and whenever who takes part changes. */
export const CustomerWelcome = z.strictObject({
  sessionId: SupportSessionId,
  siteName: z.string(),
  /** Who takes part, by their display names; the one who made the key comes first. */
  representatives: z.array(z.string()),
});
export type CustomerWelcome = z.infer<typeof CustomerWelcome>;

/** Names one pin of a session. */
export const PinId = z.uuid();
/** A customer who has not answered within this is not asked any more. */
export const PIN_ANSWER_MS = 60_000;
/**
 * Appliance → support client: may a Jump Client be installed here? Said anew when it comes back meanwhile; `leftMs`: how
 * long an answer is waited for, from now on.
 */
export const PinAsked = z.strictObject({
  pinId: PinId,
  representative: z.string(),
  leftMs: z.int().min(0).max(PIN_ANSWER_MS),
});
export type PinAsked = z.infer<typeof PinAsked>;
/** Appliance → support client: install a Jump Client that registers with this key, which is good once. */
export const PinOrdered = z.strictObject({ pinId: PinId, installerKey: z.string().max(128) });
export type PinOrdered = z.infer<typeof PinOrdered>;
/**
 * Appliance → support client: the pin is over; unless it is pinned, nothing of it is to stay. Said anew when it comes back,
 * until another is asked for or ordered: it may have been away when that happened.
 */
export const PinEnded = z.strictObject({ pinId: PinId, pinned: z.boolean() });
export type PinEnded = z.infer<typeof PinEnded>;
/**
 * Why nothing is installed on the computer: a Jump Client of this appliance runs there already (told instead of an answer,
 * too), its disk is full, its folder cannot be written, the program did not start.
 */
export const PinFailure = z.enum(['already-pinned', 'full', 'unwritable', 'unstarted', 'other']);
export type PinFailure = z.infer<typeof PinFailure>;

/** Support client → appliance; acknowledged with `{}`. What is about a pin that is over changes nothing. */
export const customerReports = {
  'pin:answer': z.strictObject({ pinId: PinId, allowed: z.boolean() }),
  'pin:progress': z.strictObject({ pinId: PinId, percent: z.int().min(0).max(100) }),
  'pin:fail': z.strictObject({ pinId: PinId, reason: PinFailure }),
  /** An app came to the device, went, or is of another version now (R2.10). */
  'device:report': z.strictObject({ apps: DeviceApps }),
  /** The customer ends the session. */
  'support-session:end': z.strictObject({}),
} as const;
export type CustomerReportName = keyof typeof customerReports;

/** Appliance → support client: the session is over, whoever ended it. The connection closes after it. */
export const CustomerSessionEnded = z.strictObject({ reason: SessionEndReason });
export type CustomerSessionEnded = z.infer<typeof CustomerSessionEnded>;

/** Event names, appliance → support client. A session is started as on a Jump Client (`SessionStart`). */
export const CUSTOMER_EVENTS = {
  welcome: 'support-session:welcomed',
  startSession: 'support-session:start',
  pinAsked: 'pin:asked',
  pinOrdered: 'pin:ordered',
  pinEnded: 'pin:ended',
  ended: 'support-session:ended',
} as const;
