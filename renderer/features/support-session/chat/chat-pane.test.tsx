import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { CUSTOMER_PERSON_ID } from '#app/contracts/chat.ts';
import type { SessionLinkState } from '#app/contracts/session-port.ts';
import { HOSTILE_TEXTS } from '#app/domain/hostile-texts.test-support.ts';
import { success } from '#app/lib/result.ts';
import { type ChatSnapshot, EMPTY_CHAT } from './chat-connection.ts';
import { ChatPane } from './chat-pane.tsx';

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const aMessage = (seq: number, by: string, text: string) => ({
  seq,
  id: uuid(seq),
  by,
  name: by,
  at: 1,
  text,
});
const aPerson = (id: string, name: string, part = {}) => ({
  id,
  name,
  isHere: true,
  isTyping: false,
  receivedSeq: 0,
  ...part,
});

function setUp(
  part: Partial<ChatSnapshot>,
  { link = 'connected' as SessionLinkState, hasCustomer = true } = {},
) {
  let snapshot: ChatSnapshot = { ...EMPTY_CHAT, me: 'anna', ...part };
  const listeners = new Set<() => void>();
  const change = (next: Partial<ChatSnapshot>) => {
    snapshot = { ...snapshot, ...next };
    for (const listener of listeners) listener();
  };
  const chat = {
    snapshot: () => snapshot,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: vi.fn(() => success(null)),
    setDraft: vi.fn((draft: string) => change({ draft })),
    read: vi.fn(),
    openAgain: vi.fn(),
  };
  render(<ChatPane chat={chat} link={link} hasCustomer={hasCustomer} visible />);
  return {
    chat,
    change: (next: Partial<ChatSnapshot>) => act(() => change(next)),
    field: screen.getByRole('textbox', { name: 'Message' }),
  };
}

afterEach(cleanup);

test('Enter sends what is written, Shift+Enter begins a new line', async () => {
  const { chat, field } = setUp({});
  await userEvent.type(field, 'One{Shift>}{Enter}{/Shift}Two');
  expect(chat.send).not.toHaveBeenCalled();
  expect(chat.snapshot().draft).toBe('One\nTwo');
  await userEvent.type(field, '{Enter}');
  expect(chat.send).toHaveBeenCalledTimes(1);
});

test('what is too long is not sent, and says by how much', async () => {
  const { chat, field } = setUp({ draft: 'a'.repeat(4_002) });
  expect(screen.getByText('This is 2 characters too long. A message has at most 4,000.')).toBeTruthy();
  await userEvent.type(field, '{Enter}');
  expect(chat.send).not.toHaveBeenCalled();
});

test('each own message says how far it has come', () => {
  setUp({
    messages: [aMessage(1, 'anna', 'One'), aMessage(2, 'anna', 'Two')],
    waiting: [{ id: uuid(3), text: 'Three' }],
    people: [aPerson('anna', 'Anna'), aPerson(CUSTOMER_PERSON_ID, 'Erika', { receivedSeq: 1 })],
  });
  const items = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(items).toEqual([
    expect.stringMatching(/One.*Delivered$/),
    expect.stringMatching(/Two.*Sent$/),
    expect.stringMatching(/ThreeNot sent yet$/),
  ]);
});

test('who is there and who is typing is said, without oneself', () => {
  setUp({
    people: [
      aPerson('anna', 'Anna', { isTyping: true }),
      aPerson(CUSTOMER_PERSON_ID, 'Erika', { isTyping: true }),
      aPerson('ben', 'Ben', { isHere: false }),
    ],
  });
  expect(screen.getByText(/^.Erika. \(Customer\)$/)).toBeTruthy();
  expect(screen.getByText(/^.Erika. is typing…$/)).toBeTruthy();
});

test('in a session with nobody at the computer it says so', () => {
  setUp({}, { hasCustomer: false });
  expect(screen.getByText(/^Nobody is at this computer\./)).toBeTruthy();
});

test('a broken line is said, and one can go on writing; an ended session takes nothing', async () => {
  const { chat, field } = setUp({}, { link: 'waiting' });
  expect(screen.getByText(/What you write is sent as soon as it is back/)).toBeTruthy();
  await userEvent.type(field, 'Hello{Enter}');
  expect(chat.send).toHaveBeenCalled();
  cleanup();
  const ended = setUp({}, { link: 'ended' });
  await userEvent.type(ended.field, 'Hello{Enter}');
  expect(ended.chat.send).not.toHaveBeenCalled();
});

test('a chat that has stopped is opened again by a button', async () => {
  const { chat } = setUp({ trouble: 'stopped' });
  await userEvent.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Open again' }));
  expect(chat.openAgain).toHaveBeenCalled();
});

test('what arrives while it is looked at is read', () => {
  const { chat, change } = setUp({});
  change({ messages: [aMessage(1, 'erika', 'Hello')] });
  expect(chat.read).toHaveBeenCalled();
});

test.each(HOSTILE_TEXTS)('%s is shown as it is, in a message and in a name', (_about, text) => {
  setUp({ messages: [{ ...aMessage(1, 'erika', text), name: text }] });
  const [item] = screen.getAllByRole('listitem');
  expect(item?.querySelector('[dir=auto]')?.textContent).toBe(text);
  expect(item?.querySelectorAll('img, script, a')).toHaveLength(0);
});
