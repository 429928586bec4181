// Renderer ↔ main for the bytes between a VNC server and its tab, over a MessagePort. Main opens the connection and
// reads none of it; what the server sends is hostile until the screen has decoded it.

/** Main sends so many bytes that the tab has not taken yet, and then reads no more: a fast server grows no memory. */
export const VNC_CREDIT_BYTES = 1024 * 1024;

/** So much may wait for a server that takes nothing; then the connection is given up. */
export const MAX_VNC_WAITING_BYTES = 4 * 1024 * 1024;

/** The longest message of the tab: all that it sends is small, text from the clipboard excepted. */
export const MAX_VNC_INPUT_BYTES = 1024 * 1024;

export type VncPortRequest =
  | { type: 'data'; bytes: Uint8Array }
  /** So many bytes have been taken: main's credit grows by them. */
  | { type: 'consumed'; byteCount: number };

export type VncPortEvent =
  | { type: 'connected' }
  | { type: 'data'; bytes: Uint8Array }
  /** The last event. */
  | { type: 'closed'; trouble: VncTrouble };

/** Why there is no connection; what the system calls it stands beside it. */
export type NetworkTrouble =
  | 'refused'
  | 'unknown-name'
  | 'no-answer'
  | 'no-route'
  | 'reset'
  | 'not-allowed'
  | 'other';

/**
 * `unreachable`: it never came about. `lost`: it was there. `closed`: the server closed it. `stalled`: the server takes
 * nothing of what is sent.
 */
export type VncTrouble =
  | { kind: 'unreachable' | 'lost'; trouble: NetworkTrouble; systemCode: string }
  | { kind: 'closed' | 'stalled' };
