import type { Socket } from 'node:net';
import { z } from 'zod';
import {
  MAX_VNC_INPUT_BYTES,
  MAX_VNC_WAITING_BYTES,
  VNC_CREDIT_BYTES,
  type VncPortEvent,
  type VncPortRequest,
  type VncTrouble,
} from '#app/contracts/vnc-port.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../logging/log.ts';
import type { PortToRenderer } from '../support-sessions/session-port.ts';
import { networkTroubleOf } from './network-trouble.ts';

/** A server that has not answered within this does not answer. */
export const CONNECT_MS = 10_000;
/** A connection on which nothing moves is asked this often whether it is still there. */
const KEEP_ALIVE_MS = 30_000;

/** What main accepts from the renderer on this port: main trusts no renderer. */
const VncPortRequestSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('data'),
    bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= MAX_VNC_INPUT_BYTES),
  }),
  z.strictObject({ type: z.literal('consumed'), byteCount: z.int().min(0) }),
]) satisfies z.ZodType<VncPortRequest>;

type Deps = {
  port: PortToRenderer<VncPortEvent>;
  /** Begins to connect. */
  connect: () => Socket;
  clock: Clock;
  log: Log;
  onClosed(): void;
};

/**
 * Joins a VNC server to its tab's port, unread. No more than `VNC_CREDIT_BYTES` travel ahead of the tab, and no more
 * than `MAX_VNC_WAITING_BYTES` wait for the server. The last event is `closed`, unless the tab has closed the port.
 * @returns a function that closes both
 */
export function openVncLink({ port, connect, clock, log, onClosed }: Deps): () => void {
  let isConnected = false;
  let isOver = false;
  /** Sent to the tab, and not taken yet. */
  let ahead = 0;
  const socket = connect();
  const stopPatience = clock.after(CONNECT_MS, () =>
    finish({ kind: 'unreachable', trouble: 'no-answer', systemCode: 'ETIMEDOUT' }),
  );

  function finish(trouble: VncTrouble | null): void {
    if (isOver) return;
    isOver = true;
    stopPatience();
    socket.destroy();
    if (trouble !== null) port.postMessage({ type: 'closed', trouble });
    port.close();
    onClosed();
  }

  function send(bytes: Uint8Array): void {
    if (socket.writableLength + bytes.length > MAX_VNC_WAITING_BYTES) finish({ kind: 'stalled' });
    else if (isConnected) socket.write(bytes);
  }

  function handle(request: VncPortRequest): void {
    if (request.type === 'data') {
      send(request.bytes);
      return;
    }
    ahead = Math.max(0, ahead - request.byteCount);
    if (ahead < VNC_CREDIT_BYTES / 2) socket.resume();
  }

  socket.setNoDelay(true);
  socket.setKeepAlive(true, KEEP_ALIVE_MS);
  socket.on('connect', () => {
    isConnected = true;
    stopPatience();
    port.postMessage({ type: 'connected' });
  });
  socket.on('data', (bytes) => {
    ahead += bytes.length;
    if (ahead >= VNC_CREDIT_BYTES) socket.pause();
    // A copy: what the socket read is a part of a larger buffer, all of which would be posted.
    port.postMessage({ type: 'data', bytes: Uint8Array.from(bytes) });
  });
  socket.on('error', (error) => {
    log.warn({ err: error }, 'a connection to a VNC server failed');
    finish({ kind: isConnected ? 'lost' : 'unreachable', ...networkTroubleOf(error) });
  });
  socket.on('close', () => finish({ kind: 'closed' }));

  port.on('message', ({ data }) => {
    if (isOver) return;
    const request = VncPortRequestSchema.safeParse(data);
    if (request.success) handle(request.data);
    else log.error({ issues: request.error.issues }, "a message on a VNC tab's port is malformed");
  });
  port.on('close', () => finish(null));
  port.start();
  return () => finish(null);
}
