import { Socket } from 'engine.io-client';
import { MAX_SESSION_FRAME_BYTES, SESSION_PATH } from '#app/contracts/session-link.ts';

/** What happens on a session's socket. */
export type SessionSocketListener = {
  opened(): void;
  text(text: string): void;
  bytes(bytes: Uint8Array): void;
  closed(reason: string): void;
};

export type SessionSocket = {
  /** Null: nobody listens any more. */
  listen(listener: SessionSocketListener | null): void;
  send(message: string | Uint8Array): void;
  close(): void;
};

/** Opens the socket of one support session at an appliance. Its heartbeat finds out when the other end is gone. */
export function openSessionSocket(appliance: string): SessionSocket {
  let listener: SessionSocketListener | null = null;
  const socket = new Socket(appliance, {
    path: SESSION_PATH,
    transports: ['websocket'],
    transportOptions: { websocket: { maxPayload: MAX_SESSION_FRAME_BYTES } },
  });
  socket.binaryType = 'arraybuffer';
  socket.on('open', () => listener?.opened());
  socket.on('close', (reason) => listener?.closed(reason));
  socket.on('message', (data) => {
    if (typeof data === 'string') listener?.text(data);
    else listener?.bytes(new Uint8Array(data));
  });
  return {
    listen(next) {
      listener = next;
    },
    send(message) {
      socket.send(message);
    },
    close() {
      socket.close();
    },
  };
}
