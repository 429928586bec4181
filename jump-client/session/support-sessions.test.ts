import { EventEmitter } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { SessionStart } from '#app/contracts/jump-client-protocol.ts';
import type { SessionChannel } from '#app/session-channel/session-channel.ts';
import { systemClock } from '../clock.ts';
import { createEventQueue } from '../testing/event-queue.ts';
import { createSilentLog } from '../testing/silent-log.ts';
import { startTestAppliance } from '../testing/test-appliance.ts';
import { createSessionChats } from './chat.ts';
import { createCommandShells } from './command-shell.ts';
import { loadPty } from './pty.ts';
import { openSessionSocket } from './session-socket.ts';
import { createSupportSessions, MOST_SESSIONS } from './support-sessions.ts';

const START = {
  sessionId: 'session-1',
  representativeId: 'representative-1',
  representativeName: 'Anna Berg',
  sessionToken: 'token-1',
} as SessionStart;

async function aComputer() {
  const appliance = await startTestAppliance();
  const disabled = { value: false };
  const log = createSilentLog();
  const loginShell = () => ({ program: '/bin/sh', words: [], folder: '/', env: { PATH: '/bin', PS1: '$ ' } });
  const spawnPty = await loadPty();
  const shells = createCommandShells({ spawnPty, loginShell, clock: systemClock, log });
  const chats = createSessionChats(systemClock);
  const sessions = createSupportSessions({
    openSocket: () => openSessionSocket(appliance.url),
    services: {
      commandShell: shells.serve,
      fileTransfer: vi.fn(),
      screenSharing: vi.fn(),
      systemInformation: vi.fn(),
      chat: chats.serve,
    },
    isDisabled: () => disabled.value,
    onSessionOver: chats.sessionOver,
    clock: systemClock,
    random: () => 0,
    log,
  });
  onTestFinished(async () => {
    sessions.endAll();
    shells.killAll();
    await appliance.close();
  });
  return { appliance, disabled, sessions, representative: appliance.sessions.representative };
}

/** A shell as the console sees it. */
function listenTo(channel: SessionChannel) {
  const output = createEventQueue<string>();
  const closed = createEventQueue<object>();
  let received = '';
  channel.listener = {
    data(bytes) {
      channel.consumed(bytes.length);
      output.push(new TextDecoder().decode(bytes));
    },
    closed: (reason) => closed.push(reason),
  };
  return {
    closed,
    type: (text: string) => channel.send(new TextEncoder().encode(text)),
    async outputThat(fits: RegExp): Promise<void> {
      while (!fits.test(received)) received += await output.take();
      received = '';
    },
  };
}

test('a representative works in a shell on this computer, over a socket of the session', async () => {
  const { sessions, representative } = await aComputer();
  expect(await sessions.start(START)).toEqual({ ok: true });
  const shell = listenTo(representative.open({ service: 'command-shell', columns: 80, rows: 24 }));
  shell.type('echo "it is $((6 * 7))"; exit 5\r');
  await shell.outputThat(/it is 42/);
  expect(await shell.closed.take()).toEqual({ reason: 'exited', exitCode: 5 });
});

test('several shells at once, each with its own terminal', async () => {
  const { sessions, representative } = await aComputer();
  await sessions.start(START);
  const open = () => listenTo(representative.open({ service: 'command-shell', columns: 80, rows: 24 }));
  const [one, two] = [open(), open()];
  one.type('echo first-$((1 + 1))\r');
  two.type('echo second-$((1 + 1))\r');
  await Promise.all([one.outputThat(/first-2/), two.outputThat(/second-2/)]);
});

test('R5.1 a lost connection is joined again within the session, and the shell goes on', async () => {
  const { appliance, sessions, representative } = await aComputer();
  await sessions.start(START);
  const shell = listenTo(representative.open({ service: 'command-shell', columns: 80, rows: 24 }));
  shell.type('kept=yes; echo rea""dy\r');
  await shell.outputThat(/ready/);
  const first = await appliance.sessions.joined.take();
  first.socket.close(true);
  expect((await appliance.sessions.joined.take()).token).toBe('token-1+');
  shell.type('echo "kept: $kept."\r');
  await shell.outputThat(/kept: yes\./);
});

test('the session ends for this computer when the appliance says so', async () => {
  const { appliance, sessions } = await aComputer();
  await sessions.start(START);
  const { socket } = await appliance.sessions.joined.take();
  const left = EventEmitter.once(socket, 'close');
  socket.send(JSON.stringify({ type: 'ended', reason: 'representative' }));
  await left;
  expect(sessions.count).toBe(0);
});

test('a malformed frame ends its session', async () => {
  const { appliance, sessions } = await aComputer();
  await sessions.start(START);
  const { socket } = await appliance.sessions.joined.take();
  const left = EventEmitter.once(socket, 'close');
  socket.send(Buffer.from([250, 1, 2, 3, 4, 5]));
  await left;
  expect(sessions.count).toBe(0);
});

test('a refused token, or an appliance that is gone, fails the start', async () => {
  const { appliance, sessions } = await aComputer();
  expect(await sessions.start({ ...START, sessionToken: 'refused' })).toEqual({
    ok: false,
    reason: 'failed',
  });
  await appliance.close();
  expect(await sessions.start(START)).toEqual({ ok: false, reason: 'failed' });
  expect(sessions.count).toBe(0);
});

test('R5.4 a disabled Jump Client starts no session, and lets a running one go on', async () => {
  const { disabled, sessions } = await aComputer();
  await sessions.start(START);
  disabled.value = true;
  expect(await sessions.start({ ...START, sessionId: 'session-2' } as SessionStart)).toEqual({
    ok: false,
    reason: 'disabled',
  });
  expect(await sessions.start({ ...START, sessionToken: 'anew' })).toEqual({ ok: true });
  expect(sessions.count).toBe(1);
});

test('no more sessions than a computer can serve', async () => {
  const { sessions } = await aComputer();
  const ids = Array.from({ length: MOST_SESSIONS }, (_, index) => `session-${index}`);
  await Promise.all(ids.map((sessionId) => sessions.start({ ...START, sessionId } as SessionStart)));
  expect(await sessions.start({ ...START, sessionId: 'more' } as SessionStart)).toMatchObject({ ok: false });
});
