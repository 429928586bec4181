import { expect, test, vi } from 'vitest';
import type { ChatRoom } from '#app/chat/chat-room.ts';
import { createChatRoom } from '#app/chat/chat-room.ts';
import { CUSTOMER_PERSON_ID } from '#app/contracts/chat.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { type ChatPart, createCustomerChat } from './customer-chat.ts';

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

function aChat() {
  const clock = createManualClock();
  const room: ChatRoom = createChatRoom(clock);
  const shown: ChatPart[] = [];
  const print = vi.fn();
  let ids = 500;
  const chat = createCustomerChat({
    enter: (tell) => room.enter({ id: CUSTOMER_PERSON_ID, name: 'Erika' }, tell),
    show: (part) => shown.push(part),
    print,
    newId: () => uuid(++ids),
    now: clock.now,
  });
  const anna = room.enter({ id: 'anna', name: 'An\u001bna' }, () => undefined);
  const settle = () => clock.advance(100);
  return { chat, anna, print, settle, page: () => shown.at(-1) };
}

test('what a representative says is in the page and in the terminal, where it does nothing', () => {
  const { anna, print, page } = aChat();
  anna.say({ say: 'write', id: uuid(1), text: 'Hello\nEnd' });
  expect(print).toHaveBeenCalledExactlyOnceWith('Anna: Hello\n    End');
  expect(page()).toMatchObject({ messages: [{ text: 'Hello\nEnd', isDelivered: false }] });
});

test('the page’s message is said once, however often it asks, and is delivered when a console has it', () => {
  const { chat, anna, print, page, settle } = aChat();
  expect(chat.write({ id: uuid(7), text: 'Good morning' })).toBe(true);
  expect(chat.write({ id: uuid(7), text: 'Good morning' })).toBe(true);
  expect(page()?.messages).toMatchObject([{ name: null, isDelivered: false }]);
  expect(print).toHaveBeenCalledExactlyOnceWith('You: Good morning');
  anna.say({ say: 'received', seq: 1 });
  settle();
  expect(page()?.messages).toMatchObject([{ isDelivered: true }]);
});

test('a line of the terminal is said, and not printed again', () => {
  const { chat, print, page } = aChat();
  expect(chat.say('Good morning')).toBe(true);
  expect(chat.say('  ')).toBe(false);
  expect(print).not.toHaveBeenCalled();
  expect(page()?.messages).toMatchObject([{ name: null, text: 'Good morning' }]);
});

test('who types is shown', () => {
  const { anna, page, settle } = aChat();
  anna.say({ say: 'typing', isTyping: true });
  settle();
  expect(page()?.typing).toEqual(['An\u001bna']);
});

test.each([
  ['nothing', null],
  ['no id', { text: 'a' }],
  ['an id that is none', { id: 'a', text: 'a' }],
  ['only blanks', { id: uuid(1), text: ' \u200b' }],
  ['too much', { id: uuid(1), text: 'a'.repeat(4_001) }],
  ['far too much', { id: uuid(1), text: 'a'.repeat(60_000) }],
  ['another’s name', { id: uuid(1), text: 'a', by: 'anna' }],
])('%s is refused', (_about, words) => {
  const { chat, page } = aChat();
  expect(chat.write(words)).toBe(false);
  expect(page()?.messages).toEqual([]);
});
