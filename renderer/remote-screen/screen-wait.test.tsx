import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LATE_MS, ScreenWait } from './screen-wait.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('a screen that does not come: what is missing is said after ten seconds, and cancelled at any time', () => {
  const onCancel = vi.fn();
  render(<ScreenWait what="Connecting…" late="It says nothing." onCancel={onCancel} />);
  expect(screen.getByRole('status').textContent).toBe('Connecting…');
  screen.getByRole('button', { name: 'Cancel' }).click();
  expect(onCancel).toHaveBeenCalledOnce();
  act(() => vi.advanceTimersByTime(LATE_MS));
  expect(screen.getByRole('status').textContent).toBe('Connecting…It says nothing.');
  expect(screen.getByText('Waiting for 10 seconds')).toBeTruthy();
  act(() => vi.advanceTimersByTime(20_000));
  expect(screen.getByText('Waiting for 30 seconds')).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('Connecting…It says nothing.'); // read out once
});
