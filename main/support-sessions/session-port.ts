import type { FilesRequest } from '#app/contracts/files-port.ts';
import {
  MAX_INPUT_BYTES,
  type SessionPortEvent,
  type SessionPortRequest,
} from '#app/contracts/session-port.ts';
import { assertNever } from '#app/lib/assert-never.ts';
import { CREDIT_BYTES } from '#app/session-channel/outgoing-bytes.ts';
import type { SessionChannel } from '#app/session-channel/session-channel.ts';
import { MAX_CHANNELS, type SessionEndpoint } from '#app/session-channel/session-endpoint.ts';
import type { Log } from '../logging/log.ts';
import { SessionPortRequestSchema } from './session-port-request.ts';

/** Main's end of a `MessageChannelMain`. */
export type PortToRenderer<Event = SessionPortEvent> = {
  postMessage(message: Event): void;
  on(event: 'message', listener: (message: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
};

type Deps = {
  port: PortToRenderer;
  log: Log;
  /** What the renderer asks of the files: main's, and never on a channel of the renderer's own. */
  onFiles(request: FilesRequest): void;
  onClosed(): void;
};

/**
 * Joins a session's channels to the renderer's port. The renderer numbers the channels that it opens; one found running
 * keeps its own number. A number that is taken, or one channel too many, is answered with `channel-closed`.
 */
export function createSessionPort({ port, log, onFiles, onClosed }: Deps) {
  const channels = new Map<number, SessionChannel>();
  let endpoint: SessionEndpoint | null = null;

  function bind(number: number, channel: SessionChannel): void {
    channels.set(number, channel);
    channel.listener = {
      data: (bytes, replayed) =>
        port.postMessage({ type: 'data', channel: number, bytes: ownBytes(bytes), replayed }),
      drained: () => port.postMessage({ type: 'input', channel: number, state: 'accepted' }),
      closed(closed) {
        channels.delete(number);
        port.postMessage({ type: 'channel-closed', channel: number, closed });
      },
    };
    port.postMessage({ type: 'channel-opened', channel: number, service: channel.service });
  }

  function open(request: Extract<SessionPortRequest, { type: 'open-channel' }>): void {
    if (endpoint === null) return;
    const refusal = channels.has(request.channel)
      ? 'This channel number is taken.'
      : endpoint.channels.size >= MAX_CHANNELS
        ? `No more than ${MAX_CHANNELS} can be open at once.`
        : null;
    if (refusal === null) bind(request.channel, endpoint.open(request.service));
    else {
      const closed = { reason: 'failed', message: refusal } as const;
      port.postMessage({ type: 'channel-closed', channel: request.channel, closed });
    }
  }

  /** All of it or nothing: half of what was pasted must not run. */
  function input(channel: SessionChannel, request: Extract<SessionPortRequest, { type: 'data' }>): void {
    const waiting = channel.waitingBytes;
    const isTaken = waiting < CREDIT_BYTES || waiting + request.bytes.length <= MAX_INPUT_BYTES;
    if (isTaken) channel.send(request.bytes);
    else port.postMessage({ type: 'input', channel: request.channel, state: 'refused' });
  }

  function handle(request: SessionPortRequest): void {
    const channel = request.type === 'files' ? undefined : channels.get(request.channel);
    switch (request.type) {
      case 'open-channel':
        open(request);
        break;
      case 'data':
        if (channel !== undefined) input(channel, request);
        break;
      case 'consumed':
        channel?.consumed(request.byteCount);
        break;
      case 'resize':
        channel?.control({ type: 'resize', columns: request.columns, rows: request.rows });
        break;
      case 'screen-input':
        channel?.control({ type: 'screen-input', input: request.input });
        break;
      case 'close-channel':
        channels.delete(request.channel);
        channel?.close({ reason: 'closed' });
        break;
      case 'files':
        onFiles(request.request);
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
