import type { TransferMessage } from '../contracts/file-transfer.ts';
import { MAX_DATA_BYTES } from '../session-channel/frame.ts';
import type { SessionChannel } from '../session-channel/session-channel.ts';
import { FileRefused } from './disk.ts';

/** What came: a message, or bytes of the file, as many as have arrived. */
export type Arrival = { kind: 'message'; message: unknown } | { kind: 'bytes'; bytes: Uint8Array[] };

/**
 * A session's channel that carries messages and a file's bytes, one after the other:
 * `u8 kind (0 message, 1 bytes) | u32 length | JSON in UTF-8, or bytes`.
 */
export type MessageChannel = {
  /** Ends when the other side has credit again. @throws {FileRefused} `lost` once the channel is closed */
  say(message: unknown): Promise<void>;
  sendBytes(bytes: Uint8Array): Promise<void>;
  /** The next that came; what was answered before counts as used, and its sender goes on. @throws {FileRefused} `lost` */
  next(): Promise<Arrival>;
  close(): void;
  /** Gives it up on purpose: both sides hear of it, and what has arrived goes. */
  cancel(): void;
  /** Bytes that were sent and not yet used. */
  readonly waitingBytes: number;
};

/** A transfer was given up on purpose, here or on the other side. */
export class TransferCancelled extends Error {
  override readonly name = 'TransferCancelled';
}

const HEADER_BYTES = 5;
const MESSAGE = 0;
const BYTES = 1;
export const MAX_MESSAGE_BYTES = 256 * 1024;
/** A piece of a file that fills whole frames, with its header. */
export const PIECE_BYTES = 4 * MAX_DATA_BYTES - HEADER_BYTES;
const MOST_PIECE_BYTES = 1024 * 1024;

export function createMessageChannel(channel: SessionChannel): MessageChannel {
  const arrived: Arrival[] = [];
  const parser = createParser((arrival) => {
    const last = arrived.at(-1);
    if (arrival.kind === 'bytes' && last?.kind === 'bytes') last.bytes.push(...arrival.bytes);
    else arrived.push(arrival);
  });
  let ending: FileRefused | TransferCancelled | null = null;
  let usedBytes = 0;
  let wakeReader = () => {};
  let wakeWriter = () => {};

  function finish(as: FileRefused | TransferCancelled): void {
    ending ??= as;
    wakeReader();
    wakeWriter();
  }

  channel.listener = {
    data(bytes) {
      try {
        const messageBytes = parser.push(bytes);
        channel.consumed(messageBytes);
      } catch (error) {
        if (!(error instanceof FileRefused)) throw error;
        channel.close({ reason: 'failed', message: 'A message could not be read.' });
        finish(error);
      }
      wakeReader();
    },
    drained: () => wakeWriter(),
    closed: () => finish(new FileRefused('lost')),
  };

  function push(kind: number, bytes: Uint8Array): boolean {
    const header = new Uint8Array(HEADER_BYTES);
    new DataView(header.buffer).setUint8(0, kind);
    new DataView(header.buffer).setUint32(1, bytes.length);
    return channel.send(header, bytes);
  }

  async function send(kind: number, bytes: Uint8Array): Promise<void> {
    if (ending !== null) throw ending;
    if (push(kind, bytes)) return;
    await new Promise<void>((resolve) => {
      wakeWriter = resolve;
    });
    if (ending !== null) throw ending;
  }

  return {
    say: (message) => send(MESSAGE, encodeJson(message)),
    sendBytes: (bytes) => send(BYTES, bytes),
    async next() {
      if (usedBytes > 0) channel.consumed(usedBytes);
      usedBytes = 0;
      if (arrived.length === 0 && ending === null)
        await new Promise<void>((resolve) => {
          wakeReader = resolve;
        });
      if (ending instanceof TransferCancelled) throw ending;
      const arrival = arrived.shift();
      if (arrival === undefined) {
        if (ending !== null) throw ending;
        return this.next();
      }
      if (arrival.kind === 'bytes') usedBytes = arrival.bytes.reduce((sum, piece) => sum + piece.length, 0);
      return arrival;
    },
    close() {
      if (ending === null) channel.close({ reason: 'closed' });
      finish(new FileRefused('lost'));
    },
    cancel() {
      if (ending !== null) return;
      push(MESSAGE, encodeJson({ say: 'cancel' } satisfies TransferMessage));
      channel.close({ reason: 'closed' });
      finish(new TransferCancelled('It was given up.'));
    },
    get waitingBytes() {
      return channel.waitingBytes;
    },
  };
}

/** @returns pushes what came. It answers how many of the bytes belong to messages and headers: they need no disk. */
function createParser(onArrival: (arrival: Arrival) => void): { push(bytes: Uint8Array): number } {
  const header = new Uint8Array(HEADER_BYTES);
  let headerLength = 0;
  let kind = MESSAGE;
  let left = 0;
  let message = new Uint8Array(0);

  function beginBody(): void {
    kind = header[0] ?? MESSAGE;
    left = new DataView(header.buffer).getUint32(1);
    const most = kind === MESSAGE ? MAX_MESSAGE_BYTES : MOST_PIECE_BYTES;
    if (kind > BYTES || left > most) throw new FileRefused('failed');
    if (kind === MESSAGE) message = new Uint8Array(left);
    else if (left === 0) headerLength = 0;
  }

  function takeBody(bytes: Uint8Array): number {
    const piece = bytes.subarray(0, left);
    if (kind === BYTES) onArrival({ kind: 'bytes', bytes: [piece] });
    else message.set(piece, message.length - left);
    left -= piece.length;
    if (left > 0) return piece.length;
    headerLength = 0;
    if (kind === MESSAGE) onArrival({ kind: 'message', message: parseJson(message) });
    return piece.length;
  }

  return {
    push(bytes) {
      let [at, messageBytes] = [0, 0];
      while (at < bytes.length) {
        if (headerLength < HEADER_BYTES) {
          header[headerLength] = bytes[at] ?? 0;
          headerLength += 1;
          at += 1;
          messageBytes += 1;
          if (headerLength === HEADER_BYTES) beginBody();
        } else {
          const taken = takeBody(bytes.subarray(at));
          if (kind === MESSAGE) messageBytes += taken;
          at += taken;
        }
      }
      return messageBytes;
    },
  };
}

function encodeJson(message: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(message));
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new FileRefused('failed', { cause });
  }
}
