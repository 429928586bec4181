// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { createFakeConsole } from '../test-support/fake-console.ts';
import { aJumpClient, aJumpShortcut, aSupportSession } from '../test-support/jump-items.ts';
import { ConsoleWindow } from './console-window.tsx';

vi.mock('../features/support-session/support-session-tab.tsx', () => ({ SupportSessionTab: () => null }));
afterEach(cleanup);

async function setUp() {
  const fake = createFakeConsole();
  await expect.poll(() => fake.store.getState().connection?.state).toBe('connected');
  fake.sendSnapshot([aJumpClient('one'), aJumpClient('two'), aJumpShortcut('three')]);
  render(<ConsoleWindow />, { wrapper: fake.Wrapper });
  return { ...fake, user: userEvent.setup() };
}
const connection = () => screen.getByRole('status', { name: 'Connection' }).textContent;

test('R1.7 the summary line, letter for letter', async () => {
  await setUp();
  expect(
    screen.getByText('3 Jump Items total. 2 Jump Clients total. 2 online. 0 offline. 0 passive.'),
  ).toBeDefined();
});

test('how many items are listed is said once all are known', async () => {
  const fake = createFakeConsole();
  render(<ConsoleWindow />, { wrapper: fake.Wrapper });
  await expect.poll(() => fake.store.getState().connection?.state).toBe('connected');
  act(() => fake.sendSnapshot([aJumpClient('one'), aJumpClient('two')]));
  await expect.poll(() => screen.queryByText('2 Jump Items listed')).not.toBeNull();
});

test('the connection at a glance, and what it means for the list', async () => {
  const { emit, address, api, user } = await setUp();
  expect(connection()).toBe('support.example.com · live');
  const lostAt = new Date(2026, 10, 22, 14, 2).getTime();
  const nextAttemptAt = Date.now() + 5_000;
  act(() =>
    emit('connectionChanged', { state: 'reconnecting', address, lostAt, nextAttemptAt, reason: null }),
  );
  expect(connection()).toBe('Reconnecting…');
  expect(screen.getByText('Reconnecting… the list shows what was known at 14:02.')).toBeDefined();
  expect(screen.getByText('next attempt in 5 s')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Try now' }));
  expect(api.reconnectNow).toHaveBeenCalledOnce();
  act(() => emit('connectionChanged', { state: 'stale', address, applianceAheadMs: 0, lastHeardAt: lostAt }));
  expect(connection()).toBe('support.example.com · silent');
  expect(
    screen.getByText('Nothing was heard from the appliance since 14:02. The list may be out of date.'),
  ).toBeDefined();
});

test('one tab for each own support session; its cross ends the session', async () => {
  const { send, api, user } = await setUp();
  act(() => send({ supportSessions: { upserted: [aSupportSession('s-1')], removed: [] } }));
  await user.click(screen.getByRole('tab', { name: 'Reception' }));
  expect(screen.getByRole('tab', { name: 'Reception' }).getAttribute('aria-selected')).toBe('true');
  await user.keyboard('{ArrowLeft}');
  expect(screen.getByRole('tab', { name: 'Jump Interface' }).getAttribute('aria-selected')).toBe('true');
  await user.click(screen.getByRole('button', { name: 'End the session with Reception' }));
  expect(api.endSupportSession).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ sessionId: 's-1' }),
  );
});

test('a refusal is an alert that names its item, until it is dismissed', async () => {
  const { store, user } = await setUp();
  act(() => store.getState().showRefusal({ about: 'Reception', code: 'client-offline' }));
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toBe('ReceptionThe Jump Client is offline.');
  await user.click(within(alert).getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a notice is told quietly, with what it names', async () => {
  const { emit } = await setUp();
  act(() => emit('noticed', { notice: 'preferences-set-aside', path: '/old/preferences.json' }));
  expect(screen.getByText(/kept the old file at \/old\/preferences\.json/)).toBeDefined();
});

test('starting, failed and signed out are views of their own; nothing of the list stays after signing out', async () => {
  const { emit, rows, store } = await setUp();
  act(() => emit('connectionChanged', { state: 'signed-out', address: '', reason: null }));
  expect(screen.getByRole('heading', { name: 'Sign in' })).toBeDefined();
  expect(rows.getList().rows).toHaveLength(0);
  expect(store.getState().representative).toBeNull();
  act(() => emit('connectionChanged', { state: 'starting' }));
  expect(screen.getByText('Starting the appliance…')).toBeDefined();
  act(() => emit('connectionChanged', { state: 'failed', message: 'The port is taken.' }));
  expect(screen.getByRole('alert').textContent).toBe('The port is taken.');
});

test('the theme is chosen in the settings, and kept', async () => {
  const { api, user } = await setUp();
  await user.click(screen.getByRole('button', { name: 'Settings' }));
  await user.click(screen.getByRole('menuitemradio', { name: 'Dark' }));
  expect(document.documentElement.dataset.theme).toBe('dark');
  expect(api.savePreferences).toHaveBeenCalledExactlyOnceWith({ theme: 'dark' });
});
