import { z } from 'zod';
import { createChatLog, isDelivered, typingNames } from '#app/chat/chat-log.ts';
import type { ChatRoom, ChatSeat } from '#app/chat/chat-room.ts';
import { checkChatText, MOST_CHAT_CODE_POINTS } from '#app/chat/chat-text.ts';
import { ChatMessageId, type ChatNews } from '#app/contracts/chat.ts';
import { printable } from './printable.ts';

/** As many of the newest messages are shown in the page. */
const MOST_SHOWN = 200;

/** What the page shows of the chat. */
export type ChatPart = {
  readonly messages: readonly {
    readonly id: string;
    /** Null: the customer's own. */
    readonly name: string | null;
    readonly at: number;
    readonly text: string;
    readonly isDelivered: boolean;
  }[];
  readonly hasEarlier: boolean;
  readonly typing: readonly string[];
  /** How long a message may be, in code points. */
  readonly most: number;
};

/** What the page asks. */
const Written = z.strictObject({ id: ChatMessageId, text: z.string().max(4 * MOST_CHAT_CODE_POINTS) });
const Typing = z.strictObject({ isTyping: z.boolean() });

/** The customer's own part in the chat: in the page and in the terminal. */
export type CustomerChat = {
  /** The page says a message; the same again does nothing. @returns whether it made sense */
  write(words: unknown): boolean;
  typing(words: unknown): boolean;
  /** The person typed a line in the terminal. @returns whether it was said */
  say(line: string): boolean;
};

type Options = {
  /** Enters the session's chat. */
  enter: (tell: (news: ChatNews) => void) => ReturnType<ChatRoom['enter']>;
  show: (part: ChatPart) => void;
  /** A line for the terminal. */
  print: (line: string) => void;
  newId: () => string;
  now: () => number;
};

export function createCustomerChat({ enter, show, print, newId, now }: Options): CustomerChat {
  let seat: ChatSeat | null = null;
  let printedSeq = 0;
  /** Said in the terminal, which shows it already. */
  const typedIds = new Set<string>();
  const log = createChatLog({ say: (words) => seat?.say(words), newId, now, onChange: () => undefined });

  function printNew(): void {
    const { messages, me } = log.state();
    for (const { seq, id, by, name, text } of messages) {
      if (seq <= printedSeq || typedIds.delete(id)) continue;
      print(`${by === me ? 'You' : printable(name)}: ${printable(text)}`);
    }
    printedSeq = messages.at(-1)?.seq ?? printedSeq;
  }

  function hear(news: ChatNews): void {
    log.receive(news);
    if (news.say === 'message') printNew();
    show(partOf(log.state()));
    log.acknowledge();
  }

  function write(id: string, text: string): boolean {
    const checked = checkChatText(text);
    if (checked.ok) seat?.say({ say: 'write', id, text: checked.value });
    return checked.ok;
  }

  seat = enter(hear);
  log.acknowledge();
  return {
    write(words) {
      const written = Written.safeParse(words);
      return written.success && write(written.data.id, written.data.text);
    },
    typing(words) {
      const typing = Typing.safeParse(words);
      if (typing.success) seat?.say({ say: 'typing', ...typing.data });
      return typing.success;
    },
    say(line) {
      const id = newId();
      typedIds.add(id);
      return write(id, line);
    },
  };
}

function partOf(state: ReturnType<ReturnType<typeof createChatLog>['state']>): ChatPart {
  const { messages, me } = state;
  return {
    messages: messages.slice(-MOST_SHOWN).map((message) => ({
      id: message.id,
      name: message.by === me ? null : message.name,
      at: message.at,
      text: message.text,
      isDelivered: isDelivered(state, message),
    })),
    hasEarlier: state.hasEarlier || messages.length > MOST_SHOWN,
    typing: typingNames(state),
    most: MOST_CHAT_CODE_POINTS,
  };
}
