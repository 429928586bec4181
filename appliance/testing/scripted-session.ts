import { Socket as SessionSocket } from 'engine.io-client';
import type { Socket } from 'socket.io-client';
import { SessionStart } from '#app/contracts/jump-client-protocol.ts';
import { SESSION_PATH, SessionNotice } from '#app/contracts/session-link.ts';
import { decodeFrame, encodeFrame, type Frame } from '#app/session-channel/frame.ts';

const NOTHING_THERE = { reason: 'failed', message: 'This computer is played by a script.' } as const;

/**
 * Lets a played computer take part in sessions as it is asked to: it is connected, and has no shell and nothing else.
 * @param eventName what asks it
 * @returns a function that cuts its sockets
 */
export function playSessions(url: string, socket: Socket, eventName: string): () => void {
  const sockets = new Set<SessionSocket>();
  socket.on(eventName, (start: unknown, answer: (outcome: object) => void) => {
    const { sessionToken } = SessionStart.parse(start);
    const session = join(url, sessionToken, () => answer({ ok: true }));
    sockets.add(session);
    session.on('close', () => sockets.delete(session));
  });
  return () => {
    for (const session of [...sockets]) session.close();
  };
}

function join(url: string, token: string, onJoined: () => void): SessionSocket {
  const socket = new SessionSocket(url, { path: SESSION_PATH, transports: ['websocket'] });
  socket.binaryType = 'arraybuffer';
  const send = (frame: Frame): void => void socket.send(encodeFrame(frame));
  socket.on('open', () => socket.send(JSON.stringify({ token })));
  socket.on('message', (message: string | ArrayBuffer) => {
    if (typeof message === 'string') {
      const notice = SessionNotice.parse(JSON.parse(message));
      if (notice.type === 'joined') onJoined();
      if (notice.type === 'peer' && notice.present)
        send({ kind: 'hello', channel: 0, hello: { fresh: true, channels: [] } });
      return;
    }
    const { kind, channel } = decodeFrame(new Uint8Array(message));
    if (kind === 'open') send({ kind: 'close', channel, closed: NOTHING_THERE });
    if (kind === 'close') send({ kind: 'closed', channel });
  });
  return socket;
}
