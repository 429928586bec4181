import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ACTION_ENTRIES, ACTION_IDS, type ActionEntry } from '#app/contracts/actions.ts';
import { listenForActions } from '../../actions/listen-for-actions.ts';
import { createFakeConsole } from '../../test-support/fake-console.ts';
import { ShortcutsHelp } from './shortcuts-help.tsx';

afterEach(cleanup);

async function setUp() {
  const fake = createFakeConsole();
  await expect.poll(() => fake.store.getState().connection?.state).toBe('connected');
  fake.sendSnapshot([]);
  render(<ShortcutsHelp />, { wrapper: fake.Wrapper });
  return { ...fake, end: listenForActions(fake.console) };
}
const press = (target: EventTarget, init: KeyboardEventInit) =>
  act(() => target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })));

test('F1 opens it, with every key of the table of actions', async () => {
  const { end } = await setUp();
  press(window, { key: 'F1' });
  const shown = screen.getByRole('dialog', { name: 'Keyboard shortcuts' }).textContent ?? '';
  const keys = ACTION_IDS.flatMap((id) => (ACTION_ENTRIES[id] as ActionEntry).shortcuts).map(
    ({ text }) => text,
  );
  expect(keys.filter((key) => !shown.includes(key))).toEqual([]);
  end();
});

test('a question mark opens it, too, except where one types', async () => {
  const { end, store } = await setUp();
  const input = document.body.appendChild(document.createElement('input'));
  press(input, { key: '?', shiftKey: true });
  expect(store.getState().openDialog).toBeNull();
  press(document.body, { key: '?', shiftKey: true });
  expect(store.getState().openDialog).toBe('keyboard-shortcuts');
  input.remove();
  end();
});

test('no key stands for two actions at one place', () => {
  const keys = ACTION_IDS.flatMap((id) => (ACTION_ENTRIES[id] as ActionEntry).shortcuts).map(
    ({ within, text }) => `${within} ${text}`,
  );
  expect(new Set(keys).size).toBe(keys.length);
});
