import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'engine.io';
import { SESSION_PATH, SessionHello, type SessionNotice } from '#app/contracts/session-link.ts';
import type { SessionChannel } from '#app/session-channel/session-channel.ts';
import { createSessionEndpoint } from '#app/session-channel/session-endpoint.ts';

/** The appliance's session socket with a computer behind it that echoes what it is sent: real sockets. */
export async function startFakeSessionRelay() {
  const http = createServer();
  const engine = new Server({ transports: ['websocket'] });
  engine.attach(http, { path: SESSION_PATH });
  const tokens: string[] = [];
  const channels: SessionChannel[] = [];
  let console: Socket | null = null;

  const computer = createSessionEndpoint({
    side: 'computer',
    sendFrame: (frame) => void console?.send(Buffer.from(frame)),
    onChannelOpened(channel) {
      channels.push(channel);
      channel.listener = {
        data(bytes) {
          channel.consumed(bytes.length);
          channel.send(Uint8Array.from(bytes));
        },
      };
    },
  });
  const notify = (notice: SessionNotice) => void console?.send(JSON.stringify(notice));

  function admit(socket: Socket, hello: string): void {
    tokens.push(SessionHello.parse(JSON.parse(hello)).token);
    console = socket;
    notify({ type: 'joined', rejoinToken: null });
    notify({ type: 'peer', present: true });
    computer.peerPresent(true);
  }

  engine.on('connection', (socket: Socket) => {
    socket.on('message', (message: string | Buffer) => {
      if (typeof message === 'string') admit(socket, message);
      else computer.receive(message);
    });
    socket.on('close', () => {
      if (console === socket) console = null;
      computer.peerPresent(false);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    /** The tokens of those who joined, in order. */
    tokens,
    /** The computer's channels. */
    channels,
    notify,
    sendRaw: (bytes: Uint8Array) => void console?.send(Buffer.from(bytes)),
    drop: () => console?.close(true),
    stop() {
      engine.close();
      http.close();
    },
  };
}
