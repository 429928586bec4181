import { beforeEach, expect, test } from 'vitest';
import { createChatKeeper, type KeptSessionChat, type LastingChatText, SAVE_AFTER_MS } from './kept-chat.ts';

beforeEach(() => sessionStorage.clear());

/** What main remembers, and a clock that is turned by hand. */
function aConsole() {
  let kept: ReturnType<LastingChatText['load']>;
  let saves = 0;
  let due: { at: number; run: () => void }[] = [];
  let now = 0;
  return {
    /** A window of it: one that is started anew has nothing of its own. */
    keeper: () =>
      createChatKeeper({
        sessionId: 's-1',
        storage: sessionStorage,
        lasting: {
          load: () => kept,
          save(text) {
            saves += 1;
            kept = text.draft === '' && text.waiting.length === 0 ? undefined : text;
          },
        },
        after(milliseconds, run) {
          const one = { at: now + milliseconds, run };
          due.push(one);
          return () => {
            due = due.filter((other) => other !== one);
          };
        },
      }),
    advance(milliseconds: number) {
      now += milliseconds;
      const ready = due.filter(({ at }) => at <= now);
      due = due.filter(({ at }) => at > now);
      for (const { run } of ready) run();
    },
    saves: () => saves,
    kept: () => kept,
  };
}
const waiting = [{ id: '00000000-0000-4000-8000-000000000001', text: 'Not sent' }];
const chat = (draft: string, more: Partial<KeptSessionChat> = {}): KeptSessionChat => ({
  draft,
  waiting: [],
  readSeq: 0,
  ...more,
});

test('a console that is started anew has what was being written, and what was not sent', () => {
  const { keeper, advance, saves } = aConsole();
  const before = keeper();
  for (const draft of ['H', 'Ha', 'Half']) before.save(chat(draft, { waiting, readSeq: 7 }));
  advance(SAVE_AFTER_MS);
  expect(saves()).toBe(1); // not with each key
  sessionStorage.clear();
  expect(keeper().load()).toEqual(chat('Half', { waiting }));
});

test('a window that is loaded again has the last key, too, whatever main has by then', () => {
  const { keeper, advance } = aConsole();
  const before = keeper();
  before.save(chat('Half'));
  advance(SAVE_AFTER_MS);
  before.save(chat('Half a sen', { readSeq: 3 }));
  expect(keeper().load()).toEqual(chat('Half a sen', { readSeq: 3 }));
});

test('when the session is over nothing of it stays', () => {
  const { keeper, advance, kept } = aConsole();
  const before = keeper();
  before.save(chat('Half'));
  advance(SAVE_AFTER_MS);
  before.save(chat('Half a'));
  before.forget();
  advance(SAVE_AFTER_MS);
  expect(kept()).toBeUndefined();
  expect(keeper().load()).toEqual(chat(''));
});
