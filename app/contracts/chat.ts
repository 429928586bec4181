// Chat on a session's channel, one to each representative: a line of JSON a message. The computer's program is in all
// links of the session: it keeps the transcript, and tells everybody the same.
import { z } from 'zod';
import { cleanChatText, MOST_CHAT_CODE_POINTS } from '../chat/chat-text.ts';
import { countCodePoints } from '../domain/text-limits.ts';

/** The customer's own; every other is a representative's. */
export const CUSTOMER_PERSON_ID = ':customer';

/** A line that is longer is of no program that speaks this. */
export const MAX_CHAT_LINE_BYTES = 128 * 1024;

/** As many people are told of, those who have left included. */
export const MOST_CHAT_PEOPLE = 100;

const PersonId = z.string().min(1).max(128);
/** As the appliance tells it; what is longer is cut by the computer's program. */
const PersonName = z.string().max(256);
const Seq = z.int().min(0).max(1_000_000_000);
const Time = z.number().min(0).max(8_640_000_000_000_000);
const Text = z
  .string()
  .min(1)
  .max(2 * MOST_CHAT_CODE_POINTS)
  .refine((text) => cleanChatText(text) === text && countCodePoints(text) <= MOST_CHAT_CODE_POINTS);

/** Chosen by who writes, so that a message that is sent again is known. */
export const ChatMessageId = z.uuid();

/** One that the computer's program has not taken yet. */
export const UnsentMessage = z.strictObject({ id: ChatMessageId, text: Text });

/** One message as everybody has it. */
export const ChatMessage = z.strictObject({
  /** Counts from 1 within the session. */
  seq: Seq.min(1),
  id: ChatMessageId,
  by: PersonId,
  /** What who wrote it was called. */
  name: PersonName,
  /** By the computer's clock. */
  at: Time,
  text: Text,
});
export type ChatMessage = z.infer<typeof ChatMessage>;

/** Somebody who takes part, or took part. */
export const ChatPerson = z.strictObject({
  id: PersonId,
  name: PersonName,
  isHere: z.boolean(),
  isTyping: z.boolean(),
  /** This one's program has got every message up to this one. */
  receivedSeq: Seq,
});
export type ChatPerson = z.infer<typeof ChatPerson>;

/** Computer → representative. After `welcome` come the messages that are kept, then each new one. */
export const ChatNews = z.discriminatedUnion('say', [
  z.strictObject({
    say: z.literal('welcome'),
    /** Which of the people this channel is. */
    you: PersonId,
    /** The computer's clock. */
    now: Time,
    /** What the oldest message has that is kept; those before it are gone. */
    firstSeq: Seq.min(1),
  }),
  z.strictObject({ say: z.literal('message'), message: ChatMessage }),
  /** An own message that has been taken already. */
  z.strictObject({ say: z.literal('taken'), id: ChatMessageId }),
  /** All the people, whenever something about one of them changed. */
  z.strictObject({ say: z.literal('people'), people: z.array(ChatPerson).max(MOST_CHAT_PEOPLE) }),
]);
export type ChatNews = z.infer<typeof ChatNews>;

/** Representative → computer. The same `id` again does nothing twice. */
export const ChatWords = z.discriminatedUnion('say', [
  z.strictObject({ say: z.literal('write'), id: ChatMessageId, text: Text }),
  z.strictObject({ say: z.literal('typing'), isTyping: z.boolean() }),
  z.strictObject({ say: z.literal('received'), seq: Seq }),
]);
export type ChatWords = z.infer<typeof ChatWords>;
