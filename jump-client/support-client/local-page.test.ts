import { expect, onTestFinished, test, vi } from 'vitest';
import { openLocalPage } from './local-page.ts';

const SESSION = {
  state: 'in-session',
  siteName: 'Small Site',
  representatives: ['<b>Anna</b>'],
  isConnected: true,
} as const;

const NOBODY = { shares: [], isAllowed: true };

async function aPage() {
  const onEnd = vi.fn();
  const onAnswer = vi.fn(() => true);
  const onScreen = vi.fn();
  const chat = { write: vi.fn(() => true), typing: vi.fn(() => true), say: vi.fn(() => true) };
  const options = { token: 't'.repeat(43), onEnd, onAnswer, onScreen, chat: () => chat };
  const page = await openLocalPage(options);
  onTestFinished(() => page.close('Over.'));
  const post = (action: string, words: object, origin = new URL(page.url).origin) =>
    fetch(`${page.url}${action}`, { method: 'POST', headers: { origin }, body: JSON.stringify(words) });
  return { page, onEnd, onAnswer, onScreen, chat, post };
}

test('it is served with its script and style', async () => {
  const { page } = await aPage();
  for (const [file, type] of [
    ['', 'text/html'],
    ['page-script.js', 'text/javascript'],
    ['page-elements.js', 'text/javascript'],
    ['session-part.js', 'text/javascript'],
    ['request-part.js', 'text/javascript'],
    ['screen-part.js', 'text/javascript'],
    ['chat-part.js', 'text/javascript'],
    ['chat-style.css', 'text/css'],
    ['page-style.css', 'text/css'],
  ]) {
    const response = await fetch(`${page.url}${file}`);
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
  }
});

test('its button ends the session', async () => {
  const { page, onEnd } = await aPage();
  const { origin } = new URL(page.url);
  const answer = await fetch(`${page.url}end`, { method: 'POST', headers: { origin } });
  expect(answer.status).toBe(200);
  expect(onEnd).toHaveBeenCalledTimes(1);
});

test('what is shown comes as events: the latest at once, then each change, and the last word', async () => {
  const { page } = await aPage();
  page.show({ session: SESSION });
  const response = await fetch(`${page.url}events`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const next = async () => JSON.parse((await reader?.read())?.value?.replace(/^data: /, '') ?? 'null');
  expect(await next()).toEqual({ session: SESSION, request: null, screen: NOBODY, chat: null });
  page.show({ session: { ...SESSION, isConnected: false } });
  expect(await next()).toMatchObject({ session: { isConnected: false } });
  const closed = page.close('The representative has ended the session.');
  const sentence = 'The representative has ended the session.';
  expect(await next()).toEqual({
    session: { state: 'ended', sentence },
    request: null,
    screen: NOBODY,
    chat: null,
  });
  await closed;
});

test('its button stops Screen Sharing, and allows it again; nothing else does', async () => {
  const { post, onScreen } = await aPage();
  const act = async (words: object) => (await post('screen', words)).ok;
  expect(await act({ allowed: false })).toBe(true);
  expect(await act({ allowed: true })).toBe(true);
  expect(await act({ allowed: 'yes' })).toBe(false);
  expect(onScreen.mock.calls).toEqual([[false], [true]]);
});

test('what the page writes goes into the chat; another page writes nothing, and too much is not even looked at', async () => {
  const { post, chat } = await aPage();
  expect((await post('write', { text: 'Hello' })).status).toBe(200);
  expect(chat.write).toHaveBeenCalledExactlyOnceWith({ text: 'Hello' });
  expect((await post('typing', { isTyping: true })).status).toBe(200);
  chat.write.mockReturnValue(false);
  expect((await post('write', { text: '' })).status).toBe(422);
  chat.write.mockClear();
  expect((await post('write', { text: 'Hello' }, 'http://evil.example')).ok).toBe(false);
  await post('write', { text: 'a'.repeat(70_000) }).catch(() => null); // it is cut off
  expect(chat.write).not.toHaveBeenCalled();
});

test('its answer is passed on, and what is none is not', async () => {
  const { page, onAnswer } = await aPage();
  const { origin } = new URL(page.url);
  const post = async (words: unknown) =>
    (await fetch(`${page.url}answer`, { method: 'POST', headers: { origin }, body: JSON.stringify(words) }))
      .status;
  const answer = { pinId: crypto.randomUUID(), allowed: true };
  expect(await post(answer)).toBe(200);
  expect(onAnswer).toHaveBeenCalledWith(answer);
  expect(await post({ ...answer, allowed: 'yes' })).toBe(422);
  expect(await post({ allowed: true })).toBe(422);
  onAnswer.mockReturnValue(false);
  expect(await post(answer)).toBe(422);
});
