// A support session's own socket: engine.io at /session, one for the console and one for the computer. The first
// message is text, a SessionHello with a token; after the appliance's `joined` every binary message is one frame of
// session-channel/frame.ts, which the appliance relays unread. Text messages are the appliance's own.
import { z } from 'zod';

export const SESSION_PATH = '/session';

/** A frame with its header; a larger message closes the socket. */
export const MAX_SESSION_FRAME_BYTES = 64 * 1024;

/** So much may wait in a session's socket; what else there is waits where the urgent can still go first. */
export const MAX_SOCKET_BYTES = 128 * 1024;

/** How long a session waits for a side whose connection was lost before it ends. */
export const SESSION_GRACE_MS = 120_000;

export const SESSION_HEARTBEAT = { pingInterval: 5_000, pingTimeout: 4_000 } as const;

/** Sent first. The token is single use. */
export const SessionHello = z.strictObject({ token: z.string().min(1).max(128) });
export type SessionHello = z.infer<typeof SessionHello>;

/** Who ended a session: a representative, the computer or the person at it, a side that did not come back, a start that failed. */
export const SessionEndReason = z.enum(['representative', 'computer', 'timeout', 'refused']);
export type SessionEndReason = z.infer<typeof SessionEndReason>;

/** Appliance → either side, as JSON text. */
export const SessionNotice = z.discriminatedUnion('type', [
  /**
   * Accepted. After a lost connection `rejoinToken` admits the computer once more. A console has none: it asks for a
   * token of its own each time, so that its representative's access is looked at again.
   */
  z.strictObject({ type: z.literal('joined'), rejoinToken: z.string().nullable() }),
  /** Whether the other side is there. Each time it comes, both sides greet with a hello frame. */
  z.strictObject({ type: z.literal('peer'), present: z.boolean() }),
  z.strictObject({ type: z.literal('ended'), reason: SessionEndReason }),
]);
export type SessionNotice = z.infer<typeof SessionNotice>;
