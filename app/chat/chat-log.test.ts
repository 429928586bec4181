import { expect, test, vi } from 'vitest';
import type { ChatMessage, ChatWords } from '../contracts/chat.ts';
import {
  createChatLog,
  isDelivered,
  type KeptChat,
  MOST_WAITING,
  typingNames,
  unreadCount,
} from './chat-log.ts';
import { MOST_KEPT_MESSAGES } from './clip-transcript.ts';

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const WELCOME = { say: 'welcome', you: 'anna', now: 500, firstSeq: 1 } as const;
const aMessage = (seq: number, by = 'erika'): ChatMessage => ({
  seq,
  id: uuid(seq),
  by,
  name: by,
  at: 1,
  text: `Number ${seq}`,
});
const aPerson = (id: string, receivedSeq = 0, isTyping = false) => ({
  id,
  name: id,
  isHere: true,
  isTyping,
  receivedSeq,
});

function aLog(kept?: KeptChat) {
  const said: ChatWords[] = [];
  let ids = 0;
  const clock = { now: 2_000 };
  const log = createChatLog({
    say: (words) => said.push(words),
    newId: () => uuid(++ids),
    now: () => clock.now,
    ...(kept !== undefined && { kept }),
    onChange: vi.fn(),
  });
  return { log, said, clock };
}

test('what is written without a line waits, and is said with the next welcome, once each', () => {
  const { log, said } = aLog();
  log.write('One');
  log.write('Two');
  expect(said).toEqual([]);
  log.receive(WELCOME);
  expect(said).toMatchObject([
    { say: 'write', text: 'One' },
    { say: 'write', text: 'Two' },
  ]);
  log.receive({ say: 'message', message: { ...aMessage(1, 'anna'), id: uuid(1) } });
  expect(log.state().waiting).toMatchObject([{ text: 'Two' }]);
  log.receive({ say: 'taken', id: uuid(2) });
  expect(log.state().waiting).toEqual([]);
});

test('what waited in a window that was loaded again is said there', () => {
  const { log, said } = aLog({ waiting: [{ id: uuid(9), text: 'Kept' }], readSeq: 0 });
  log.receive(WELCOME);
  expect(said).toEqual([{ say: 'write', id: uuid(9), text: 'Kept' }]);
});

test('another’s message with the id of a waiting one takes nothing away', () => {
  const { log } = aLog();
  log.write('Mine');
  log.receive(WELCOME);
  log.receive({ say: 'message', message: { ...aMessage(1), id: uuid(1) } });
  expect(log.state().waiting).toHaveLength(1);
});

test('too much is refused with a reason, and nothing else happens', () => {
  const { log } = aLog();
  expect(log.write('  \n')).toMatchObject({ failure: 'empty' });
  expect(log.write('a'.repeat(4_001))).toMatchObject({ failure: 'too-long' });
  for (let count = 0; count < MOST_WAITING; count += 1) log.write('a');
  expect(log.write('a')).toMatchObject({ failure: 'too-many' });
  expect(log.state().waiting).toHaveLength(MOST_WAITING);
});

test('messages told anew are known; after a gap it is said that earlier ones are missing', () => {
  const { log } = aLog();
  log.receive(WELCOME);
  for (const seq of [1, 2, 1, 2, 3]) log.receive({ say: 'message', message: aMessage(seq) });
  expect(log.state().messages.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  log.receive({ ...WELCOME, firstSeq: 4 });
  expect(log.state()).toMatchObject({ hasEarlier: false });
  log.receive({ ...WELCOME, firstSeq: 9 });
  expect(log.state()).toMatchObject({ hasEarlier: true, messages: [] });
});

test('a computer that floods fills no memory', () => {
  const { log } = aLog();
  for (let seq = 1; seq <= 2 * MOST_KEPT_MESSAGES; seq += 1)
    log.receive({ say: 'message', message: aMessage(seq) });
  expect(log.state().messages).toHaveLength(MOST_KEPT_MESSAGES);
  expect(log.state().hasEarlier).toBe(true);
});

test('unread is what others wrote since it was last looked at', () => {
  const { log } = aLog();
  log.receive(WELCOME);
  for (const message of [aMessage(1), aMessage(2, 'anna'), aMessage(3)])
    log.receive({ say: 'message', message });
  expect(unreadCount(log.state())).toBe(2);
  log.read();
  expect(unreadCount(log.state())).toBe(0);
});

test('delivered is what somebody else’s program has; who is typing is told without oneself', () => {
  const { log } = aLog();
  log.receive(WELCOME);
  log.receive({ say: 'people', people: [aPerson('anna', 7, true), aPerson('erika', 2, true)] });
  expect(isDelivered(log.state(), aMessage(2, 'anna'))).toBe(true);
  expect(isDelivered(log.state(), aMessage(3, 'anna'))).toBe(false);
  expect(typingNames(log.state())).toEqual(['erika']);
});

test('typing is said at its beginning, again when it goes on, and when nothing is left', () => {
  const { log, said, clock } = aLog();
  log.receive(WELCOME);
  log.typed(false);
  log.typed(false);
  clock.now += 3_000;
  log.typed(false);
  log.typed(true);
  log.typed(true);
  expect(said).toEqual([true, true, false].map((isTyping) => ({ say: 'typing', isTyping })));
});

test('what arrived is acknowledged once, and again after a loss', () => {
  const { log, said } = aLog();
  log.receive(WELCOME);
  log.acknowledge();
  log.receive({ say: 'message', message: aMessage(1) });
  log.acknowledge();
  log.acknowledge();
  expect(said).toEqual([{ say: 'received', seq: 1 }]);
  log.lost();
  log.receive(WELCOME);
  log.acknowledge();
  expect(said).toHaveLength(2);
});
