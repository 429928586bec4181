import { Socket } from 'engine.io-client';
import { MAX_SESSION_FRAME_BYTES, MAX_SOCKET_BYTES, SESSION_PATH } from '#app/contracts/session-link.ts';
import { giveFramesRoom } from './heap-room.ts';
import { sessionTransport } from './session-transport.ts';

/** What happens on a session's socket. */
export type SessionSocketListener = {
  opened(): void;
  text(text: string): void;
  bytes(bytes: Uint8Array): void;
  closed(reason: string): void;
  /** What was sent has left: there is room again. */
  drained(): void;
};

export type SessionSocket = {
  /** Null: nobody listens any more. */
  listen(listener: SessionSocketListener | null): void;
  send(message: string | Uint8Array): void;
  /** False while so much waits to leave that what comes later should wait with whoever can still order it. */
  readonly hasRoom: boolean;
  close(): void;
};

/** Opens the socket of one support session at an appliance. Its heartbeat finds out when the other end is gone. */
export function openSessionSocket(appliance: string): SessionSocket {
  giveFramesRoom();
  let listener: SessionSocketListener | null = null;
  let waitingBytes = 0;
  const hasRoom = () => waitingBytes < MAX_SOCKET_BYTES;
  function written(byteCount: number): void {
    waitingBytes -= byteCount;
    if (hasRoom()) listener?.drained();
  }
  const socket = new Socket(appliance, {
    path: SESSION_PATH,
    transports: [sessionTransport(written)],
    transportOptions: { websocket: { maxPayload: MAX_SESSION_FRAME_BYTES } },
  });
  socket.on('open', () => listener?.opened());
  socket.on('close', (reason) => listener?.closed(reason));
  socket.on('message', (data) => {
    if (typeof data === 'string') listener?.text(data);
    else listener?.bytes(data);
  });
  return {
    listen(next) {
      listener = next;
    },
    get hasRoom() {
      return hasRoom();
    },
    send(message) {
      if (typeof message !== 'string') waitingBytes += message.byteLength;
      socket.send(message);
    },
    close() {
      socket.close();
    },
  };
}
