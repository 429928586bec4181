import { existsSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { openControlAddress } from './control-address.ts';
import { ControlReply, type ControlRequest } from './control-protocol.ts';
import { readLine } from './read-line.ts';

/**
 * Asks the Jump Client that runs on this data folder.
 * @returns its reply, or null when none runs
 */
export async function sendControlRequest(
  dataDir: string,
  request: ControlRequest,
): Promise<ControlReply | null> {
  const socket = await connectToRunning(dataDir);
  if (socket === null) return null;
  try {
    const line = readLine(socket);
    socket.write(`${JSON.stringify(request)}\n`);
    return ControlReply.parse(JSON.parse(await line));
  } finally {
    socket.destroy();
  }
}

/** Whether a Jump Client runs on this data folder: null when nobody listens, or the socket is of one that died. */
export async function connectToRunning(dataDir: string): Promise<Socket | null> {
  if (!existsSync(dataDir)) return null;
  const address = openControlAddress(dataDir);
  try {
    return await connect(address.path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return null;
    throw error;
  } finally {
    address.release();
  }
}

function connect(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(path);
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
  });
}
