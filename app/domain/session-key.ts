import { z } from 'zod';

/** What a representative tells a customer, who joins the support session with it. Easily spoken, so it is short-lived. */
export const SessionKey = z.string().regex(/^\d{7}$/);

/** As people write it down: blanks, dashes, and the digits of their keyboard, as wide ones. Null: it is none. */
export function parseSessionKey(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/[\s\p{Dash}]/gu, '');
  return SessionKey.safeParse(digits).data ?? null;
}

/** So many keys of one representative wait for a customer; a further one takes the oldest one's place. */
export const MAX_OPEN_SESSION_KEYS = 5;

/** A key that nobody used is good for this long; used once, it is good no more. */
export const SESSION_KEY_VALID_MS = 20 * 60_000;

/** Where a customer reads how to join, at the appliance's address. It tells nothing of whether a key is good. */
export function portalPath(sessionKey: string): string {
  return `/session/${sessionKey}`;
}
