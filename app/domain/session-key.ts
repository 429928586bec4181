import { z } from 'zod';

/** What a representative tells a customer, who joins the support session with it. Easily spoken, so it is short-lived. */
export const SessionKey = z.string().regex(/^\d{7}$/);

/** A key that nobody used is good for this long; used once, it is good no more. */
export const SESSION_KEY_VALID_MS = 20 * 60_000;
