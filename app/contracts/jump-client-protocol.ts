// Jump Client ↔ appliance: Socket.IO at /jump-client, opened by the Jump Client only (R5.1).
import { z } from 'zod';
import { EpochMs, JumpItemId, RepresentativeId, SupportSessionId } from '../domain/ids.ts';
import { ReportedText, RestReason } from '../domain/jump-item.ts';
import { StatisticsUpdate } from '../domain/statistics.ts';

export const JUMP_CLIENT_PATH = '/jump-client';
export const JUMP_CLIENT_PROTOCOL = 1;

/** Sparing with bandwidth and battery (R5.1); a silent Jump Client is offline within 45 s. */
export const JUMP_CLIENT_HEARTBEAT = { pingInterval: 25_000, pingTimeout: 20_000 } as const;

/** 256 random bits in base64url, made on the computer and known to it alone; the appliance keeps a hash. */
export const JumpClientSecret = z.string().regex(/^[\w-]{43}$/);

/**
 * What a Jump Client says in Socket.IO's `auth`. The first time it registers with an installer key; the same secret
 * again gives the same identity, so that a lost answer registers nothing twice. From then on the secret is all it needs.
 */
export const JumpClientHandshake = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('register'),
    protocol: z.literal(JUMP_CLIENT_PROTOCOL),
    installerKey: z.string().min(1).max(128),
    secret: JumpClientSecret,
    hostname: ReportedText.min(1),
  }),
  z.strictObject({
    kind: z.literal('known'),
    protocol: z.literal(JUMP_CLIENT_PROTOCOL),
    jumpClientId: JumpItemId,
    secret: JumpClientSecret,
  }),
]);
export type JumpClientHandshake = z.infer<typeof JumpClientHandshake>;

/** The messages of connect_error at this door. */
export const JUMP_CLIENT_REFUSALS = [
  'installer-key-refused',
  'jump-client-unknown',
  'appliance-incompatible',
  'deployable-limit-reached',
  'active-deployable-limit-reached',
] as const;
export type JumpClientRefusal = (typeof JUMP_CLIENT_REFUSALS)[number];

/** 256 random bits in base64url, and their SHA-256 in base64url. */
const RemovalKey = z.string().regex(/^[\w-]{43}$/);
const RemovalDigest = z.string().regex(/^[\w-]{43}$/);

/**
 * Appliance → Jump Client, once a connection. The Jump Client keeps the `removalDigest` of its first welcome: whoever is
 * to tell it to uninstall itself shows what has this digest.
 */
export const JumpClientWelcome = z.strictObject({
  jumpClientId: JumpItemId,
  name: z.string(),
  removalDigest: RemovalDigest,
});
export type JumpClientWelcome = z.infer<typeof JumpClientWelcome>;

/** Jump Client → appliance; acknowledged with `{}`. */
export const jumpClientReports = {
  /** With the computer's own time: where its clock is wrong, so is what it knows of its start. */
  'statistics:report': z.strictObject({ statistics: StatisticsUpdate, sentAt: EpochMs }),
  /** Its user allows no sessions for now (R5.4), or allows them again. */
  'jump-client:disable': z.strictObject({ disabled: z.boolean() }),
  /** It closes its connection until its user's conditions are met again (R5.5). */
  'jump-client:rest': z.strictObject({ because: RestReason }),
  /** It is being uninstalled by its user: the item stays listed as such (R1.12). */
  'jump-client:uninstall': z.strictObject({}),
} as const;
export type JumpClientReportName = keyof typeof jumpClientReports;

/**
 * Appliance → Jump Client: open a socket of the session's own with this token, to this representative. Each one who takes
 * part has such a link. Acknowledged with `SessionStartOutcome`.
 */
export const SessionStart = z.strictObject({
  sessionId: SupportSessionId,
  representativeId: RepresentativeId,
  /** What the representative is called, for those who are shown who is there. */
  representativeName: z.string().max(256),
  sessionToken: z.string().max(128),
});
export type SessionStart = z.infer<typeof SessionStart>;

export const SessionStartOutcome = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({ ok: z.literal(false), reason: z.enum(['failed', 'disabled']) }),
]);
export type SessionStartOutcome = z.infer<typeof SessionStartOutcome>;

/**
 * Appliance → Jump Client: its item is gone, it is to uninstall itself (R1.9, R1.12). Said while it is connected, or
 * instead of a welcome when it comes back; acknowledged with `{}` once it will finish that by itself, even after a power
 * cut. One that gets a key which does not fit does not answer, and stays.
 */
export const JumpClientRemoved = z.strictObject({ removalKey: RemovalKey });
export type JumpClientRemoved = z.infer<typeof JumpClientRemoved>;

/** Event names, appliance → Jump Client. */
export const JUMP_CLIENT_EVENTS = {
  removed: 'jump-client:removed',
  welcome: 'jump-client:welcomed',
  startSession: 'support-session:start',
} as const;
