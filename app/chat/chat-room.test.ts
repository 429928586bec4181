import { expect, test } from 'vitest';
import type { ChatNews } from '../contracts/chat.ts';
import { createChatRoom, REMEMBERED_IDS, TYPING_MS } from './chat-room.ts';
import { MOST_KEPT_MESSAGES } from './clip-transcript.ts';

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A room whose time passes when told. */
function aRoom() {
  let now = 1_000;
  let planned: { at: number; run: () => void }[] = [];
  const room = createChatRoom({
    now: () => now,
    after(milliseconds, run) {
      const entry = { at: now + milliseconds, run };
      planned.push(entry);
      return () => {
        planned = planned.filter((other) => other !== entry);
      };
    },
  });
  function pass(milliseconds: number): void {
    now += milliseconds;
    const due = planned.filter(({ at }) => at <= now);
    planned = planned.filter(({ at }) => at > now);
    for (const { run } of due) run();
  }
  function enter(name: string) {
    const told: ChatNews[] = [];
    const seat = room.enter({ id: name, name }, (news) => told.push(news));
    const messages = () => told.flatMap((news) => (news.say === 'message' ? [news.message] : []));
    const people = () => told.findLast((news) => news.say === 'people')?.people ?? [];
    const person = (id: string) => people().find((one) => one.id === id);
    return {
      ...seat,
      told,
      messages,
      person,
      write: (id: number, text: string) => seat.say({ say: 'write', id: uuid(id), text }),
    };
  }
  return { room, pass, enter };
}

test('everybody is told the same, with the name of who wrote it; one who comes later gets all of it', () => {
  const { enter } = aRoom();
  const [anna, erika] = [enter('Anna'), enter('Erika')];
  anna.write(1, 'Hello');
  erika.write(2, 'Good morning');
  const ben = enter('Ben');
  const expected = [
    { seq: 1, id: uuid(1), by: 'Anna', name: 'Anna', at: 1_000, text: 'Hello' },
    { seq: 2, id: uuid(2), by: 'Erika', name: 'Erika', at: 1_000, text: 'Good morning' },
  ];
  for (const one of [anna, erika, ben]) expect(one.messages()).toEqual(expected);
});

test('a message that is sent again is confirmed to its author and told to nobody', () => {
  const { enter } = aRoom();
  const [anna, erika] = [enter('Anna'), enter('Erika')];
  anna.write(1, 'Hello');
  anna.write(1, 'Hello');
  expect(erika.messages()).toHaveLength(1);
  expect(anna.told.at(-1)).toEqual({ say: 'taken', id: uuid(1) });
});

test('another may have the same id: nobody swallows what is not theirs', () => {
  const { enter } = aRoom();
  const [anna, erika] = [enter('Anna'), enter('Erika')];
  anna.write(1, 'Hello');
  erika.write(1, 'Good morning');
  expect(anna.messages().map(({ text }) => text)).toEqual(['Hello', 'Good morning']);
});

test('typing is shown until it is said otherwise, the message is there, or a moment has passed', () => {
  const { enter, pass } = aRoom();
  const [anna, erika] = [enter('Anna'), enter('Erika')];
  const isTyping = () => {
    pass(50);
    return erika.person('Anna')?.isTyping;
  };
  anna.say({ say: 'typing', isTyping: true });
  expect(isTyping()).toBe(true);
  anna.say({ say: 'typing', isTyping: false });
  expect(isTyping()).toBe(false);
  anna.say({ say: 'typing', isTyping: true });
  anna.write(1, 'Hello');
  expect(isTyping()).toBe(false);
  anna.say({ say: 'typing', isTyping: true });
  pass(TYPING_MS);
  expect(isTyping()).toBe(false);
});

test('who received how far is told to all, and cannot be more than there is', () => {
  const { enter, pass } = aRoom();
  const [anna, erika] = [enter('Anna'), enter('Erika')];
  anna.write(1, 'Hello');
  erika.say({ say: 'received', seq: 1 });
  erika.say({ say: 'received', seq: 900 });
  pass(50);
  expect(anna.person('Erika')).toMatchObject({ receivedSeq: 1 });
});

test('who comes anew before the old line is gone is one person, and still there after it', () => {
  const { enter, pass, room } = aRoom();
  const erika = enter('Erika');
  const old = enter('Anna');
  const anew = enter('Anna');
  old.leave();
  pass(50);
  expect(erika.person('Anna')).toMatchObject({ isHere: true });
  anew.leave();
  pass(50);
  expect(erika.person('Anna')).toMatchObject({ isHere: false });
  expect(room.isEmpty).toBe(false);
  erika.leave();
  expect(room.isEmpty).toBe(true);
});

test('of a long chat the newest is kept, and one who comes later is told where it begins', () => {
  const { enter } = aRoom();
  const anna = enter('Anna');
  for (let count = 1; count <= MOST_KEPT_MESSAGES + REMEMBERED_IDS; count += 1)
    anna.write(count, `Number ${count}`);
  const ben = enter('Ben');
  expect(ben.messages()).toHaveLength(MOST_KEPT_MESSAGES);
  expect(ben.told[0]).toMatchObject({ say: 'welcome', firstSeq: REMEMBERED_IDS + 1 });
});
