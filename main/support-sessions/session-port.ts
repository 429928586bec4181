import type { SessionPortEvent, SessionPortRequest } from '#app/contracts/session-port.ts';
import { assertNever } from '#app/lib/assert-never.ts';
import type { SessionChannel } from '#app/session-channel/session-channel.ts';
import type { SessionEndpoint } from '#app/session-channel/session-endpoint.ts';
import type { Log } from '../logging/log.ts';
import { SessionPortRequestSchema } from './session-port-request.ts';

/** Main's end of a `MessageChannelMain`. */
export type PortToRenderer = {
  postMessage(message: SessionPortEvent): void;
  on(event: 'message', listener: (message: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
};

type Deps = { port: PortToRenderer; log: Log; onClosed(): void };

/**
 * Joins a session's channels to the renderer's port. The renderer numbers the channels that it opens; one found running
 * keeps its own number. A number that is taken is answered with `channel-closed`.
 */
export function createSessionPort({ port, log, onClosed }: Deps) {
  const channels = new Map<number, SessionChannel>();
  let endpoint: SessionEndpoint | null = null;

  function bind(number: number, channel: SessionChannel): void {
    channels.set(number, channel);
    channel.listener = {
      data: (bytes) => port.postMessage({ type: 'data', channel: number, bytes: ownBytes(bytes) }),
      closed(closed) {
        channels.delete(number);
        port.postMessage({ type: 'channel-closed', channel: number, closed });
      },
    };
    port.postMessage({ type: 'channel-opened', channel: number, service: channel.service });
  }

  function open(request: Extract<SessionPortRequest, { type: 'open-channel' }>): void {
    if (endpoint === null) return;
    if (channels.has(request.channel)) {
      const closed = { reason: 'failed', message: 'This channel number is taken.' } as const;
      port.postMessage({ type: 'channel-closed', channel: request.channel, closed });
      return;
    }
    bind(request.channel, endpoint.open(request.service));
  }

  function handle(request: SessionPortRequest): void {
    const channel = channels.get(request.channel);
    switch (request.type) {
      case 'open-channel':
        open(request);
        break;
      case 'data':
        channel?.send(request.bytes);
        break;
      case 'consumed':
        channel?.consumed(request.byteCount);
        break;
      case 'resize':
        channel?.control({ type: 'resize', columns: request.columns, rows: request.rows });
        break;
      case 'close-channel':
        channels.delete(request.channel);
        channel?.close({ reason: 'closed' });
        break;
      default:
        assertNever(request);
    }
  }

  port.on('message', ({ data }) => {
    const request = SessionPortRequestSchema.safeParse(data);
    if (request.success) handle(request.data);
    else log.error({ issues: request.error.issues }, "a message on a session's port is malformed");
  });
  port.on('close', onClosed);
  port.start();

  return {
    attach(to: SessionEndpoint): void {
      endpoint = to;
    },
    channelFound: (channel: SessionChannel): void => bind(channel.number, channel),
    send: (event: SessionPortEvent): void => port.postMessage(event),
    close: (): void => port.close(),
  };
}

/** A copy of a part of a buffer: posting the part itself would copy the whole buffer behind it. */
function ownBytes(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : Uint8Array.from(bytes);
}
