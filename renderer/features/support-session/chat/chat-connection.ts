import { type ChatLog, type ChatState, createChatLog, NO_CHAT } from '#app/chat/chat-log.ts';
import { createJsonLines, encodeJsonLine, UnreadableLine } from '#app/chat/json-lines.ts';
import { ChatNews, MAX_CHAT_LINE_BYTES } from '#app/contracts/chat.ts';
import type { SessionLinkState, SessionPortRequest } from '#app/contracts/session-port.ts';
import type { SessionService } from '#app/contracts/session-services.ts';
import type { ChatKeeper } from './kept-chat.ts';

/** How often a computer's word is read: one that floods waits for its credit. */
export const READ_EVERY_MS = 50;

export type ChatSnapshot = ChatState & {
  /** What is being written. */
  readonly draft: string;
  /** Why there is no chat although the line is there. */
  readonly trouble: 'stopped' | 'unreadable' | null;
};
export const EMPTY_CHAT: ChatSnapshot = { ...NO_CHAT, draft: '', trouble: null };

/** A session's chat as its pane shows it. */
export type ChatView = {
  snapshot(): ChatSnapshot;
  subscribe(onChange: () => void): () => void;
  /** Says the draft, which is empty afterwards. */
  send(): ReturnType<ChatLog['write']>;
  setDraft(draft: string): void;
  /** What has arrived is being looked at. */
  read(): void;
  openAgain(): void;
};

/** The chat's part of a session's port. */
export type ChatConnection = ChatView & {
  owns(channel: number): boolean;
  data(bytes: Uint8Array): void;
  closed(): void;
  linkChanged(link: SessionLinkState): void;
  dispose(): void;
};

type Options = {
  requestChannel: (service: SessionService) => number;
  send: (request: SessionPortRequest) => void;
  after: (milliseconds: number, run: () => void) => () => void;
  now: () => number;
  newId: () => string;
  keeper: ChatKeeper;
};

export function createChatConnection(options: Options): ChatConnection {
  const { requestChannel, send, after, now, newId, keeper } = options;
  const listeners = new Set<() => void>();
  const { draft, ...kept } = keeper.load();
  let channel: { number: number; lines: (bytes: Uint8Array) => unknown[] } | null = null;
  let unread: Uint8Array[] = [];
  let isResting = false;
  let cancelRest = () => {};
  let current: ChatSnapshot = { ...EMPTY_CHAT, ...kept, draft };

  const log = createChatLog({
    say(words) {
      if (channel !== null) send({ type: 'data', channel: channel.number, bytes: encodeJsonLine(words) });
    },
    newId,
    now,
    kept,
    onChange: () => change({}),
  });

  function change(part: Partial<Pick<ChatSnapshot, 'draft' | 'trouble'>>): void {
    const before = current;
    current = { ...current, ...log.state(), ...part };
    const { waiting, readSeq } = current;
    if (before.draft !== current.draft || before.waiting !== waiting || before.readSeq !== readSeq)
      keeper.save({ draft: current.draft, waiting, readSeq });
    for (const listener of listeners) listener();
  }

  function open(): void {
    channel = {
      number: requestChannel({ service: 'chat' }),
      lines: createJsonLines(MAX_CHAT_LINE_BYTES),
    };
    change({ trouble: null });
  }

  function lose(trouble: ChatSnapshot['trouble']): void {
    channel = null;
    unread = [];
    log.lost();
    change({ trouble });
  }

  function read(): void {
    if (channel === null) return;
    isResting = true;
    cancelRest = after(READ_EVERY_MS, () => {
      isResting = false;
      if (unread.length > 0) read();
    });
    const { number, lines } = channel;
    const pieces = unread;
    unread = [];
    for (const bytes of pieces) {
      send({ type: 'consumed', channel: number, byteCount: bytes.byteLength });
      const news = readNews(lines, bytes);
      if (news === null) {
        send({ type: 'close-channel', channel: number });
        lose('unreadable');
        return;
      }
      for (const one of news) log.receive(one);
    }
    log.acknowledge();
  }

  return {
    snapshot: () => current,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    send() {
      const outcome = log.write(current.draft);
      if (outcome.ok) change({ draft: '' });
      return outcome;
    },
    setDraft(text) {
      change({ draft: text });
      log.typed(text.trim() === '');
    },
    read: () => log.read(),
    openAgain: open,
    owns: (number) => channel?.number === number,
    data(bytes) {
      unread.push(bytes);
      if (!isResting) read();
    },
    closed: () => lose('stopped'),
    linkChanged(link) {
      // One that was closed on purpose is opened again by a person: a computer could keep closing it.
      if (link === 'connected' && channel === null) open();
      if (link === 'ended') keeper.forget();
    },
    dispose() {
      cancelRest();
      listeners.clear();
    },
  };
}

function readNews(lines: (bytes: Uint8Array) => unknown[], bytes: Uint8Array): ChatNews[] | null {
  try {
    const news = lines(bytes).map((value) => ChatNews.safeParse(value).data);
    return news.every((one) => one !== undefined) ? news : null;
  } catch (error) {
    if (error instanceof UnreadableLine) return null;
    throw error;
  }
}
