import { z } from 'zod';
import { DeviceApps } from './device-apps.ts';
import { EpochMs, JumpItemId, RepresentativeId, SupportSessionId } from './ids.ts';
import { JUMP_ERROR_CODES } from './jump-error.ts';
import { Platform, ReportedText } from './jump-item.ts';

/** The person at a computer that joined with a session key, and that computer as it reports itself. */
export const Customer = z.strictObject({
  name: ReportedText,
  hostname: ReportedText,
  platform: Platform,
  operatingSystem: ReportedText,
  /** *Offline*: its connection is lost, and it may come back within the session's grace. */
  presence: z.enum(['online', 'offline']),
  /** Whether its program runs with the rights of a service (R2.9). */
  mode: z.enum(['service', 'user']),
  /** Of an Android device; what is no device leaves it out. */
  apps: DeviceApps.optional(),
});
export type Customer = z.infer<typeof Customer>;

/** A pin that is under way in a session. */
export const PendingPin = z.strictObject({
  representativeId: RepresentativeId,
  state: z.enum(['asking', 'installing']),
  percent: z.int().min(0).max(100).nullable(),
});
export type PendingPin = z.infer<typeof PendingPin>;

/** A pin that was begun and came to nothing: whose it was, and why, as its command was refused. */
export const FailedPin = z.strictObject({
  representativeId: RepresentativeId,
  code: z.enum(JUMP_ERROR_CODES),
  detail: z.string().optional(),
});
export type FailedPin = z.infer<typeof FailedPin>;

/** A live connection between representatives and a computer; one tab in each one's console. An ended one is gone. */
export const SupportSession = z.strictObject({
  id: SupportSessionId,
  /** The item that was jumped to, or that the computer was pinned as; null for a computer that is none. */
  jumpItemId: JumpItemId.nullable(),
  /** The item's name, or the customer's: it identifies the tab (R2.2). */
  name: z.string(),
  /** Who began it. */
  representativeId: RepresentativeId,
  invitedIds: z.array(RepresentativeId),
  /** What they are called: who began it, then those invited, in the order of their ids. */
  representativeNames: z.array(z.string()),
  startedAt: EpochMs,
  /** Null: jumped to, with nobody there to be asked. */
  customer: Customer.nullable(),
  pin: PendingPin.nullable(),
  /** What became of the last one; null: it was pinned, there was none yet, or another is under way. */
  failedPin: FailedPin.nullable(),
});
export type SupportSession = z.infer<typeof SupportSession>;

/** All who take part, who began it first. */
export function participantIds({
  representativeId,
  invitedIds,
}: SupportSession): readonly RepresentativeId[] {
  return [representativeId, ...invitedIds];
}

/** Whether a representative takes part in a session. */
export function takesPart({ representativeId, invitedIds }: SupportSession, id: RepresentativeId): boolean {
  return representativeId === id || invitedIds.includes(id);
}
