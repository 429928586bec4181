import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useUnhurried } from './use-unhurried.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const setUp = () =>
  renderHook(({ value, question }) => useUnhurried(value, question), {
    initialProps: { value: 1, question: 'a' },
  });

test('a value that changes all the time is shown four times a second, the last one always', () => {
  const { result, rerender } = setUp();
  rerender({ value: 2, question: 'a' });
  rerender({ value: 3, question: 'a' });
  expect(result.current).toBe(1);
  act(() => vi.advanceTimersByTime(250));
  expect(result.current).toBe(3);
  act(() => vi.advanceTimersByTime(1_000));
  rerender({ value: 4, question: 'a' });
  act(() => vi.advanceTimersByTime(250));
  expect(result.current).toBe(4);
  expect(vi.getTimerCount()).toBe(0);
});

test('another question is answered at once, and nothing comes after the end', () => {
  const { result, rerender, unmount } = setUp();
  rerender({ value: 2, question: 'b' });
  expect(result.current).toBe(2);
  rerender({ value: 3, question: 'b' });
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});
