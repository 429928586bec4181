import { Server as EngineServer } from 'engine.io';
import { Server, type ServerOptions } from 'socket.io';
import { MAX_FRAME_BYTES } from '#app/contracts/appliance-protocol.ts';

type Heartbeat = { readonly pingInterval: number; readonly pingTimeout: number };
/** How long a socket may stay without having said who it is. */
const HANDSHAKE_MS = 10_000;

/**
 * A Socket.IO server of its own: WebSocket only, nothing but what `listener.ts` passes to its engine.
 * @param parser in the place of Socket.IO's own
 */
export function createSocketIoDoor(heartbeat: Heartbeat, parser?: ServerOptions['parser']) {
  const engine = new EngineServer({
    ...heartbeat,
    transports: ['websocket'],
    allowUpgrades: false,
    maxHttpBufferSize: MAX_FRAME_BYTES,
  });
  const io = new Server({
    serveClient: false,
    connectTimeout: HANDSHAKE_MS,
    cleanupEmptyChildNamespaces: true,
    ...(parser && { parser }),
  });
  io.bind(engine);
  return { io, engine };
}

/** The address that a socket comes from, IPv4 in its own notation. */
export function remoteAddress(address: string): string {
  return address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
}
