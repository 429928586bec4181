import { expect, test, vi } from 'vitest';
import type { ConsoleApi } from '#app/contracts/console-api.ts';
import type { FilesEvent, Transfer } from '#app/contracts/files-port.ts';
import { SupportSessionId } from '#app/domain/ids.ts';
import { EMPTY_CHAT } from './chat/chat-connection.ts';
import { createFilesView } from './file-transfer/files-view.ts';
import { NO_SCREEN } from './screen-sharing/screen-feed.ts';
import { reportOnSession, TRY_AGAIN_MS } from './session-reports.ts';

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const aTransfer = (state: Transfer['state'], part: Partial<Transfer> = {}): FilesEvent => ({
  files: 'queue',
  transfers: [
    { id: 1, from: 'here', name: 'a.txt', state, bytesTotal: 7, filesTotal: 1, ...part } as Transfer,
  ],
});

/** Something that changes when the test says so. */
function aSource<T extends object>(first: T) {
  let current = first;
  const listeners = new Set<() => void>();
  return {
    snapshot: () => current,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(part: Partial<T>) {
      current = { ...current, ...part };
      for (const listener of listeners) listener();
    },
  };
}

function setUp() {
  const session = aSource<{ shells: { channel: number; running: boolean }[] }>({ shells: [] });
  const chat = aSource({ ...EMPTY_CHAT });
  const screen = aSource({ ...NO_SCREEN });
  const files = createFilesView(() => undefined);
  let answer: Awaited<ReturnType<ConsoleApi['reportOnSession']>> = { ok: true, value: {} };
  const reportOn = vi.fn<ConsoleApi['reportOnSession']>(async () => answer);
  const rests: { milliseconds: number; run: () => void }[] = [];
  let ids = 0;
  const stop = reportOnSession({
    api: { reportOnSession: reportOn },
    sessionId: SupportSessionId.parse('s-1'),
    connection: { ...session, files, chat, screen } as unknown as Parameters<
      typeof reportOnSession
    >[0]['connection'],
    newId: () => uuid(++ids),
    after(milliseconds, run) {
      rests.push({ milliseconds, run });
      return () => undefined;
    },
  });
  const deeds = () => reportOn.mock.calls.flatMap(([{ reports }]) => reports.map(({ deed }) => deed));
  const rest = () => rests.at(-1)?.run();
  const refuse = (code: 'appliance-unreachable' | 'session-not-found' | null) => {
    answer = code === null ? { ok: true, value: {} } : { ok: false, code };
  };
  return { session, chat, screen, files, reportOn, deeds, rest, rests, refuse, stop };
}
const told = async () => void (await Promise.resolve());

test('a shell that was opened is reported, one that was found running is not', () => {
  const { session, deeds } = setUp();
  session.change({ shells: [{ channel: 9, running: true }] });
  session.change({
    shells: [
      { channel: 9, running: true },
      { channel: 1, running: false },
    ],
  });
  session.change({
    shells: [
      { channel: 9, running: true },
      { channel: 1, running: true },
    ],
  });
  session.change({ shells: [{ channel: 1, running: true }] });
  expect(deeds()).toEqual([{ did: 'shell-opened' }]);
});

test('a file is reported when it has ended, and again when it was tried again', async () => {
  const { files, deeds, rest } = setUp();
  for (const state of ['waiting', 'running', 'failed', 'failed', 'running', 'done'] as const)
    files.receive(aTransfer(state));
  await told();
  rest();
  const file = { did: 'transferred', way: 'sent', name: 'a.txt', bytes: 7, files: 1 };
  expect(deeds()).toEqual([
    { ...file, outcome: 'failed' },
    { ...file, outcome: 'done' },
  ]);
});

test('a name without end is shortened', () => {
  const { files, deeds } = setUp();
  files.receive(aTransfer('done', { name: 'n'.repeat(2_000), from: 'there' }));
  expect(deeds()).toMatchObject([{ way: 'received', name: `${'n'.repeat(300)}…` }]);
});

test('the screen is reported when it is viewed and when it is taken control of', async () => {
  const { screen, deeds, rest } = setUp();
  screen.change({ stage: { stage: 'shared' } as never });
  screen.change({ input: 'control' });
  screen.change({ input: 'view-only' });
  screen.change({ stage: { stage: 'closed' } });
  await told();
  rest();
  expect(deeds()).toEqual([{ did: 'screen-viewed' }, { did: 'screen-controlled' }]);
});

test('of the chat only the number of its messages is told', async () => {
  const { chat, reportOn, rest } = setUp();
  const message = { seq: 3, id: uuid(9), by: 'anna', name: 'Anna', at: 1, text: 'secret' };
  chat.change({ messages: [message] });
  expect(reportOn).toHaveBeenCalledExactlyOnceWith({ sessionId: 's-1', reports: [], chatMessages: 3 });
  await told();
  rest();
  expect(reportOn).toHaveBeenCalledTimes(1);
});

test('what could not be told is told again with the same number; a session that is over is let go of', async () => {
  const { session, reportOn, rest, rests, refuse } = setUp();
  refuse('appliance-unreachable');
  session.change({ shells: [{ channel: 1, running: false }] });
  session.change({ shells: [{ channel: 1, running: true }] });
  await told();
  expect(rests.at(-1)?.milliseconds).toBe(TRY_AGAIN_MS);
  refuse('session-not-found');
  rest();
  await told();
  expect(reportOn.mock.calls[1]).toEqual(reportOn.mock.calls[0]);
  rest();
  expect(reportOn).toHaveBeenCalledTimes(2);
});
