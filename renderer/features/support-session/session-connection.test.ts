import { expect, test, vi } from 'vitest';
import {
  MAX_INPUT_BYTES,
  type SessionPortEvent,
  type SessionPortRequest,
} from '#app/contracts/session-port.ts';
import { createChatKeeper } from './chat/kept-chat.ts';
import { createSessionConnection, type SessionPort } from './session-connection.ts';
import type { CreateShellTerminal, ShellTerminal } from './shell-terminal.ts';

const SHELL = { service: 'command-shell', columns: 80, rows: 24 } as const;
const INFORMATION = {
  takenAt: 1,
  sections: [{ title: 'computer', columns: ['', ''], rows: [['Name', 'a']] }],
};

function setUp() {
  const sent: SessionPortRequest[] = [];
  const port: SessionPort = {
    onmessage: null,
    postMessage: (request) => void sent.push(request),
    close: vi.fn(),
  };
  const terminals: {
    write: ReturnType<typeof vi.fn>;
    replay: ReturnType<typeof vi.fn>;
    options: Parameters<CreateShellTerminal>[0];
  }[] = [];
  let rest = () => {};
  const connection = createSessionConnection({
    port,
    now: () => 5_000,
    newId: () => crypto.randomUUID(),
    chatKeeper: createChatKeeper({
      sessionId: 'session-1',
      storage: sessionStorage,
      lasting: { load: () => undefined, save: () => undefined },
      after: () => () => undefined,
    }),
    after(_milliseconds, run) {
      rest = run;
      return vi.fn();
    },
    createTerminal(options) {
      const terminal = {
        write: vi.fn(),
        replay: vi.fn(),
        end: vi.fn(),
        dispose: vi.fn(),
        size: () => options,
      };
      terminals.push({ ...terminal, options });
      return terminal as unknown as ShellTerminal;
    },
  });
  const receive = (event: SessionPortEvent) =>
    port.onmessage?.(new MessageEvent('message', { data: event }) as MessageEvent<SessionPortEvent>);
  return { sent, port, terminals, connection, receive, rest: () => rest() };
}

test('a session with nothing running is given a shell, System Information and a chat, once', () => {
  const { sent, receive } = setUp();
  receive({ type: 'link', state: 'connected' });
  receive({ type: 'link', state: 'waiting' });
  receive({ type: 'link', state: 'connected' });
  expect(sent).toEqual([
    { type: 'open-channel', channel: 1, service: SHELL },
    { type: 'open-channel', channel: 2, service: { service: 'system-information' } },
    { type: 'open-channel', channel: 3, service: { service: 'chat' } },
  ]);
});

test('what ran before the console came back is shown, and no more of it is opened; a chat is begun anew', () => {
  const { sent, receive, connection, terminals } = setUp();
  receive({ type: 'channel-opened', channel: 4, service: { ...SHELL, columns: 120 } });
  receive({ type: 'channel-opened', channel: 7, service: { service: 'system-information' } });
  receive({ type: 'channel-opened', channel: 8, service: { service: 'chat' } });
  receive({ type: 'link', state: 'connected' });
  expect(sent).toEqual([
    { type: 'close-channel', channel: 8 },
    { type: 'open-channel', channel: 9, service: { service: 'chat' } },
  ]);
  expect(connection.snapshot().shells).toMatchObject([{ channel: 4, number: 1, running: true }]);
  expect(terminals[0]?.options.columns).toBe(120);
  expect(connection.openShell()).toBe(10);
});

test('credit is given back only after the terminal has shown the bytes', () => {
  const { sent, receive, terminals } = setUp();
  receive({ type: 'channel-opened', channel: 1, service: SHELL });
  receive({ type: 'data', channel: 1, bytes: new Uint8Array(300), replayed: false });
  expect(sent).toEqual([]);
  terminals[0]?.write.mock.calls[0]?.[1]();
  expect(sent).toEqual([{ type: 'consumed', channel: 1, byteCount: 300 }]);
});

test('what is typed and how large the terminal is goes to its own channel', () => {
  const { sent, receive, terminals } = setUp();
  receive({ type: 'channel-opened', channel: 3, service: SHELL });
  terminals[0]?.options.onInput(new Uint8Array([3]));
  terminals[0]?.options.onResize(100, 30);
  expect(sent).toEqual([
    { type: 'data', channel: 3, bytes: new Uint8Array([3]) },
    { type: 'resize', channel: 3, columns: 100, rows: 30 },
  ]);
});

test('an ended shell stays on the screen until it is closed', () => {
  const { sent, receive, connection } = setUp();
  receive({ type: 'channel-opened', channel: 1, service: SHELL });
  receive({ type: 'channel-closed', channel: 1, closed: { reason: 'exited', exitCode: 0 } });
  expect(connection.snapshot().shells).toMatchObject([{ closed: { reason: 'exited', exitCode: 0 } }]);
  connection.closeShell(1);
  expect(connection.snapshot().shells).toEqual([]);
  expect(sent).toEqual([]);
});

test('closing a running shell ends it on the computer', () => {
  const { sent, receive, connection } = setUp();
  receive({ type: 'channel-opened', channel: 1, service: SHELL });
  connection.closeShell(1);
  expect(sent).toEqual([{ type: 'close-channel', channel: 1 }]);
});

test('System Information is dated by this computer, and an unreadable line keeps the last readable one', () => {
  const { receive, connection, rest } = setUp();
  const line = (text: string) => new TextEncoder().encode(`${text}\n`);
  receive({ type: 'channel-opened', channel: 2, service: { service: 'system-information' } });
  receive({ type: 'data', channel: 2, bytes: line(JSON.stringify(INFORMATION)), replayed: false });
  expect(connection.snapshot().systemInformation).toEqual({
    latest: { information: INFORMATION, receivedAt: 5_000 },
    trouble: null,
  });
  receive({ type: 'data', channel: 2, bytes: line('{"sections":7}'), replayed: false });
  rest();
  expect(connection.snapshot().systemInformation).toMatchObject({
    latest: { receivedAt: 5_000 },
    trouble: 'unreadable',
  });
  receive({ type: 'channel-closed', channel: 2, closed: { reason: 'lost' } });
  expect(connection.snapshot().systemInformation.trouble).toBe('stopped');
});

test('leaving the port closes it and tells nobody any more', () => {
  const { port, connection } = setUp();
  const changed = vi.fn();
  connection.subscribe(changed);
  connection.dispose();
  expect(port.close).toHaveBeenCalledOnce();
  expect(port.onmessage).toBeNull();
  expect(changed).not.toHaveBeenCalled();
});

test('what was printed before the console came is replayed, not written', () => {
  const { receive, terminals } = setUp();
  receive({ type: 'channel-opened', channel: 1, service: SHELL });
  receive({ type: 'data', channel: 1, bytes: new Uint8Array(2), replayed: true });
  receive({ type: 'data', channel: 1, bytes: new Uint8Array(3), replayed: false });
  expect(terminals[0]?.replay.mock.calls.map(([bytes]) => bytes.length)).toEqual([2]);
  expect(terminals[0]?.write.mock.calls.map(([bytes]) => bytes.length)).toEqual([3]);
});

test('input that is not sent is said so, until there is room or something else is typed', () => {
  const { sent, receive, terminals, connection } = setUp();
  const refused = () => connection.snapshot().shells[0]?.inputRefused;
  receive({ type: 'channel-opened', channel: 1, service: SHELL });
  terminals[0]?.options.onInput(new Uint8Array(MAX_INPUT_BYTES + 1));
  expect(refused()).toBe('too-large');
  expect(sent).toEqual([]);
  terminals[0]?.options.onInput(new Uint8Array(1));
  expect(refused()).toBeNull();
  receive({ type: 'input', channel: 1, state: 'refused' });
  expect(refused()).toBe('not-taken');
  receive({ type: 'input', channel: 1, state: 'accepted' });
  expect(refused()).toBeNull();
});

test('a computer that never stops talking of itself is read in its newest words, and waits for its credit', () => {
  const { sent, receive, connection, rest } = setUp();
  const line = (takenAt: number) =>
    new TextEncoder().encode(`${JSON.stringify({ takenAt, sections: [] })}\n`);
  const say = (takenAt: number) =>
    receive({ type: 'data', channel: 2, bytes: line(takenAt), replayed: false });
  const shown = () => connection.snapshot().systemInformation.latest?.information.takenAt;
  const changed = vi.fn();
  connection.subscribe(changed);
  receive({ type: 'channel-opened', channel: 2, service: { service: 'system-information' } });
  say(1);
  expect(shown()).toBe(1);
  for (let takenAt = 2; takenAt <= 10_000; takenAt += 1) say(takenAt);
  expect(shown()).toBe(1);
  expect(sent.filter((request) => request.type === 'consumed')).toHaveLength(1);
  rest();
  expect(shown()).toBe(10_000);
  expect(changed).toHaveBeenCalledTimes(2);
});
