import { afterEach, expect, test } from 'vitest';
import { encodeJsonLine } from '#app/chat/json-lines.ts';
import type { ChatNews } from '#app/contracts/chat.ts';
import type { SessionPortRequest } from '#app/contracts/session-port.ts';
import { createChatConnection } from './chat-connection.ts';
import { createChatKeeper } from './kept-chat.ts';

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const WELCOME: ChatNews = { say: 'welcome', you: 'anna', now: 500, firstSeq: 1 };
const aMessage = (seq: number, by = 'erika'): ChatNews => ({
  say: 'message',
  message: { seq, id: uuid(seq), by, name: by, at: 1, text: `Number ${seq}` },
});

/** A window's chat; a second one is the same window loaded again. */
function aChat() {
  const sent: SessionPortRequest[] = [];
  let channels = 0;
  let ids = 100;
  let rest = () => {};
  const chat = createChatConnection({
    requestChannel: () => ++channels,
    send: (request) => sent.push(request),
    after(_milliseconds, run) {
      rest = run;
      return () => undefined;
    },
    now: () => 1_000,
    newId: () => uuid(++ids),
    keeper: createChatKeeper({
      sessionId: 'session-1',
      storage: sessionStorage,
      lasting: { load: () => undefined, save: () => undefined },
      after: () => () => undefined,
    }),
  });
  const tell = (...news: ChatNews[]) => {
    for (const one of news) chat.data(encodeJsonLine(one));
    rest();
  };
  const said = () =>
    sent.flatMap((request) =>
      request.type === 'data' ? [JSON.parse(new TextDecoder().decode(request.bytes))] : [],
    );
  const write = (text: string) => {
    chat.setDraft(text);
    return chat.send();
  };
  return { chat, sent, said, tell, write, rest: () => rest() };
}

afterEach(() => sessionStorage.clear());

test('a draft, and what was not sent yet, outlive the window; what was sent is not sent again', () => {
  const first = aChat();
  first.write('Not sent');
  first.chat.setDraft('Half a sen');
  const second = aChat();
  expect(second.chat.snapshot()).toMatchObject({ draft: 'Half a sen', waiting: [{ text: 'Not sent' }] });
  second.chat.linkChanged('connected');
  second.tell(WELCOME, { say: 'taken', id: uuid(101) });
  expect(second.said()).toMatchObject([{ say: 'write', id: uuid(101), text: 'Not sent' }]);
  const third = aChat();
  third.chat.linkChanged('connected');
  third.tell(WELCOME);
  expect(third.said()).toEqual([]);
});

test('nothing is kept of a session that has ended, and what somebody else left there is not taken', () => {
  const first = aChat();
  first.chat.setDraft('Half a sen');
  first.chat.linkChanged('ended');
  expect(sessionStorage.length).toBe(0);
  sessionStorage.setItem('chat:session-1', '{"draft":7}');
  expect(aChat().chat.snapshot().draft).toBe('');
});

test('a message that cannot be said stays where it was written', () => {
  const { chat, write } = aChat();
  expect(write('a'.repeat(4_001))).toMatchObject({ failure: 'too-long' });
  expect(chat.snapshot().draft).toHaveLength(4_001);
});

test('what arrives is acknowledged, and its bytes are given back', () => {
  const { chat, sent, said, tell } = aChat();
  chat.linkChanged('connected');
  tell(WELCOME, aMessage(1), aMessage(2));
  expect(said()).toContainEqual({ say: 'received', seq: 2 });
  const given = sent.flatMap((request) => (request.type === 'consumed' ? [request.byteCount] : []));
  const all = [WELCOME, aMessage(1), aMessage(2)].map((news) => encodeJsonLine(news).length);
  expect(given).toEqual(all);
});

test('a computer that floods is read now and then, not at once', () => {
  const { chat, rest } = aChat();
  chat.linkChanged('connected');
  chat.data(encodeJsonLine(WELCOME));
  for (let seq = 1; seq <= 100; seq += 1) chat.data(encodeJsonLine(aMessage(seq)));
  expect(chat.snapshot().messages).toHaveLength(0);
  rest();
  expect(chat.snapshot().messages).toHaveLength(100);
});

test.each([
  ['no JSON', new TextEncoder().encode('<b>\n')],
  ['a message without an end', new Uint8Array(200_000).fill(32)],
  ['an unknown word', encodeJsonLine({ say: 'run' })],
  ['a message too long', encodeJsonLine({ ...aMessage(1), text: 'a' })],
  ['a time that is none', new TextEncoder().encode('{"say":"welcome","you":"a","now":1e400,"firstSeq":1}\n')],
  ['a thousand people', encodeJsonLine({ say: 'people', people: Array(1_000).fill({}) })],
])('%s is told, its channel is closed, and a person may open it again', (_about, bytes) => {
  const { chat, sent, tell, rest } = aChat();
  chat.linkChanged('connected');
  tell(WELCOME, aMessage(1));
  chat.data(bytes);
  rest();
  expect(chat.snapshot()).toMatchObject({ trouble: 'unreadable', messages: [{ seq: 1 }] });
  expect(sent).toContainEqual({ type: 'close-channel', channel: 1 });
  chat.openAgain();
  expect(chat.owns(2)).toBe(true);
  expect(chat.snapshot().trouble).toBeNull();
});

test('a channel that the computer closed is not opened by itself while the line stands', () => {
  const { chat } = aChat();
  chat.linkChanged('connected');
  chat.closed();
  expect(chat.snapshot().trouble).toBe('stopped');
  chat.linkChanged('waiting');
  chat.linkChanged('connected');
  expect(chat.snapshot().trouble).toBeNull();
});
