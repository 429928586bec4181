import { Server as EngineServer, type Socket } from 'engine.io';
import type { Logger } from 'pino';
import {
  MAX_SESSION_FRAME_BYTES,
  MAX_SOCKET_BYTES,
  SESSION_HEARTBEAT,
  SessionHello,
  type SessionNotice,
} from '#app/contracts/session-link.ts';
import type { ApplianceCore } from '../core/appliance-core.ts';
import type { JoinedSide, SessionLink } from '../core/session-relay.ts';
import { giveFramesRoom } from './heap-room.ts';

type Deps = { readonly core: ApplianceCore; readonly log: Logger };
/** How long a socket may stay without having shown its token. */
const HELLO_MS = 10_000;

/** /session: a token admits one side of a support session, then frames pass unread. */
export function createSessionDoor({ core, log }: Deps) {
  const engine = new EngineServer({
    ...SESSION_HEARTBEAT,
    transports: ['websocket'],
    allowUpgrades: false,
    maxHttpBufferSize: MAX_SESSION_FRAME_BYTES,
  });
  engine.on('connection', (socket: Socket) => {
    giveFramesRoom();
    receive(core, socket, log);
  });
  return { engine, close: () => engine.close() };
}

function receive(core: ApplianceCore, socket: Socket, log: Logger): void {
  const link = createLink(socket, () => side?.drained());
  let side: JoinedSide | null = null;
  const refuse = (why: string) => {
    log.warn({ address: socket.request.socket.remoteAddress }, why);
    link.notify({ type: 'ended', reason: 'refused' });
    link.close();
  };
  const cancelHello = core.environment.clock.schedule(HELLO_MS, () => refuse('no token was shown'));

  socket.on('message', (message: string | Buffer) => {
    if (side !== null) {
      if (typeof message === 'string') return refuse('text within a support session');
      return side.received(message);
    }
    cancelHello();
    const hello = typeof message === 'string' ? parseHello(message) : null;
    if (hello === null) return refuse('malformed greeting of a support session');
    side = core.relay.join(hello.token, link);
    if (side === null) refuse('wrong token for a support session');
  });
  socket.on('close', () => {
    cancelHello();
    side?.left();
  });
}

function parseHello(message: string): SessionHello | null {
  try {
    const parsed = SessionHello.safeParse(JSON.parse(message));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function createLink(socket: Socket, onRoom: () => void): SessionLink {
  const connection = socket.request.socket;
  let waiting = 0;
  let isCorked = false;
  const hasRoom = () => waiting < MAX_SOCKET_BYTES;

  /** What comes in one turn of this program leaves in one go: each call of the system costs more than a frame's bytes. */
  function leaveTogether(): void {
    if (isCorked) return;
    isCorked = true;
    connection.cork();
    setImmediate(() => {
      isCorked = false;
      connection.uncork();
    });
  }

  return {
    notify: (notice: SessionNotice) => {
      socket.send(JSON.stringify(notice));
    },
    relay: (frame) => {
      waiting += frame.byteLength;
      leaveTogether();
      socket.send(Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength), {}, () => {
        waiting -= frame.byteLength;
        if (hasRoom()) onRoom();
      });
    },
    hasRoom,
    close: () => socket.close(),
  };
}
