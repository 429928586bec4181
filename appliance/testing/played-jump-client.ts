import { io } from 'socket.io-client';
import {
  JUMP_CLIENT_EVENTS,
  JUMP_CLIENT_PATH,
  JUMP_CLIENT_PROTOCOL,
  type JumpClientHandshake,
} from '#app/contracts/jump-client-protocol.ts';
import { playSessions } from './scripted-session.ts';

type Options = { url: string; installerKey: string; secret: string; hostname: string };

/**
 * The Jump Client that a played customer's computer has installed: registers through the real door, stays connected, and
 * goes when it is removed.
 * @returns a function that cuts its connection
 */
export function playPinnedJumpClient(
  { url, installerKey, secret, hostname }: Options,
  onRefused: () => void,
): () => void {
  const auth: JumpClientHandshake = {
    kind: 'register',
    protocol: JUMP_CLIENT_PROTOCOL,
    installerKey,
    secret,
    hostname,
  };
  const socket = io(url, {
    path: JUMP_CLIENT_PATH,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth,
  });
  const cutSessions = playSessions(url, socket, JUMP_CLIENT_EVENTS.startSession);
  socket.once('connect_error', onRefused);
  socket.on(JUMP_CLIENT_EVENTS.removed, (_removed: unknown, acknowledge: (word: object) => void) => {
    acknowledge({});
    cutSessions();
  });
  return () => {
    cutSessions();
    socket.disconnect();
  };
}
