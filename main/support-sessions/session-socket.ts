import { Socket } from 'engine.io-client';
import {
  MAX_SESSION_FRAME_BYTES,
  MAX_SOCKET_BYTES,
  SESSION_PATH,
  type SessionHello,
  SessionNotice,
} from '#app/contracts/session-link.ts';
import type { Log } from '../logging/log.ts';
import { sessionTransport } from './session-transport.ts';

export type SessionSocketListener = {
  joined(): void;
  peer(present: boolean): void;
  frame(bytes: Uint8Array): void;
  /** What was sent has left: there is room again. */
  drained(): void;
  /** The session is over: no other socket is worth opening. */
  ended(): void;
  /** The socket is gone, or never came. */
  lost(): void;
};

export type SessionSocket = {
  sendFrame(bytes: Uint8Array<ArrayBuffer>): void;
  /** False while so much waits to leave that what comes later should wait with whoever can still order it. */
  readonly hasRoom: boolean;
  /** Closes it without a word to the listener. */
  close(): void;
};

type Options = { address: string; token: string; log: Log; listener: SessionSocketListener };

/** One support session's own socket to the appliance: admitted by a token, relayed unread to the computer. */
export function openSessionSocket({ address, token, log, listener }: Options): SessionSocket {
  const socket = new Socket(address, {
    path: SESSION_PATH,
    transports: [sessionTransport(written)],
    transportOptions: { websocket: { maxPayload: MAX_SESSION_FRAME_BYTES } },
  });
  let isOver = false;
  let waitingBytes = 0;
  const hasRoom = () => waitingBytes < MAX_SOCKET_BYTES;

  function written(byteCount: number): void {
    waitingBytes -= byteCount;
    if (!isOver && hasRoom()) listener.drained();
  }

  function finish(tell: () => void): void {
    if (isOver) return;
    isOver = true;
    socket.close();
    tell();
  }

  function receiveNotice(text: string): void {
    const notice = parseNotice(text);
    if (notice === null) {
      log.error({}, "a notice on a session's socket is malformed");
      finish(() => listener.lost());
    } else if (notice.type === 'joined') listener.joined();
    else if (notice.type === 'peer') listener.peer(notice.present);
    else finish(() => listener.ended());
  }

  socket.on('open', () => socket.send(JSON.stringify({ token } satisfies SessionHello)));
  socket.on('message', (message: string | Uint8Array) => {
    if (isOver) return;
    if (typeof message === 'string') receiveNotice(message);
    else listener.frame(message);
  });
  socket.on('error', (error) => log.warn({ err: error }, "a session's socket failed"));
  socket.on('close', () => finish(() => listener.lost()));

  return {
    sendFrame(bytes) {
      waitingBytes += bytes.byteLength;
      socket.send(bytes);
    },
    get hasRoom() {
      return hasRoom();
    },
    close: () => finish(() => undefined),
  };
}

function parseNotice(text: string): SessionNotice | null {
  try {
    return SessionNotice.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
