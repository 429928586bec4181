import type { ChatMessage } from '../contracts/chat.ts';

/** So much of a session's chat is kept, by the computer's program and by each console: the newest. */
export const MOST_KEPT_MESSAGES = 500;
export const MOST_KEPT_UNITS = 400_000;

/** The newest messages that are kept; the list itself where that is all. Counts UTF-16 units: it is about memory. */
export function clipTranscript(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  let units = 0;
  let from = messages.length;
  while (from > 0 && messages.length - from < MOST_KEPT_MESSAGES) {
    units += messages[from - 1]?.text.length ?? 0;
    if (units > MOST_KEPT_UNITS) break;
    from -= 1;
  }
  return from === 0 ? messages : messages.slice(from);
}
