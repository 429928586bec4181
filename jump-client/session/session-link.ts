import type { Logger } from 'pino';
import {
  MAX_SESSION_FRAME_BYTES,
  SESSION_GRACE_MS,
  type SessionHello,
  SessionNotice,
} from '#app/contracts/session-link.ts';
import type { Clock } from '../clock.ts';
import { createBackOff, LAST_BOUND_MS } from '../connection/back-off.ts';
import type { SessionSocket } from './session-socket.ts';

/** How long joining may take before it has failed. */
export const JOIN_TIMEOUT_MS = 15_000;
const MAX_NOTICE_LENGTH = 4_096;

/** This computer's connection to one support session, kept as long as the session lasts. */
export type SessionLink = {
  /** Joins with a token; true once the appliance has said so. Replaces a connection that there may still be. */
  join(token: string): Promise<boolean>;
  send(frame: Uint8Array): void;
  /** Whether its socket takes data at the moment; without one they go nowhere, and are sent again later. */
  readonly hasRoom: boolean;
  /** Leaves without a word. */
  close(): void;
};

export type SessionLinkOptions = {
  openSocket: () => SessionSocket;
  onPeer: (present: boolean) => void;
  onFrame: (frame: Uint8Array) => void;
  /** Its socket has room again. */
  onRoom: () => void;
  /** The session is over: ended, refused, or not reached again in time. */
  onEnded: (reason: string) => void;
  clock: Clock;
  random: () => number;
  log: Logger;
};

export function createSessionLink(options: SessionLinkOptions): SessionLink {
  const { clock, log } = options;
  const backOff = createBackOff(options.random, LAST_BOUND_MS.session);
  let socket: SessionSocket | null = null;
  let rejoinToken: string | null = null;
  let lostAt: number | null = null;
  let ended = false;
  let cancelTimer = () => {};
  let answerJoin = (_joined: boolean) => {};

  function connect(token: string): void {
    drop();
    const opened = options.openSocket();
    socket = opened;
    cancelTimer = clock.after(JOIN_TIMEOUT_MS, () => lose('it did not answer'));
    opened.listen({
      opened: () => opened.send(JSON.stringify({ token } satisfies SessionHello)),
      text: (text) => receiveNotice(text),
      bytes: (bytes) => receiveFrame(bytes),
      closed: (reason) => lose(reason),
      drained: () => options.onRoom(),
    });
  }

  function receiveNotice(text: string): void {
    const notice = parseNotice(text);
    if (notice === null) log.warn('A malformed notice of a support session was dropped.');
    else if (notice.type === 'joined') beJoined(notice.rejoinToken);
    else if (notice.type === 'peer') options.onPeer(notice.present);
    else end(notice.reason);
  }

  function beJoined(nextToken: string | null): void {
    cancelTimer();
    backOff.reset();
    rejoinToken = nextToken;
    lostAt = null;
    answerJoin(true);
  }

  function receiveFrame(bytes: Uint8Array): void {
    if (rejoinToken === null || bytes.length > MAX_SESSION_FRAME_BYTES) end('malformed');
    else options.onFrame(bytes);
  }

  /** The connection is gone: within the grace the other side waits, and nothing that was said is lost. */
  function lose(reason: string): void {
    drop();
    if (ended) return;
    const token = rejoinToken;
    if (token === null) {
      end(reason);
      return;
    }
    if (lostAt === null) log.info({ reason }, 'The connection of a support session was lost; joining again.');
    lostAt ??= clock.now();
    options.onPeer(false);
    if (clock.now() - lostAt >= SESSION_GRACE_MS) end('timeout');
    else cancelTimer = clock.after(backOff.next(), () => connect(token));
  }

  function end(reason: string): void {
    if (ended) return;
    close();
    options.onEnded(reason);
  }

  function drop(): void {
    cancelTimer();
    socket?.listen(null);
    socket?.close();
    socket = null;
  }

  function close(): void {
    ended = true;
    drop();
    answerJoin(false);
  }

  return {
    join(token) {
      return new Promise((resolve) => {
        answerJoin(false);
        answerJoin = resolve;
        connect(token);
      });
    },
    send: (frame) => socket?.send(frame),
    get hasRoom() {
      return socket?.hasRoom ?? true;
    },
    close,
  };
}

function parseNotice(text: string): SessionNotice | null {
  if (text.length > MAX_NOTICE_LENGTH) return null;
  try {
    return SessionNotice.parse(JSON.parse(text));
  } catch (_malformed) {
    return null;
  }
}
