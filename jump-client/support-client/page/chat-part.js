// The chat. What is written stays in this page until the program has taken it, also when the page is loaded again.
import { element, post, shownText } from './page-elements.js';

const TYPING_AGAIN_MS = 3_000;
const KEPT = 'chat';
const form = element('chat-form');
const field = element('chat-field');
const list = element('chat-messages');
const scroll = element('chat-scroll');
/** What is not in the chat yet: written here, and not taken or not told of. */
let waiting = [];
let chat = null;
let saidTypingAt = 0;
/** Whoever has scrolled up reads there, and is left alone. */
let isAtEnd = true;

function keep() {
  sessionStorage.setItem(KEPT, JSON.stringify({ draft: field.value, waiting }));
}

function restore() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}');
    field.value = kept.draft ?? '';
    waiting = kept.waiting ?? [];
  } catch {
    sessionStorage.removeItem(KEPT); // not of this page
  }
}

export function showChat(part) {
  if (part === null || part === undefined) return;
  const isFirst = chat === null;
  chat = part;
  element('chat').hidden = false;
  const there = new Set(chat.messages.map(({ id }) => id));
  const taken = waiting.length;
  waiting = waiting.filter(({ id }) => !there.has(id));
  if (waiting.length < taken) keep();
  if (isFirst) for (const message of waiting) void say(message);
  element('chat-earlier').hidden = !chat.hasEarlier;
  element('chat-typing').textContent = typingText(chat.typing);
  showMessages();
  showRoomLeft();
}

function showMessages() {
  const all = [...chat.messages, ...waiting.map((message) => ({ ...message, name: null, at: null }))];
  const known = new Map([...list.children].map((item) => [item.dataset.id, item]));
  let before = null;
  for (const message of all) {
    const item = known.get(message.id) ?? itemOf(message, before);
    known.delete(message.id);
    item.lastElementChild.textContent = factsOf(message);
    if (list.lastElementChild !== item && !item.isConnected) list.append(item);
    before = message;
  }
  for (const gone of known.values()) gone.remove();
  element('chat-none').hidden = all.length > 0;
  stayAtEnd();
}

function stayAtEnd() {
  if (isAtEnd) scroll.scrollTop = scroll.scrollHeight;
}

function itemOf({ id, name, text }, before) {
  const item = document.createElement('li');
  item.dataset.id = id;
  if (name === null) item.dataset.own = '';
  if (before === null || before.name !== name) item.append(authorOf(name));
  const said = shownText('p', text);
  said.dir = 'auto';
  said.className = 'chat-said';
  const facts = shownText('p', '');
  facts.className = 'facts';
  item.append(said, facts);
  return item;
}

function authorOf(name) {
  const author = document.createElement('p');
  author.className = 'author';
  author.append(shownText('bdi', name ?? 'You'));
  return author;
}

function factsOf({ name, at, isDelivered }) {
  if (at === null) return 'Not sent yet';
  const time = new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });
  return name === null ? `${time} · ${isDelivered ? 'Delivered' : 'Not sent yet'}` : time;
}

function typingText(names) {
  const shown = names.map((name) => `\u2068${name}\u2069`).join(', ');
  if (names.length === 0) return '';
  return names.length === 1 ? `${shown} is typing…` : `${shown} are typing…`;
}

function showRoomLeft() {
  const left = chat.most - [...field.value.normalize('NFC').trim()].length;
  const hint = element('chat-hint');
  hint.dataset.bad = left < 0 ? 'true' : 'false';
  hint.textContent =
    left < 0
      ? `This is too long by ${-left}. A message has at most ${chat.most} characters.`
      : 'Enter sends, Shift+Enter begins a new line.';
  return left;
}

async function say(message) {
  if (await post('write', message)) return;
  element('chat-hint').textContent = 'This could not be sent: the support client does not answer.';
}

field.addEventListener('input', () => {
  keep();
  if (chat !== null) showRoomLeft();
  const isTyping = field.value.trim() !== '';
  if (isTyping === saidTypingAt > 0 && (!isTyping || Date.now() - saidTypingAt < TYPING_AGAIN_MS)) return;
  saidTypingAt = isTyping ? Date.now() : 0;
  void post('typing', { isTyping });
});

field.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});

scroll.addEventListener('scroll', () => {
  isAtEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 40;
});
new ResizeObserver(stayAtEnd).observe(list);

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = field.value;
  if (chat === null || text.trim() === '' || showRoomLeft() < 0) return;
  const message = { id: crypto.randomUUID(), text };
  waiting.push(message);
  field.value = '';
  saidTypingAt = 0;
  keep();
  isAtEnd = true;
  showMessages();
  void say(message);
  field.focus();
});

scroll.tabIndex = 0; // what can be scrolled can be reached by keyboard
restore();
