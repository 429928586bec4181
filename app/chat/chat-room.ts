import {
  type ChatMessage,
  type ChatNews,
  type ChatPerson,
  type ChatWords,
  MOST_CHAT_PEOPLE,
} from '../contracts/chat.ts';
import { clipTranscript } from './clip-transcript.ts';

/** Who has not typed for so long is not typing any more, said or not. */
export const TYPING_MS = 6_000;
/** What changed about the people within this is told at once. */
const GATHER_MS = 30;
/** So many ids of each one's own messages are remembered: more than may wait to be sent again. */
export const REMEMBERED_IDS = 500;

/** One who has entered: a representative's channel, or the person at the computer. */
export type ChatSeat = {
  say(words: ChatWords): void;
  leave(): void;
};

/** The chat of one session, as the computer's program keeps it. */
export type ChatRoom = {
  /** Nobody is in it. */
  readonly isEmpty: boolean;
  /** The same one may enter again before the earlier seat was left. @param tell gets the transcript at once, then the news */
  enter(person: { id: string; name: string }, tell: (news: ChatNews) => void): ChatSeat;
};

type Options = {
  now: () => number;
  /** @returns a function that calls it off */
  after: (milliseconds: number, run: () => void) => () => void;
};
type Person = Omit<ChatPerson, 'isHere' | 'isTyping'> & {
  readonly seats: Set<(news: ChatNews) => void>;
  /** In the order in which they came. */
  readonly ids: Set<string>;
  /** Not null: typing. */
  stopTyping: (() => void) | null;
};

export function createChatRoom({ now, after }: Options): ChatRoom {
  const people = new Map<string, Person>();
  let messages: readonly ChatMessage[] = [];
  let lastSeq = 0;
  let isPlanned = false;

  const tellAll = (news: ChatNews): void => {
    for (const { seats } of people.values()) for (const tell of seats) tell(news);
  };
  const peopleNews = (): ChatNews => ({ say: 'people', people: [...people.values()].map(shown) });
  /** Told a moment later, with what else changes meanwhile. */
  const changed = (): void => {
    if (isPlanned) return;
    isPlanned = true;
    after(GATHER_MS, () => {
      isPlanned = false;
      tellAll(peopleNews());
    });
  };

  function find({ id, name }: { id: string; name: string }): Person {
    const known = people.get(id);
    if (known !== undefined) return Object.assign(known, { name });
    const gone = [...people.values()].find(({ seats }) => seats.size === 0);
    if (people.size >= MOST_CHAT_PEOPLE && gone !== undefined) people.delete(gone.id);
    const person: Person = { id, name, receivedSeq: 0, seats: new Set(), ids: new Set(), stopTyping: null };
    people.set(id, person);
    return person;
  }

  function setTyping(person: Person, isTyping: boolean): void {
    const wasTyping = person.stopTyping !== null;
    person.stopTyping?.();
    person.stopTyping = isTyping ? after(TYPING_MS, () => setTyping(person, false)) : null;
    if (wasTyping !== isTyping) changed();
  }

  function write(person: Person, { id, text }: { id: string; text: string }): void {
    if (person.ids.has(id)) {
      for (const tell of person.seats) tell({ say: 'taken', id });
      return;
    }
    person.ids.add(id);
    const [oldest] = person.ids;
    if (person.ids.size > REMEMBERED_IDS && oldest !== undefined) person.ids.delete(oldest);
    lastSeq += 1;
    const message = { seq: lastSeq, id, by: person.id, name: person.name, at: now(), text };
    messages = clipTranscript([...messages, message]);
    setTyping(person, false);
    tellAll({ say: 'message', message });
  }

  function say(person: Person, words: ChatWords): void {
    if (words.say === 'write') write(person, words);
    else if (words.say === 'typing') setTyping(person, words.isTyping);
    else if (words.seq > person.receivedSeq && words.seq <= lastSeq) {
      person.receivedSeq = words.seq;
      changed();
    }
  }

  return {
    get isEmpty() {
      return [...people.values()].every(({ seats }) => seats.size === 0);
    },
    enter(entering, tell) {
      const person = find(entering);
      const firstSeq = messages[0]?.seq ?? lastSeq + 1;
      tell({ say: 'welcome', you: person.id, now: now(), firstSeq });
      for (const message of messages) tell({ say: 'message', message });
      person.seats.add(tell);
      tell(peopleNews());
      changed();
      return {
        say: (words) => say(person, words),
        leave() {
          if (!person.seats.delete(tell) || person.seats.size > 0) return;
          setTyping(person, false);
          changed();
        },
      };
    },
  };
}

function shown({ id, name, receivedSeq, seats, stopTyping }: Person): ChatPerson {
  return { id, name, isHere: seats.size > 0, isTyping: stopTyping !== null, receivedSeq };
}
