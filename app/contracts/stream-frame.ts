import type { applianceEvents } from './appliance-protocol.ts';

export const STREAM_EVENT = 'stream:sent' satisfies keyof typeof applianceEvents;

/** How Socket.IO writes an event without a namespace: its type, 2, and its name and payload as a JSON array. */
const [BEGINNING, END] = [`2["${STREAM_EVENT}",`, ']'];

/**
 * The frame of a message of the stream, as Socket.IO's own parser would write it. Both ends have the message as text: the
 * appliance made it row by row, and the console hands it on to its page (`docs/decisions/0025`).
 */
export function streamFrame(messageJson: string): string {
  return `${BEGINNING}${messageJson}${END}`;
}

/** The text of the message in a frame, not yet read; null for every other frame. */
export function messageJsonOf(frame: unknown): string | null {
  if (typeof frame !== 'string' || !frame.startsWith(BEGINNING) || !frame.endsWith(END)) return null;
  return frame.slice(BEGINNING.length, -END.length);
}
