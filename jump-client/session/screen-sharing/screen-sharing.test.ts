import { readdirSync } from 'node:fs';
import { expect, onTestFinished, test, vi } from 'vitest';
import { systemClock } from '../../clock.ts';
import { createSilentLog } from '../../testing/silent-log.ts';
import { aTemporaryFolder } from '../../testing/temporary-folder.ts';
import { createTestChannel } from '../../testing/test-channel.ts';
import type { Participant } from '../support-sessions.ts';
import type { DisplaySearch } from './find-display.ts';
import { createScreenSharing, type ScreenView } from './screen-sharing.ts';
import type { VncProgram } from './vnc-program.ts';
import { startVncServer } from './vnc-server.ts';

const ANNA = {
  sessionId: 'session-1',
  representativeId: 'anna',
  representativeName: 'Anna Berg',
} as Participant;
const BEN = { ...ANNA, representativeId: 'ben', representativeName: 'Ben Cole' } as Participant;
const DISPLAY: DisplaySearch = { found: { name: ':9', authority: null, account: null } };
const GREETING = 'RFB 003.008\n\u0001\u0001';
const KEY = '\u0004\u0001\0\0\0\0\0a';

/** In a VNC server's place: it greets, and tells what it gets, in hexadecimal. */
const ECHO = `
  const [path] = process.argv.slice(1);
  require('node:net').createServer((socket) => {
    socket.write('<hello ' + process.pid + '>');
    socket.on('data', (bytes) => socket.write('<' + bytes.toString('hex') + '>'));
    socket.on('error', () => {});
  }).listen(path);
`;
const programOf = (script: string): VncProgram => ({
  path: process.execPath,
  words: (socketPath) => ['-e', script, socketPath],
});

function aComputer({ display = DISPLAY, program = programOf(ECHO) as VncProgram | null } = {}) {
  vi.stubEnv('TMPDIR', aTemporaryFolder());
  onTestFinished(() => void vi.unstubAllEnvs());
  const log = createSilentLog();
  const onView = vi.fn<(view: ScreenView) => void>();
  const sharing = createScreenSharing({
    findDisplay: async () => display,
    findProgram: () => program,
    startServer: (what) => startVncServer({ ...what, clock: systemClock, log }),
    onView,
    log,
  });
  onTestFinished(() => sharing.setAllowed(false));
  const open = (participant = ANNA) => {
    const seen = createTestChannel({ service: 'screen-sharing' });
    sharing.serve(seen.channel, participant);
    return seen;
  };
  return { sharing, open, onView };
}
const hex = (text: string) => Buffer.from(text, 'latin1').toString('hex');
/** These bytes as the program echoes them: a socket may split what was written at once, and join what was not. */
const echoed = (hexadecimal: string) => hexadecimal.replace(/..(?!$)/g, '$&(?:><)?');

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

test('several see it through one program, which ends with the last of them', async () => {
  const { open, onView } = aComputer();
  const [first, second] = [open(ANNA), open(BEN)];
  const processId = Number((await first.outputThat(/<hello (\d+)>/))[1]);
  expect(Number((await second.outputThat(/<hello (\d+)>/))[1])).toBe(processId);
  expect(onView.mock.lastCall?.[0].shares).toEqual([
    { representativeName: 'Anna Berg', input: 'view-only' },
    { representativeName: 'Ben Cole', input: 'view-only' },
  ]);
  first.channel.listener.closed?.({ reason: 'closed' });
  second.type(GREETING);
  await second.outputThat(new RegExp(`<${echoed(hex(GREETING))}>`));
  second.channel.listener.closed?.({ reason: 'lost' });
  await expect.poll(() => isRunning(processId)).toBe(false);
  expect(onView.mock.lastCall?.[0].shares).toEqual([]);
});

test('keys do not reach the program before Control, and not after it', async () => {
  const { open, onView } = aComputer();
  const { type, channel, outputThat } = open();
  await outputThat(/<hello \d+>/);
  type(GREETING);
  type(KEY);
  channel.listener.control?.({ type: 'screen-input', input: 'control' });
  type(KEY);
  await outputThat(new RegExp(`<${echoed(hex(GREETING + KEY))}`));
  expect(onView.mock.lastCall?.[0].shares).toEqual([{ representativeName: 'Anna Berg', input: 'control' }]);
  channel.listener.control?.({ type: 'screen-input', input: 'view-only' });
  const released = hex(KEY).replace(/^0401/, '0400');
  await outputThat(new RegExp(`^>?<?${echoed(released)}>`));
});

test('what the console has no credit for waits in the program', async () => {
  const flood = ECHO.replace(
    "socket.write('<hello",
    "socket.write(Buffer.alloc(8_000_000, '.')); socket.write('<hello",
  );
  const seen = aComputer({ program: programOf(flood) }).open();
  seen.grantCredit(false);
  const first = await seen.output.take();
  expect(first.length).toBeLessThan(1_000_000);
  seen.grantCredit(true);
  await seen.outputThat(/<hello \d+>/);
});

test.each([
  ['no X display', { display: { found: null, trouble: 'no-display' } as DisplaySearch }, 'no-display', ''],
  ['a Wayland desktop', { display: { found: null, trouble: 'wayland' } as DisplaySearch }, 'wayland', ''],
  ['no program', { program: null }, 'no-program', 'x0vncserver, x11vnc'],
  [
    'a display that lets nobody in',
    { program: programOf(`process.stderr.write('unable to open display ":9"\\n'); process.exit(1)`) },
    'not-let-in',
    ':9',
  ],
  [
    'a program that fails',
    { program: programOf(`process.stderr.write('First\\nNo room\\n'); process.exit(1)`) },
    'not-started',
    'No room',
  ],
  [
    'a program that is not there',
    { program: { path: '/none', words: () => [] } },
    'not-started',
    'spawn /none ENOENT',
  ],
])('%s is said when the channel is opened', async (_, computer, trouble, detail) => {
  const { closed } = aComputer(computer).open();
  expect(await closed.take()).toEqual({ reason: 'no-screen', trouble, detail });
});

test('a program that ends takes the picture with it, and leaves nothing', async () => {
  const { open } = aComputer();
  const seen = open();
  const processId = Number((await seen.outputThat(/<hello (\d+)>/))[1]);
  process.kill(processId, 'SIGKILL');
  expect(await seen.closed.take()).toMatchObject({ reason: 'no-screen', trouble: 'gone' });
  expect(readdirSync(process.env.TMPDIR ?? '')).toEqual([]);
  await open().outputThat(/<hello \d+>/);
});

test('what no console sends ends it', async () => {
  const seen = aComputer().open();
  await seen.outputThat(/<hello \d+>/);
  seen.type('GET / HTTP/1.1');
  expect(await seen.closed.take()).toMatchObject({ reason: 'no-screen', trouble: 'gone' });
});

test('the person at the computer stops it for all, and allows it again', async () => {
  const { sharing, open, onView } = aComputer();
  const seen = open();
  await seen.outputThat(/<hello \d+>/);
  sharing.setAllowed(false);
  expect(await seen.closed.take()).toMatchObject({ trouble: 'stopped' });
  expect(onView.mock.lastCall?.[0]).toEqual({ shares: [], isAllowed: false });
  expect(await open().closed.take()).toMatchObject({ trouble: 'stopped' });
  sharing.setAllowed(true);
  await open().outputThat(/<hello \d+>/);
});
