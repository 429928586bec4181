import { once } from 'node:events';
import { existsSync, linkSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSilentLog } from '../testing/silent-log.ts';
import { aTemporaryFolder } from '../testing/temporary-folder.ts';
import { DataDirInUse, listenForControl } from './control-listener.ts';
import type { ControlReply, ControlRequest } from './control-protocol.ts';
import { connectToRunning, sendControlRequest } from './send-control-request.ts';

const log = createSilentLog();

async function aListener(
  dataDir: string,
  onRequest: (request: ControlRequest) => Promise<ControlReply> = async ({ command }) => ({
    ok: true,
    message: command,
  }),
) {
  const listener = await listenForControl({ dataDir, onRequest, log });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= listener.close();
    return closed;
  };
  onTestFinished(close);
  return { close };
}

test('a subcommand is answered by the running Jump Client, however long the path of its folder', async () => {
  const dataDir = join(aTemporaryFolder(), 'x'.repeat(120), 'y'.repeat(120));
  await aListener(dataDir);
  expect(await sendControlRequest(dataDir, { command: 'disable' })).toEqual({ ok: true, message: 'disable' });
});

test('where none runs nobody answers', async () => {
  expect(await sendControlRequest(join(aTemporaryFolder(), 'none'), { command: 'enable' })).toBeNull();
  expect(await sendControlRequest(aTemporaryFolder(), { command: 'enable' })).toBeNull();
});

test('only one runs on a data folder', async () => {
  const dataDir = aTemporaryFolder();
  await aListener(dataDir);
  await expect(
    listenForControl({ dataDir, onRequest: async () => ({ ok: true, message: '' }), log }),
  ).rejects.toThrow(DataDirInUse);
});

/** A data folder whose Jump Client died without closing its socket. */
async function aFolderOfOneThatDied(): Promise<string> {
  const dataDir = aTemporaryFolder();
  const dead = createServer();
  const path = join(dataDir, 'control.sock');
  await once(dead.listen(`${path}.dying`), 'listening');
  linkSync(`${path}.dying`, path);
  dead.close();
  expect(existsSync(path)).toBe(true);
  return dataDir;
}

test('of several that start at once on what a dead one left, exactly one runs', async () => {
  const dataDir = await aFolderOfOneThatDied();
  const starts = await Promise.allSettled(Array.from({ length: 5 }, () => aListener(dataDir)));
  const refused = starts.flatMap((start) => (start.status === 'rejected' ? [start.reason] : []));
  expect(refused).toHaveLength(4);
  for (const reason of refused) expect(reason).toBeInstanceOf(DataDirInUse);
  expect(await sendControlRequest(dataDir, { command: 'enable' })).toMatchObject({ ok: true });
  expect(readdirSync(dataDir)).toEqual(['control.sock']);
});

test('a lock whose holder died keeps nobody out for long', async () => {
  const dataDir = await aFolderOfOneThatDied();
  const lock = join(dataDir, 'control.sock.lock');
  writeFileSync(lock, '');
  await expect(aListener(dataDir)).rejects.toThrow(DataDirInUse);
  utimesSync(lock, 1, 1);
  await aListener(dataDir);
  expect(existsSync(lock)).toBe(false);
});

test('the socket of one that died does not keep the next from starting', async () => {
  const dataDir = await aFolderOfOneThatDied();
  await aListener(dataDir);
  expect(await sendControlRequest(dataDir, { command: 'enable' })).toMatchObject({ ok: true });
});

test('an ending Jump Client still answers who has asked, and waits for nobody who is silent', async () => {
  const dataDir = aTemporaryFolder();
  let close = async () => {};
  ({ close } = await aListener(dataDir, async () => {
    closing = close();
    return { ok: true, message: 'gone' };
  }));
  let closing: Promise<void> | undefined;
  const silent = await connectToRunning(dataDir);
  expect(await sendControlRequest(dataDir, { command: 'uninstall' })).toEqual({ ok: true, message: 'gone' });
  await closing;
  silent?.destroy();
  expect(existsSync(join(dataDir, 'control.sock'))).toBe(false);
});

test.each(['nonsense\n', '{"command":"format"}\n', '{"command":"disable","also":1}\n', 'x'.repeat(5_000)])(
  'a malformed request is dropped, and the next one answered: %.20j',
  async (text) => {
    const dataDir = aTemporaryFolder();
    await aListener(dataDir);
    const socket = await connectToRunning(dataDir);
    if (socket === null) throw new Error('Nobody listens.');
    socket.on('error', () => socket.destroy());
    socket.write(text);
    await once(socket, 'close');
    expect(await sendControlRequest(dataDir, { command: 'enable' })).toMatchObject({ ok: true });
  },
);
