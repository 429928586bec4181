// Renderer ↔ main for one support session, over a MessagePort. Both ends of the port are the console's own code; what
// came from the computer was parsed in main (session-channel/) and stays bytes and text here.
import type { FilesEvent, FilesRequest } from './files-port.ts';
import type { ChannelClosed, ScreenInput, SessionService } from './session-services.ts';

/** What may be typed or pasted at once, and what may wait for a computer that does not take it. */
export const MAX_INPUT_BYTES = 4 * 1024 * 1024;

export type SessionPortRequest =
  | { type: 'open-channel'; channel: number; service: SessionService }
  | { type: 'data'; channel: number; bytes: Uint8Array }
  /** So many bytes have been shown: the sender's credit grows by them. */
  | { type: 'consumed'; channel: number; byteCount: number }
  | { type: 'resize'; channel: number; columns: number; rows: number }
  | { type: 'screen-input'; channel: number; input: ScreenInput }
  | { type: 'close-channel'; channel: number }
  | { type: 'files'; request: FilesRequest };

export type SessionPortEvent =
  /** A channel exists: opened here, or found running when the console came back. */
  | { type: 'channel-opened'; channel: number; service: SessionService }
  /** `replayed`: printed before this console came. It is shown, but what it asks of a terminal is not answered again. */
  | { type: 'data'; channel: number; bytes: Uint8Array; replayed: boolean }
  /** `refused`: too much waits for the computer, and nothing of the last `data` is sent. Later it is `accepted` again. */
  | { type: 'input'; channel: number; state: 'refused' | 'accepted' }
  | { type: 'channel-closed'; channel: number; closed: ChannelClosed }
  | { type: 'files'; event: FilesEvent }
  | { type: 'link'; state: SessionLinkState };

/**
 * `waiting`: the console is connected, the computer is not. `broken`: the computer sent what no Jump Client sends; nothing
 * more of it is read.
 */
export type SessionLinkState = 'connecting' | 'connected' | 'waiting' | 'broken' | 'ended';
