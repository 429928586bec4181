import { z } from 'zod';

const id = z.string().min(1).max(64);

export const JumpItemId = id.brand<'JumpItemId'>();
export type JumpItemId = z.infer<typeof JumpItemId>;

export const JumpGroupId = id.brand<'JumpGroupId'>();
export type JumpGroupId = z.infer<typeof JumpGroupId>;

export const RepresentativeId = id.brand<'RepresentativeId'>();
export type RepresentativeId = z.infer<typeof RepresentativeId>;

export const SupportSessionId = id.brand<'SupportSessionId'>();
export type SupportSessionId = z.infer<typeof SupportSessionId>;

/** A Local VNC connection that main holds for this window: named anew for each connection. */
export const VncLinkId = z.uuid().brand<'VncLinkId'>();
export type VncLinkId = z.infer<typeof VncLinkId>;

/** Names one command of one representative: a repeat with the same id does nothing twice. */
export const OpId = z.uuid().brand<'OpId'>();
export type OpId = z.infer<typeof OpId>;

/** Milliseconds since 1970-01-01 UTC, on the appliance's clock unless a name says otherwise. */
export const EpochMs = z.int();
export type EpochMs = z.infer<typeof EpochMs>;
