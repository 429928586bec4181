import { expect, test, vi } from 'vitest';
import { createClosingQuestion } from './closing-question.ts';

function setUp(hasSessions: boolean) {
  const [ask, close] = [vi.fn(), vi.fn()];
  const question = createClosingQuestion({ hasSessions: () => hasSessions, ask, close });
  /** @returns whether the window would close */
  const closes = () => {
    const preventDefault = vi.fn();
    question.closing({ preventDefault });
    return preventDefault.mock.calls.length === 0;
  };
  return { ...question, ask, close, closes };
}

test('a window without support sessions closes at once', () => {
  const { closes, ask } = setUp(false);
  expect(closes()).toBe(true);
  expect(ask).not.toHaveBeenCalled();
});

test('with support sessions the page asks, and the window closes when it is told to', () => {
  const { closes, ask, close, answer } = setUp(true);
  expect(closes()).toBe(false);
  expect(ask).toHaveBeenCalledOnce();
  answer({ closes: false });
  expect(close).not.toHaveBeenCalled();
  expect(closes()).toBe(false);
  answer({ closes: true });
  expect(close).toHaveBeenCalledOnce();
  expect(closes()).toBe(true);
});

test('a window whose page does not answer closes when it is closed once more; a page that is new is asked anew', () => {
  const { closes, forget } = setUp(true);
  expect(closes()).toBe(false);
  forget();
  expect(closes()).toBe(false);
  expect(closes()).toBe(true);
});

test('a system that ends the console is not held up', () => {
  const { closes, allow } = setUp(true);
  allow();
  expect(closes()).toBe(true);
});
