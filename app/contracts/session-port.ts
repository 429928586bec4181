// Renderer ↔ main for one support session, over a MessagePort. Both ends of the port are the console's own code; what
// came from the computer was parsed in main (session-channel/) and stays bytes and text here.
import type { ChannelClosed, SessionService } from './session-services.ts';

export type SessionPortRequest =
  | { type: 'open-channel'; channel: number; service: SessionService }
  | { type: 'data'; channel: number; bytes: Uint8Array }
  /** So many bytes have been shown: the sender's credit grows by them. */
  | { type: 'consumed'; channel: number; byteCount: number }
  | { type: 'resize'; channel: number; columns: number; rows: number }
  | { type: 'close-channel'; channel: number };

export type SessionPortEvent =
  /** A channel exists: opened here, or found running when the console came back. */
  | { type: 'channel-opened'; channel: number; service: SessionService }
  | { type: 'data'; channel: number; bytes: Uint8Array }
  | { type: 'channel-closed'; channel: number; closed: ChannelClosed }
  | { type: 'link'; state: SessionLinkState };

/** `waiting`: the console is connected, the computer is not. */
export type SessionLinkState = 'connecting' | 'connected' | 'waiting' | 'ended';
