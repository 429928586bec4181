import { countCodePoints } from '../domain/text-limits.ts';
import { type Result, refusal, success } from '../lib/result.ts';

/** How long one message may be, in code points. A longer one is refused, never shortened. */
export const MOST_CHAT_CODE_POINTS = 4_000;

export type ChatTextRefusal = 'empty' | 'too-long';

const LINE_END = /\r\n?|[\u0085\u2028\u2029]/g;
/** Beside tab and line feed they show nothing, and in a terminal they do something. */
const CONTROL = /(?![\n\t])\p{Control}/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const SOMETHING_TO_SEE = /[^\s\p{Format}\p{Separator}]/u;

/**
 * What was written, as it is sent: NFC, lines that end with a line feed, no control characters, no halves of characters,
 * nothing blank at its ends. Idempotent.
 */
export function cleanChatText(text: string): string {
  const plain = text.replace(LINE_END, '\n').replace(CONTROL, '').replace(LONE_SURROGATE, '\ufffd');
  return plain.normalize('NFC').replace(/^\s*\n|\s+$/g, '');
}

/** The one check of a message, by who writes it and by who takes it. @returns it as it is sent, or why it is not */
export function checkChatText(text: string): Result<string, ChatTextRefusal> {
  const clean = cleanChatText(text);
  if (!SOMETHING_TO_SEE.test(clean)) return refusal('empty');
  return countCodePoints(clean) > MOST_CHAT_CODE_POINTS ? refusal('too-long') : success(clean);
}
