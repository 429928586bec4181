import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server as SessionServer, type Socket as SessionServerSocket } from 'engine.io';
import { Server, type Socket } from 'socket.io';
import {
  JUMP_CLIENT_EVENTS,
  JUMP_CLIENT_HEARTBEAT,
  JUMP_CLIENT_PATH,
  JumpClientHandshake,
  type JumpClientRefusal,
  type JumpClientReportName,
  jumpClientReports,
  SessionStartOutcome,
} from '#app/contracts/jump-client-protocol.ts';
import { SESSION_HEARTBEAT, SESSION_PATH, SessionHello } from '#app/contracts/session-link.ts';
import { createSessionEndpoint, type SessionEndpoint } from '#app/session-channel/session-endpoint.ts';
import { createEventQueue } from './event-queue.ts';

/** What proves to a Jump Client of this appliance that it was removed. */
export const REMOVAL_KEY = 'r'.repeat(43);
const removalDigest = createHash('sha256').update(REMOVAL_KEY).digest('base64url');

/** What a Jump Client said, parsed with the contract. */
export type Report = { name: JumpClientReportName; params: unknown };

/** A small appliance that speaks the contract, in the test's own process. */
export type TestAppliance = Awaited<ReturnType<typeof startTestAppliance>>;

type Options = {
  /** Answers a handshake with a refusal, or null to admit it as `jc-1`. */
  refuse?: (handshake: JumpClientHandshake) => JumpClientRefusal | null;
  /** Whether it answers those that it knows with this key instead of a welcome: they were removed. */
  removalKey?: string;
  port?: number;
  heartbeat?: { pingInterval: number; pingTimeout: number };
};

export async function startTestAppliance(options: Options = {}) {
  const http = createServer();
  const handshakes = createEventQueue<JumpClientHandshake>();
  const connections = createEventQueue<Socket>();
  const reports = createEventQueue<Report>();
  const removals = createEventQueue<Socket>();
  const io = new Server(http, {
    path: JUMP_CLIENT_PATH,
    transports: ['websocket'],
    ...(options.heartbeat ?? JUMP_CLIENT_HEARTBEAT),
  });
  io.use((socket, next) => {
    const handshake = JumpClientHandshake.parse(socket.handshake.auth);
    handshakes.push(handshake);
    const refusal = options.refuse?.(handshake) ?? null;
    next(refusal === null ? undefined : new Error(refusal));
  });
  io.on('connection', (socket) => {
    for (const name of Object.keys(jumpClientReports) as JumpClientReportName[]) {
      socket.on(name, (input: unknown, acknowledge: (reply: object) => void) => {
        reports.push({ name, params: jumpClientReports[name].parse(input) });
        acknowledge({});
      });
    }
    const { removalKey } = options;
    if (removalKey !== undefined && socket.handshake.auth.kind === 'known') {
      socket.emit(JUMP_CLIENT_EVENTS.removed, { removalKey }, () => removals.push(socket));
    } else
      socket.emit(JUMP_CLIENT_EVENTS.welcome, { jumpClientId: 'jc-1', name: 'Reception', removalDigest });
    connections.push(socket);
  });
  const sessions = attachSessions(http);
  await once(http.listen(options.port ?? 0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    handshakes,
    connections,
    reports,
    /** Those that have taken note that they are to uninstall themselves. */
    removals,
    sessions,
    /** Tells a Jump Client that it was removed. @returns once it has taken note */
    remove: (socket: Socket, removalKey = REMOVAL_KEY) =>
      socket.emitWithAck(JUMP_CLIENT_EVENTS.removed, { removalKey }),
    /** Tells a Jump Client that a session starts. */
    async startSession(socket: Socket, sessionToken: string, sessionId = 'session-1') {
      const start = {
        sessionId,
        representativeId: 'representative-1',
        representativeName: 'Anna Berg',
        sessionToken,
      };
      const outcome = await socket.emitWithAck(JUMP_CLIENT_EVENTS.startSession, start);
      return SessionStartOutcome.parse(outcome);
    },
    async close() {
      sessions.server.close();
      await io.close();
    },
  };
}

/** The door for sessions, with the console's endpoint right behind it. */
function attachSessions(http: ReturnType<typeof createServer>) {
  const server = new SessionServer({ transports: ['websocket'], ...SESSION_HEARTBEAT });
  server.attach(http, { path: SESSION_PATH });
  const joined = createEventQueue<{ socket: SessionServerSocket; token: string }>();
  let representative: SessionEndpoint | null = null;
  let current: SessionServerSocket | null = null;
  server.on('connection', (socket: SessionServerSocket) => {
    socket.on('message', (data: string | Buffer) => {
      if (typeof data !== 'string') return representative?.receive(new Uint8Array(data));
      const { token } = SessionHello.parse(JSON.parse(data));
      if (token === 'refused') return socket.send(JSON.stringify({ type: 'ended', reason: 'refused' }));
      current = socket;
      socket.send(JSON.stringify({ type: 'joined', rejoinToken: `${token}+` }));
      socket.send(JSON.stringify({ type: 'peer', present: true }));
      representative?.peerPresent(true);
      joined.push({ socket, token });
    });
    socket.on('close', () => {
      if (current === socket) representative?.peerPresent(false);
    });
  });
  representative = createSessionEndpoint({
    side: 'representative',
    sendFrame: (frame) => current?.send(Buffer.from(frame)),
    onChannelOpened: () => undefined,
  });
  return { server, joined, representative };
}
