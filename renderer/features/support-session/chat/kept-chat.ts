import { z } from 'zod';
import { type KeptChat, MOST_WAITING } from '#app/chat/chat-log.ts';
import { ChatMessageId, ChatWords } from '#app/contracts/chat.ts';

/** What of a session's chat outlives a window that is loaded again: nothing that was typed is lost by it. */
export type KeptSessionChat = KeptChat & { readonly draft: string };

export type ChatKeeper = {
  load(): KeptSessionChat;
  save(kept: KeptSessionChat): void;
  /** The session is over. */
  forget(): void;
};

const Text = ChatWords.options[0].shape.text;
const Kept = z.strictObject({
  draft: z.string(),
  waiting: z.array(z.strictObject({ id: ChatMessageId, text: Text })).max(MOST_WAITING),
  readSeq: z.int().min(0),
});
const NOTHING: KeptSessionChat = { draft: '', waiting: [], readSeq: 0 };

/** Keeps it with the window, and no longer than that. */
export function createChatKeeper(storage: Storage, sessionId: string): ChatKeeper {
  const key = `chat:${sessionId}`;
  return {
    load() {
      const text = storage.getItem(key);
      return text === null ? NOTHING : (Kept.safeParse(parse(text)).data ?? NOTHING);
    },
    save: (kept) => storage.setItem(key, JSON.stringify(kept)),
    forget: () => storage.removeItem(key),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // not of this program
  }
}
