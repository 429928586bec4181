import { z } from 'zod';
import { type KeptChat, MOST_WAITING } from '#app/chat/chat-log.ts';
import { UnsentMessage } from '#app/contracts/chat.ts';

/** What of a session's chat outlives a window that is loaded again, or a console that is started anew. */
export type KeptSessionChat = KeptChat & { readonly draft: string };

export type ChatKeeper = {
  load(): KeptSessionChat;
  save(kept: KeptSessionChat): void;
  /** The session is over. */
  forget(): void;
};

const Kept = z.strictObject({
  draft: z.string(),
  waiting: z.array(UnsentMessage).max(MOST_WAITING),
  readSeq: z.int().min(0),
});
const NOTHING: KeptSessionChat = { draft: '', waiting: [], readSeq: 0 };

/** Where what is not said yet outlives the window. */
export type LastingChatText = {
  load(): Pick<KeptSessionChat, 'draft' | 'waiting'> | undefined;
  save(kept: Pick<KeptSessionChat, 'draft' | 'waiting'>): void;
};

/** Of what is typed, this much may be lost by a console that is killed. */
export const SAVE_AFTER_MS = 300;

type Options = {
  sessionId: string;
  /** The window's own: at once, and all of it. */
  storage: Storage;
  lasting: LastingChatText;
  after: (milliseconds: number, run: () => void) => () => void;
};

/** Keeps it with the window, and what is not said yet beyond it, until the session is over. */
export function createChatKeeper({ sessionId, storage, lasting, after }: Options): ChatKeeper {
  const key = `chat:${sessionId}`;
  let cancelSaving: (() => void) | null = null;
  let latest: KeptSessionChat = NOTHING;
  const save = () => {
    cancelSaving = null;
    lasting.save({ draft: latest.draft, waiting: latest.waiting });
  };
  return {
    load() {
      const text = storage.getItem(key);
      const kept = text === null ? undefined : Kept.safeParse(parse(text)).data;
      latest = kept ?? { ...NOTHING, ...lasting.load() };
      return latest;
    },
    save(kept) {
      const isSame = kept.draft === latest.draft && kept.waiting === latest.waiting;
      latest = kept;
      storage.setItem(key, JSON.stringify(kept));
      if (!isSame) cancelSaving ??= after(SAVE_AFTER_MS, save);
    },
    forget() {
      storage.removeItem(key);
      cancelSaving?.();
      latest = NOTHING;
      save();
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // not of this program
  }
}
