import { expect, test, vi } from 'vitest';
import { createShellTerminal } from './shell-terminal.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function setUp() {
  const onInput = vi.fn();
  const terminal = createShellTerminal({ columns: 80, rows: 24, onInput, onResize: vi.fn() });
  const write = (text: string) => new Promise<void>((done) => terminal.write(bytes(text), done));
  return { onInput, terminal, write };
}

test('credit is given back when the bytes are part of the screen, not before', async () => {
  const { terminal } = setUp();
  const onShown = vi.fn();
  terminal.write(bytes('hello'), onShown);
  expect(onShown).not.toHaveBeenCalled();
  await expect.poll(() => onShown).toHaveBeenCalledOnce();
});

test.each([
  ['a title', '\x1b]0;Jump Console: sign in again\x07'],
  ['a link', '\x1b]8;;https://example.com\x07look\x1b]8;;\x07'],
  ['a text for the clipboard', '\x1b]52;c;cm0gLXJmIC8=\x07'],
  ['a question for the clipboard', '\x1b]52;c;?\x07'],
  ['a new colour', '\x1b]11;#ff0000\x07'],
  ['a new colour beside a question', '\x1b]4;1;#ff0000;2;?\x07'],
  ['a window size', '\x1b[8;10;10t'],
  ['a question for the title', '\x1b[21t'],
])('%s from the computer does nothing', async (_, sequence) => {
  const { onInput, terminal, write } = setUp();
  await write(sequence);
  expect(onInput).not.toHaveBeenCalled();
  expect(terminal.size()).toEqual({ columns: 80, rows: 24 });
  expect(document.title).toBe('');
});

test('an ordinary question of a program is answered', async () => {
  const { onInput, write } = setUp();
  await write('ab\x1b[6n');
  expect(new TextDecoder().decode(onInput.mock.calls[0]?.[0])).toBe('\x1b[1;3R');
});

test('what was printed before the console came is shown, and its questions are not answered', async () => {
  const { onInput, terminal, write } = setUp();
  const questions = '\x1b[c\x1b[>c\x1b[6n\x1b[?25$p\x1bP$qm\x1b\\\x1b]11;?\x07\x1b[?1004h';
  const replayed = new Promise<void>((done) => terminal.replay(bytes(`ab${questions}`), done));
  await Promise.all([replayed, write('\x1b[6n')]);
  expect(onInput.mock.calls.map(([sent]) => new TextDecoder().decode(sent))).toEqual(['\x1b[1;3R']);
});

test('a terminal that has ended takes no input after a replay either', async () => {
  const { onInput, terminal, write } = setUp();
  terminal.end();
  await new Promise<void>((done) => terminal.replay(bytes('old'), done));
  await write('\x1b[6n');
  expect(onInput).not.toHaveBeenCalled();
});

test('the answers to many questions go out together', async () => {
  const { onInput, write } = setUp();
  await write('\x1b[6n'.repeat(500));
  expect(onInput).toHaveBeenCalledOnce();
  expect(onInput.mock.calls[0]?.[0]).toHaveLength(500 * '\x1b[1;1R'.length);
});
