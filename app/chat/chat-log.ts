import type { ChatMessage, ChatNews, ChatPerson, ChatWords } from '../contracts/chat.ts';
import { type Result, refusal, success } from '../lib/result.ts';
import { type ChatTextRefusal, checkChatText } from './chat-text.ts';
import { clipTranscript } from './clip-transcript.ts';

/** So many messages may wait for a line that is broken. */
export const MOST_WAITING = 100;
/** Typing is said anew when so long has passed. */
const TYPING_AGAIN_MS = 3_000;

/** A message that the computer's program has not taken yet. */
export type WaitingMessage = { readonly id: string; readonly text: string };
/** What must outlive a window that is loaded again. */
export type KeptChat = { readonly waiting: readonly WaitingMessage[]; readonly readSeq: number };

/** What one of those who take part sees. Replaced with each change. */
export type ChatState = {
  /** Which of the people this is; null until the computer's program has welcomed it. */
  readonly me: string | null;
  readonly people: readonly ChatPerson[];
  readonly messages: readonly ChatMessage[];
  readonly waiting: readonly WaitingMessage[];
  /** Messages were written before the oldest that is kept. */
  readonly hasEarlier: boolean;
  /** How far this clock is ahead of the computer's. */
  readonly aheadMs: number;
  readonly readSeq: number;
};

export const NO_CHAT: ChatState = {
  me: null,
  people: [],
  messages: [],
  waiting: [],
  hasEarlier: false,
  aheadMs: 0,
  readSeq: 0,
};

export type ChatLog = {
  state(): ChatState;
  receive(news: ChatNews): void;
  /** Nothing is lost: it is sent now, or once there is a line. */
  write(text: string): Result<null, ChatTextRefusal | 'too-many'>;
  /** Something was typed; `isEmpty`: and taken away again. */
  typed(isEmpty: boolean): void;
  /** Says how far everything has arrived, where that has not been said. */
  acknowledge(): void;
  /** There is no line any more; with the next `welcome` what waits is said again. */
  lost(): void;
  /** What has arrived has been seen. */
  read(): void;
};

type Options = {
  say: (words: ChatWords) => void;
  /** A random UUID. */
  newId: () => string;
  now: () => number;
  kept?: KeptChat;
  onChange: () => void;
};

/** One's own side of a session's chat: what was said, and what is still to be sent, each message once. */
export function createChatLog({ say, newId, now, kept, onChange }: Options): ChatLog {
  let state: ChatState = { ...NO_CHAT, ...kept };
  let isWelcome = false;
  let saidTypingAt: number | null = null;
  let acknowledgedSeq = 0;

  function change(part: Partial<ChatState>): void {
    state = { ...state, ...part };
    onChange();
  }

  function beWelcomed({ you, now: theirs, firstSeq }: Extract<ChatNews, { say: 'welcome' }>): void {
    isWelcome = true;
    // What is known already goes on where it ended; unless so much was said meanwhile that a part of it is gone.
    const isGap = firstSeq > lastSeq() + 1;
    change({
      me: you,
      aheadMs: now() - theirs,
      ...(isGap && { messages: [], hasEarlier: true }),
    });
    for (const { id, text } of state.waiting) say({ say: 'write', id, text });
  }

  function lastSeq(): number {
    return state.messages.at(-1)?.seq ?? 0;
  }

  function take(message: ChatMessage): void {
    if (message.seq <= lastSeq()) return; // told anew after a loss
    const all = [...state.messages, message];
    const messages = clipTranscript(all);
    change({
      messages,
      hasEarlier: state.hasEarlier || messages.length < all.length,
      waiting: message.by === state.me ? without(state.waiting, message.id) : state.waiting,
    });
  }

  return {
    state: () => state,
    receive(news) {
      if (news.say === 'welcome') beWelcomed(news);
      else if (news.say === 'message') take(news.message);
      else if (news.say === 'taken') change({ waiting: without(state.waiting, news.id) });
      else change({ people: news.people });
    },
    write(text) {
      const checked = checkChatText(text);
      if (!checked.ok) return checked;
      if (state.waiting.length >= MOST_WAITING) return refusal('too-many');
      const message = { id: newId(), text: checked.value };
      saidTypingAt = null;
      change({ waiting: [...state.waiting, message] });
      if (isWelcome) say({ say: 'write', ...message });
      return success(null);
    },
    typed(isEmpty) {
      const isTold = saidTypingAt !== null && now() - saidTypingAt < TYPING_AGAIN_MS;
      if (!isWelcome || (isEmpty ? saidTypingAt === null : isTold)) return;
      saidTypingAt = isEmpty ? null : now();
      say({ say: 'typing', isTyping: !isEmpty });
    },
    acknowledge() {
      if (!isWelcome || lastSeq() <= acknowledgedSeq) return;
      acknowledgedSeq = lastSeq();
      say({ say: 'received', seq: acknowledgedSeq });
    },
    lost() {
      isWelcome = false;
      saidTypingAt = null;
      acknowledgedSeq = 0;
    },
    read() {
      if (lastSeq() > state.readSeq) change({ readSeq: lastSeq() });
    },
  };
}

/** Whether somebody else's program has got a message. */
export function isDelivered({ people }: Pick<ChatState, 'people'>, { seq, by }: ChatMessage): boolean {
  return people.some((person) => person.id !== by && person.receivedSeq >= seq);
}

/** How many messages of others have not been seen. */
export function unreadCount({ messages, me, readSeq }: ChatState): number {
  return messages.filter(({ seq, by }) => seq > readSeq && by !== me).length;
}

/** Who else is writing at the moment. */
export function typingNames({ people, me }: ChatState): string[] {
  return people.filter(({ id, isTyping }) => isTyping && id !== me).map(({ name }) => name);
}

function without(waiting: readonly WaitingMessage[], id: string): readonly WaitingMessage[] {
  return waiting.filter((message) => message.id !== id);
}
