import { z } from 'zod';
import { EpochMs, JumpGroupId, JumpItemId } from './ids.ts';

export const JUMP_METHODS = ['jump-client', 'local-rdp', 'local-vnc'] as const;
export type JumpMethod = (typeof JUMP_METHODS)[number];

export const PLATFORMS = ['windows', 'mac', 'linux', 'android'] as const;
export const Platform = z.enum(PLATFORMS);
export type Platform = z.infer<typeof Platform>;

/** *Offline* and *uninstalled* are not reachable; *disabled* is connected, but its user allows no session. */
export const PRESENCES = ['online', 'offline', 'disabled', 'uninstalled'] as const;
export const Presence = z.enum(PRESENCES);
export type Presence = z.infer<typeof Presence>;

/** Why a device is off for now: its user allows it no battery, or no mobile data (R5.5). */
export const RestReason = z.enum(['battery', 'mobile-data']);
export type RestReason = z.infer<typeof RestReason>;

/** Text that a computer reports about itself: hostile until shown as text, and never longer than this. */
export const ReportedText = z.string().max(256);

// Names, tags and comments are checked where people write them (text-limits.ts). A row carries what was stored.
const common = {
  id: JumpItemId,
  name: z.string(),
  /** Host name or address: what the column Hostname/IP shows. */
  hostname: ReportedText,
  jumpGroupId: JumpGroupId,
  tag: z.string().nullable(),
  comments: z.string(),
  lastAccessedAt: EpochMs.nullable(),
  /** Rises with name, group, tag and comments, and with a shortcut's address. A command names the one that the representative saw. */
  propertiesRev: z.int(),
};

/** A row of the list: what columns show and search reads. Load and history travel apart, for selected items only. */
export const JumpClient = z.strictObject({
  ...common,
  method: z.literal('jump-client'),
  /** Active: always connected. Passive: waits to be called on an address (R5.3). */
  connection: z.enum(['active', 'passive']),
  presence: Presence,
  presenceSince: EpochMs,
  /** Where it is offline by its own choice, why; left out by nearly every row. */
  offlineBecause: RestReason.optional(),
  /** Rises with presence and version, never with statistics. */
  presenceRev: z.int(),
  /** Display names of the representatives with a live support session on it. */
  inSessionWith: z.array(z.string()),
  platform: Platform,
  mode: z.enum(['service', 'user']),
  version: ReportedText,
  operatingSystem: ReportedText,
  consoleUser: ReportedText,
  domain: ReportedText,
  workGroup: ReportedText,
  publicIp: ReportedText,
  privateIp: ReportedText,
  bootedAt: EpochMs.nullable(),
});
export type JumpClient = z.infer<typeof JumpClient>;

/** A Jump Item with no client: the representative's own computer connects. */
export const JumpShortcut = z.strictObject({
  ...common,
  method: z.enum(['local-rdp', 'local-vnc']),
  port: z.int().min(1).max(65_535).nullable(),
});
export type JumpShortcut = z.infer<typeof JumpShortcut>;

export const JumpItem = z.discriminatedUnion('method', [JumpClient, JumpShortcut]);
export type JumpItem = z.infer<typeof JumpItem>;

export function isJumpClient(item: JumpItem): item is JumpClient {
  return item.method === 'jump-client';
}

/** Its last values are all there will be (R1.12). */
export function isGone({ presence }: Pick<JumpClient, 'presence'>): boolean {
  return presence === 'offline' || presence === 'uninstalled';
}
