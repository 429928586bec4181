import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { ConsoleApi } from '#app/contracts/console-api.ts';
import type { SessionPortEvent, SessionPortRequest } from '#app/contracts/session-port.ts';
import { SupportSession } from '#app/domain/support-session.ts';
import { ConsoleProvider } from '../../store/console-context.tsx';
import { createConsoleStore } from '../../store/console-store.ts';
import { createJumpItemRows } from '../../store/jump-item-rows.ts';
import { searchWords } from '../../store/search-words.ts';
import { createQuerySelector } from '../../store/selectors.ts';
import { SupportSessionTab } from './support-session-tab.tsx';

const session = SupportSession.parse({
  id: 'session-1',
  jumpItemId: 'item-1',
  name: 'Reception',
  representativeId: 'representative-1',
  invitedIds: [],
  representativeNames: ['Winston Scott'],
  startedAt: 1_000,
  customer: null,
  pin: null,
  failedPin: null,
});

/** Main's end of the door: a port for the session, and what was asked. */
function setUp({ refuse = false } = {}) {
  const { port1, port2 } = new MessageChannel();
  const sent: SessionPortRequest[] = [];
  port2.onmessage = (event: MessageEvent<SessionPortRequest>) => void sent.push(event.data);
  const endSupportSession = vi.fn(async () => ({ ok: true, value: {} }));
  const openSessionPort = vi.fn(async () => {
    if (refuse) return { ok: false, code: 'session-not-found' };
    const arrived = new MessageEvent('message', {
      data: { type: 'session-port-arrived', sessionId: session.id },
      origin: window.location.origin,
      source: window,
      ports: [port1],
    } as unknown as MessageEventInit);
    window.dispatchEvent(arrived);
    return { ok: true, value: {} };
  });
  const api = {
    openSessionPort,
    endSupportSession,
    savePreferences: vi.fn(),
    reportOnSession: vi.fn(async () => ({ ok: true, value: {} })),
    readSessionSummary: vi.fn(),
  } as unknown as ConsoleApi;
  Object.assign(window, { consoleApi: asTexts(api) });
  const store = createConsoleStore(api);
  const rows = createJumpItemRows(createQuerySelector()(store.getState()), searchWords);
  render(
    <ConsoleProvider value={{ api, store, rows }}>
      <SupportSessionTab session={session} visible isFullScreen={false} />
    </ConsoleProvider>,
  );
  return { sent, endSupportSession, say: (event: SessionPortEvent) => port2.postMessage(event) };
}

/** As the preload has it. */
function asTexts(api: object) {
  const texts = Object.entries(api).map(([name, ask]) => [
    name,
    async (paramsJson: string) => JSON.stringify(await ask(JSON.parse(paramsJson))),
  ]);
  return Object.fromEntries(texts);
}

afterEach(cleanup);

test('a session that is joined opens a shell and says that it is connected', async () => {
  const { sent, say } = setUp();
  expect(screen.getByRole('heading', { name: 'Reception' })).toBeTruthy();
  expect(screen.getAllByText('Connecting…').length).toBeGreaterThan(0);
  say({ type: 'link', state: 'connected' });
  await screen.findByText('Connected');
  await waitFor(() =>
    expect(sent.map((request) => request.type)).toEqual(expect.arrayContaining(['open-channel'])),
  );
  expect(screen.getByRole('tab', { name: 'Shell 1' })).toBeTruthy();
});

test('the first shell takes the keyboard, but not from a control that the representative is on', async () => {
  const idle = setUp();
  idle.say({ type: 'link', state: 'connected' });
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toContain('Shell 1'));
  cleanup();

  const busy = setUp();
  const end = screen.getByRole('button', { name: 'End session' });
  end.focus();
  busy.say({ type: 'link', state: 'connected' });
  await screen.findByRole('tab', { name: 'Shell 1' });
  expect(document.activeElement).toBe(end);
  await userEvent.click(screen.getByRole('button', { name: 'New shell' }));
  await screen.findByRole('tab', { name: 'Shell 2' });
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toContain('Shell 2'));
});

test('a shell that ended says how, and is opened again', async () => {
  const { say } = setUp();
  say({ type: 'link', state: 'connected' });
  await screen.findByRole('tab', { name: 'Shell 1' });
  say({ type: 'channel-closed', channel: 1, closed: { reason: 'exited', exitCode: 3 } });
  await screen.findByText('This shell exited with 3.');
  await userEvent.click(screen.getByRole('button', { name: 'Open again' }));
  const tab = await screen.findByRole('tab', { name: 'Shell 2' });
  expect(tab.getAttribute('aria-selected')).toBe('true');
});

test('System Information is shown as tables of text', async () => {
  const { say } = setUp();
  const rows = [['Name', '<b>front</b>']];
  say({ type: 'link', state: 'connected' });
  const information = { takenAt: 1, sections: [{ title: 'computer', columns: ['', ''], rows }] };
  say({ type: 'channel-opened', channel: 5, service: { service: 'system-information' } });
  say({
    type: 'data',
    channel: 5,
    bytes: new TextEncoder().encode(`${JSON.stringify(information)}\n`),
    replayed: false,
  });
  const table = await screen.findByRole('table', { name: 'Computer' });
  expect(within(table).getByText('<b>front</b>')).toBeTruthy();
  expect(screen.getByText('now')).toBeTruthy();
  say({ type: 'link', state: 'waiting' });
  await screen.findByText('last known, now');
});

test('a lost computer is waited for, and no shell can be opened meanwhile', async () => {
  const { say } = setUp();
  say({ type: 'link', state: 'connected' });
  await screen.findByText('Connected');
  say({ type: 'link', state: 'waiting' });
  await screen.findByText('Waiting for the computer to come back');
  expect(screen.getByRole('button', { name: 'New shell' }).getAttribute('aria-disabled')).toBe('true');
});

test('End session ends this session', async () => {
  const { endSupportSession } = setUp();
  await userEvent.click(screen.getByRole('button', { name: 'End session' }));
  expect(endSupportSession).toHaveBeenCalledWith(expect.objectContaining({ sessionId: 'session-1' }));
});

test('a session that cannot be joined says why', async () => {
  setUp({ refuse: true });
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toBe('The support session has ended.');
});
