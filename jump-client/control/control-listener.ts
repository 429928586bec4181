import { chmodSync, closeSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import type { Logger } from 'pino';
import { type ControlAddress, openControlAddress } from './control-address.ts';
import { type ControlReply, ControlRequest } from './control-protocol.ts';
import { readLine } from './read-line.ts';
import { connectToRunning } from './send-control-request.ts';

/** Another Jump Client runs on this data folder. */
export class DataDirInUse extends Error {
  override readonly name = 'DataDirInUse';
}

export type ControlListener = {
  /** Hears nobody any more; resolves when those who asked have their replies. */
  close(): Promise<void>;
};

type Options = {
  dataDir: string;
  onRequest: (request: ControlRequest) => Promise<ControlReply>;
  log: Logger;
};

/**
 * Listens on the data folder's control socket, which also makes sure that only one runs there.
 * @throws {DataDirInUse}
 */
export async function listenForControl({ dataDir, onRequest, log }: Options): Promise<ControlListener> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const address = openControlAddress(dataDir);
  try {
    const silent = new Set<Socket>();
    const listener = createServer((socket) => {
      silent.add(socket);
      void answer(socket, { onRequest, log, heard: () => silent.delete(socket) });
    });
    await listenOnce(listener, address.path).catch(async (error: unknown) => {
      if (!isAddressInUse(error)) throw error;
      await replaceLeftover(dataDir, address, listener);
    });
    chmodSync(address.path, 0o600);
    return {
      close() {
        for (const socket of silent) socket.destroy();
        // The socket's name goes with the listener; the descriptor that leads to it must outlive that.
        return new Promise((resolve) => {
          listener.close(() => {
            address.release();
            resolve();
          });
        });
      },
    };
  } catch (error) {
    address.release();
    throw isAddressInUse(error) ? new DataDirInUse(dataDir) : error;
  }
}

/** Who holds the lock for longer than this has died with it. */
const LOCK_MS = 10_000;

/**
 * The socket of one that died without closing it stays behind. Of several that find it at the same moment one takes its
 * place: it alone may remove it, and only while it holds the lock.
 * @throws {DataDirInUse} when it lives, or another is just taking its place
 */
async function replaceLeftover(dataDir: string, address: ControlAddress, listener: Server): Promise<void> {
  const lock = `${address.path}.lock`;
  if (!takeLock(lock)) throw new DataDirInUse(dataDir);
  try {
    const running = await connectToRunning(dataDir);
    if (running !== null) {
      running.destroy();
      throw new DataDirInUse(dataDir);
    }
    rmSync(address.path, { force: true });
    await listenOnce(listener, address.path);
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock(lock: string): boolean {
  const held = statSync(lock, { throwIfNoEntry: false });
  if (held !== undefined && Math.abs(Date.now() - held.mtimeMs) > LOCK_MS) rmSync(lock, { force: true });
  try {
    closeSync(openSync(lock, 'wx', 0o600));
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

type Answering = Pick<Options, 'onRequest' | 'log'> & { heard: () => void };

async function answer(socket: Socket, { onRequest, log, heard }: Answering): Promise<void> {
  try {
    const line = await readLine(socket).finally(heard);
    const reply = await onRequest(ControlRequest.parse(JSON.parse(line)));
    socket.end(`${JSON.stringify(reply)}\n`, () => socket.destroy());
  } catch (error) {
    log.debug({ error }, 'A control connection was dropped.');
    socket.destroy();
  }
}

function listenOnce(listener: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(path, () => {
      listener.off('error', reject);
      resolve();
    });
  });
}

function isAddressInUse(error: unknown): boolean {
  return hasCode(error, 'EADDRINUSE');
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
