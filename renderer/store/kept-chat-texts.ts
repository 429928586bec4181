// What was written in chats and is not said yet, as the preferences keep it over a restart of the console. Pure.
import { type KeptChatText, LONGEST_KEPT_DRAFT, MOST_KEPT_CHATS } from '#app/contracts/preferences.ts';

/** So much of what waits to be sent is kept of a chat, in UTF-16 units; the rest lives as long as the window does. */
export const MOST_KEPT_WAITING = 48_000;

/** Takes what stands in one chat now; a chat in which nothing is unsaid takes no place, and the oldest gives way. */
export function keepChatText(
  kept: readonly KeptChatText[],
  { sessionId, draft, waiting }: KeptChatText,
): KeptChatText[] {
  const others = kept.filter((chat) => chat.sessionId !== sessionId);
  if (draft === '' && waiting.length === 0) return others;
  const bounded = { sessionId, draft: draft.slice(0, LONGEST_KEPT_DRAFT), waiting: asManyAsFit(waiting) };
  return [...others, bounded].slice(-MOST_KEPT_CHATS);
}

/** Forgets chats of sessions that are over. @returns the very same where nothing goes */
export function keepLiveChatTexts(
  kept: readonly KeptChatText[],
  liveIds: ReadonlySet<string>,
): readonly KeptChatText[] {
  const live = kept.filter(({ sessionId }) => liveIds.has(sessionId));
  return live.length === kept.length ? kept : live;
}

function asManyAsFit(waiting: KeptChatText['waiting']): KeptChatText['waiting'] {
  let room = MOST_KEPT_WAITING;
  return waiting.filter(({ text }) => {
    room -= text.length;
    return room >= 0;
  });
}
