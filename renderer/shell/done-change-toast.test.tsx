import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OpId } from '#app/domain/ids.ts';
import type { ConsoleStore } from '../store/console-store.ts';
import { createFakeConsole } from '../test-support/fake-console.ts';
import { Messages } from './messages.tsx';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function setUp() {
  const fake = createFakeConsole();
  render(<Messages />, { wrapper: fake.Wrapper });
  return fake;
}

const opId = OpId.parse('6f1c0a52-41d4-4f6e-8a57-0f0e4a3b7a11');
/** A removal of an item that was carried out just now. */
function remove({ getState }: ConsoleStore) {
  const removal = { deed: 'removed', name: 'Reception', count: 1, heldUntil: Date.now() + 10_000 } as const;
  act(() => {
    getState().keepUndoable({ ...removal, opId });
    getState().showDoneChange({ ...removal, undoneOpId: opId });
  });
}
const pass = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1_000));
const undo = () => screen.getByRole('button', { name: 'Undo' });

test('R1.9 a removal counts down the seconds that are left to undo it, unheard by screen readers', () => {
  const { store } = setUp();
  remove(store);
  expect(screen.getByRole('status').textContent).toBe('ReceptionRemoved.Undo10 s');
  pass(3);
  expect(undo().textContent).toBe('Undo7 s');
  expect(undo().querySelector('[aria-hidden]')?.textContent).toBe('7 s');
});

test('it leaves by itself after ten seconds, but not while it is pointed at or has the focus', () => {
  const { store } = setUp();
  remove(store);
  pass(9);
  fireEvent.pointerEnter(screen.getByRole('status'));
  pass(30);
  expect(undo().getAttribute('aria-disabled')).toBe('true');
  expect(undo().title).toBe('This can no longer be undone.');
  fireEvent.pointerLeave(screen.getByRole('status'));
  fireEvent.focus(undo());
  pass(30);
  fireEvent.blur(undo());
  pass(10);
  expect(screen.queryByRole('status')).toBeNull();
});

test('Undo takes back the command that the toast is about, not a later one', async () => {
  const { store, api } = setUp();
  remove(store);
  const later = OpId.parse('6f1c0a52-41d4-4f6e-8a57-0f0e4a3b7a12');
  store.getState().keepUndoable({ opId: later, deed: 'edited', name: null, count: 2, heldUntil: null });
  await act(async () => fireEvent.click(undo()));
  expect(api.undoCommand).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ undoneOpId: opId }));
  expect(screen.getByRole('status').textContent).toBe('ReceptionUndone.');
});

test('it stands over what stays, so that nothing moves when it leaves', () => {
  const { store } = setUp();
  act(() => store.getState().showRefusal({ about: 'Till', code: 'client-offline' }));
  remove(store);
  expect([...screen.getByRole('region').children].map(({ role }) => role)).toEqual(['status', 'alert']);
});
