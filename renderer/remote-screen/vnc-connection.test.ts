import { expect, test, vi } from 'vitest';
import type { VncPortEvent } from '#app/contracts/vnc-port.ts';
import type { VncChannel, VncPort } from './vnc-channel.ts';
import { createVncConnection, type Screen, type VncCredentials } from './vnc-connection.ts';

/** noVNC's screen, as far as a connection knows it; the test says what the server would make it say. */
function aScreen() {
  const target = new EventTarget();
  const screen = {
    addEventListener: target.addEventListener.bind(target) as Screen['addEventListener'],
    approveServer: vi.fn(),
    clipboardPasteFrom: vi.fn(),
    disconnect: vi.fn(),
    focus: vi.fn(),
    releaseKeys: vi.fn(),
    scaleViewport: false,
    sendCredentials: vi.fn(),
    sendCtrlAltDel: vi.fn(),
    viewOnly: false,
  } satisfies Screen;
  const say = (name: string, detail: object = {}) => target.dispatchEvent(new CustomEvent(name, { detail }));
  return { screen, say };
}

function setUp(typed: VncCredentials | null = null) {
  const port = { onmessage: null, postMessage: vi.fn(), close: vi.fn() } as VncPort & {
    postMessage: ReturnType<typeof vi.fn>;
  };
  const { screen, say } = aScreen();
  let channel: VncChannel | null = null;
  const connection = createVncConnection({
    port,
    createScreen(given) {
      channel = given;
      given.onclose = () => say('disconnect', { clean: false });
      return screen;
    },
    fingerprintOf: async (key) => `key of ${key.length}`,
    takeCredentials: () => typed,
  });
  if (channel === null) throw new Error('No screen was made.');
  const arrive = (event: VncPortEvent) => port.onmessage?.({ data: event } as MessageEvent<VncPortEvent>);
  return { port, screen, say, channel: channel as VncChannel, connection, arrive };
}

test('R1.8 bytes are given to the screen, and given back to main as credit', () => {
  const { port, channel, arrive } = setUp();
  const taken: ArrayBufferLike[] = [];
  channel.onmessage = ({ data }) => taken.push(data);
  arrive({ type: 'connected' });
  arrive({ type: 'data', bytes: new Uint8Array([1, 2, 3]) });
  expect(taken.map((bytes) => bytes.byteLength)).toEqual([3]);
  expect(port.postMessage).toHaveBeenCalledExactlyOnceWith({ type: 'consumed', byteCount: 3 });
});

test('what the screen sends is a copy: it uses its buffer again', () => {
  const { port, channel } = setUp();
  const buffer = new Uint8Array([0, 7, 8, 0]);
  channel.send(buffer.subarray(1, 3));
  buffer.fill(0);
  expect(port.postMessage).toHaveBeenCalledExactlyOnceWith({ type: 'data', bytes: new Uint8Array([7, 8]) });
});

test('more than the screen can hold ends the connection, and nothing is thrown', async () => {
  const { port, channel, connection, arrive } = setUp();
  channel.onmessage = () => {
    throw new Error('Receive queue buffer exceeded');
  };
  arrive({ type: 'data', bytes: new Uint8Array(3) });
  expect(port.close).toHaveBeenCalled();
  await expect.poll(() => connection.stage()).toEqual({ stage: 'over', end: { kind: 'unreadable' } });
});

test('R1.8 a password is asked for, handed over, and not kept', () => {
  const { screen, say, connection } = setUp();
  say('credentialsrequired', { types: ['password'] });
  expect(connection.stage()).toEqual({ stage: 'credentials', needs: ['password'] });
  connection.letIn({ password: 'secret' });
  expect(screen.sendCredentials).toHaveBeenCalledExactlyOnceWith({ password: 'secret' });
  say('connect');
  expect(connection.stage()).toEqual({ stage: 'connected' });
  expect(JSON.stringify(connection)).not.toContain('secret');
});

test('R1.8 what was typed after a refusal is tried with the next connection, without asking again', () => {
  const { screen, say, connection } = setUp({ password: 'right' });
  say('credentialsrequired', { types: ['password'] });
  expect(screen.sendCredentials).toHaveBeenCalledExactlyOnceWith({ password: 'right' });
  expect(connection.stage()).toEqual({ stage: 'connecting' });
});

test('R1.8 a wrong password says why, in the server’s words, not all of them', async () => {
  const { say, connection, arrive } = setUp();
  say('credentialsrequired', { types: ['password'] });
  connection.letIn({ password: 'wrong' });
  say('securityfailure', { status: 1, reason: 'No'.repeat(1_000) });
  arrive({ type: 'closed', trouble: { kind: 'closed' } });
  const end = { kind: 'not-let-in', reason: 'No'.repeat(150), asked: ['password'] };
  await expect.poll(() => connection.stage()).toEqual({ stage: 'over', end });
});

test('a server that shows its key waits until somebody trusts it', async () => {
  const { screen, say, connection } = setUp();
  say('serververification', { type: 'RSA', publickey: new Uint8Array(256) });
  await expect.poll(() => connection.stage()).toEqual({ stage: 'identity', fingerprint: 'key of 256' });
  expect(screen.approveServer).not.toHaveBeenCalled();
  connection.trustServer();
  expect(screen.approveServer).toHaveBeenCalledOnce();
});

test.each([
  [{ kind: 'unreachable', trouble: 'refused', systemCode: 'ECONNREFUSED' }],
  [{ kind: 'lost', trouble: 'reset', systemCode: 'ECONNRESET' }],
  [{ kind: 'closed' }],
  [{ kind: 'stalled' }],
] as const)('R1.8 the end is told as main has told it: %j', async (trouble) => {
  const { connection, arrive, say } = setUp();
  const heard = vi.fn();
  connection.subscribe(heard);
  arrive({ type: 'closed', trouble });
  await expect.poll(() => connection.stage()).toEqual({ stage: 'over', end: trouble });
  expect(heard).toHaveBeenCalledOnce();
  say('connect');
  expect(connection.stage()).toMatchObject({ stage: 'over' });
});

test('the other computer’s clipboard is told, and a tab that goes away disconnects', () => {
  const { screen, say, connection } = setUp();
  say('clipboard', { text: 'copied there' });
  expect(connection.remoteText()).toBe('copied there');
  connection.dispose();
  expect(screen.disconnect).toHaveBeenCalledOnce();
});
