import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createEventQueue } from '../testing/event-queue.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { createSilentLog } from '../testing/silent-log.ts';
import { aTemporaryFolder } from '../testing/temporary-folder.ts';
import { createTestChannel } from '../testing/test-channel.ts';
import { createCommandShells, MOST_SHELLS } from './command-shell.ts';
import { loadPty, type SpawnPty } from './pty.ts';
import { terminalSessionProcesses } from './terminal-session.ts';

const SIZE = { service: 'command-shell', columns: 80, rows: 24 } as const;
const loginShell = () => ({
  program: '/bin/sh',
  words: [] as string[],
  folder: '/tmp',
  env: { PATH: '/usr/bin:/bin', PS1: '$ ', TERM: 'xterm-256color' },
});

async function aRealShell(words: string[] = []) {
  const clock = createManualClock();
  const exits = createEventQueue<number>();
  const realSpawn = await loadPty();
  const spawnPty: SpawnPty = (options) =>
    realSpawn({
      ...options,
      onExit(exitCode) {
        options.onExit(exitCode);
        exits.push(exitCode);
      },
    });
  const log = createSilentLog();
  const shells = createCommandShells({
    spawnPty,
    loginShell: () => ({ ...loginShell(), words }),
    clock,
    log,
  });
  const terminal = createTestChannel(SIZE);
  shells.serve(terminal.channel, SIZE);
  onTestFinished(() => shells.killAll());
  return Object.assign(terminal, { clock, shells, exits });
}

test('a command runs in a real terminal, in the home folder, and its output comes back', async () => {
  const shell = await aRealShell();
  shell.type('echo "it is $((6 * 7)) in $PWD on $TERM"; test -t 0 && echo a real"" terminal\r');
  await shell.outputThat(/it is 42 in \/tmp on xterm-256color/);
  await shell.outputThat(/a real terminal/);
});

test('bytes pass unchanged, whatever they are', async () => {
  const shell = await aRealShell();
  shell.type(`stty raw -echo; printf ready%s ! ; head -c 4 | od -An -tx1; exit\r`);
  await shell.outputThat(/ready!/);
  shell.channel.listener.data(new Uint8Array([0xff, 0x00, 0xc3, 0x28]), false);
  await shell.outputThat(/ff 00 c3 28/);
});

test('what a program does not read waits without credit, and holds nothing else up', async () => {
  const shell = await aRealShell();
  shell.type('stty raw -echo; echo read""y; exec sleep 1000\r');
  await shell.outputThat(/ready/);
  const before = shell.consumedBytes;
  for (let piece = 0; piece < 16; piece += 1) shell.channel.listener.data(new Uint8Array(16_000), false);
  shell.clock.advance(10_000);
  expect(shell.consumedBytes - before).toBeLessThan(100_000);
  shell.channel.listener.closed?.({ reason: 'closed' });
  expect(await shell.exits.take()).toBe(128 + 1);
});

test('the size is that of the window, at the start and as it changes', async () => {
  const shell = await aRealShell();
  shell.type('stty size\r');
  await shell.outputThat(/24 80/);
  shell.channel.listener.control?.({ type: 'resize', columns: 132, rows: 43 });
  shell.type('stty size\r');
  await shell.outputThat(/43 132/);
});

test('the exit code is told when the shell exits, after its last output', async () => {
  const shell = await aRealShell();
  shell.type('echo last"" words; exit 3\r');
  expect(await shell.closed.take()).toEqual({ reason: 'exited', exitCode: 3 });
  await shell.outputThat(/last words/);
});

test('the shell ends with its channel, and leaves no process behind, even one that ignores hang-ups', async () => {
  const held = join(aTemporaryFolder(), 'held');
  execFileSync('mkfifo', [held]);
  const allGone = once(createReadStream(held).resume(), 'end');
  const shell = await aRealShell();
  shell.type(`exec 3>${held}; sleep 1000 & nohup sleep 1000 & echo "shell $$."\r`);
  const shellId = Number((await shell.outputThat(/shell (\d+)\./))[1]);
  expect(terminalSessionProcesses(shellId)).toHaveLength(3);
  shell.channel.listener.closed?.({ reason: 'closed' });
  await shell.exits.take();
  shell.clock.advance(1_000);
  // The pipe ends when the last process that holds it has ended.
  await allGone;
});

test('a shell that ignores the hang-up is killed', async () => {
  const shell = await aRealShell(['-c', "trap '' HUP; echo ready; while :; do sleep 1000; done"]);
  await shell.outputThat(/ready/);
  shell.channel.listener.closed?.({ reason: 'lost' });
  expect(shell.clock.nextDelay).toBe(1_000);
  shell.clock.advance(1_000);
  expect(await shell.exits.take()).toBe(128 + 9);
});

test('without credit the terminal waits, and goes on when there is credit again', () => {
  const pty = { processId: -1, write: vi.fn(() => 0), resize: vi.fn(), pause: vi.fn(), resume: vi.fn() };
  let onData = (_bytes: Uint8Array) => {};
  const spawnPty: SpawnPty = (options) => {
    onData = options.onData;
    return pty;
  };
  const shells = createCommandShells({
    spawnPty,
    loginShell,
    clock: createManualClock(),
    log: createSilentLog(),
  });
  const terminal = createTestChannel(SIZE);
  shells.serve(terminal.channel, SIZE);
  onData(new Uint8Array(1));
  expect(pty.pause).not.toHaveBeenCalled();
  terminal.grantCredit(false);
  onData(new Uint8Array(1));
  expect(pty.pause).toHaveBeenCalledOnce();
  terminal.grantCredit(true);
  expect(pty.resume).toHaveBeenCalledOnce();
});

test('only so many shells run at once; more are refused with a reason', async () => {
  let lastId = 0;
  const spawnPty: SpawnPty = () => {
    lastId -= 1;
    return { processId: lastId, write: vi.fn(() => 0), resize: vi.fn(), pause: vi.fn(), resume: vi.fn() };
  };
  const shells = createCommandShells({
    spawnPty,
    loginShell,
    clock: createManualClock(),
    log: createSilentLog(),
  });
  for (let count = 0; count < MOST_SHELLS; count += 1) shells.serve(createTestChannel(SIZE).channel, SIZE);
  const oneTooMany = createTestChannel(SIZE);
  shells.serve(oneTooMany.channel, SIZE);
  expect(await oneTooMany.closed.take()).toMatchObject({ reason: 'failed' });
});

test('a computer without a terminal module says so, and so does a shell that cannot be started', async () => {
  const clock = createManualClock();
  const log = createSilentLog();
  const without = createTestChannel(SIZE);
  createCommandShells({ spawnPty: null, loginShell, clock, log }).serve(without.channel, SIZE);
  expect(await without.closed.take()).toMatchObject({ reason: 'failed' });

  const broken = createTestChannel(SIZE);
  const spawnPty: SpawnPty = () => {
    throw new Error('no more terminals');
  };
  createCommandShells({ spawnPty, loginShell, clock, log }).serve(broken.channel, SIZE);
  expect(await broken.closed.take()).toEqual({
    reason: 'failed',
    message: 'The shell could not be started.',
  });
});
