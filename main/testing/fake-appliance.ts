import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import {
  type ApplianceRequestName,
  applianceRequests,
  CONSOLE_PATH,
  ConsoleHandshake,
  type ReplyEnvelope,
  StreamId,
  type StreamMessage,
} from '#app/contracts/appliance-protocol.ts';

type Answer = (params: unknown) => ReplyEnvelope<unknown> | unknown;

export type FakeAppliance = {
  readonly url: string;
  readonly port: number;
  /** What consoles asked, in order. */
  readonly requests: { name: ApplianceRequestName; params: unknown }[];
  readonly acknowledgements: unknown[];
  /** How often a console connected. */
  readonly connectionCount: () => number;
  /** Answers a request from now on; `silence` never answers. */
  answer(name: ApplianceRequestName, answer: Answer | 'silence'): void;
  refuse(message: string | null): void;
  /** Emits on every live connection. */
  emit(name: string, ...payload: unknown[]): void;
  /** One message of the newest watch. */
  send(seq: number, message?: Partial<StreamMessage>): void;
  streamId(): StreamId;
  disconnectAll(): void;
  stop(): Promise<void>;
};

export const TOKEN = 'a-token';

/** A Socket.IO server that speaks the console's contract: real sockets, and answers that a test decides. */
export async function startFakeAppliance(port = 0): Promise<FakeAppliance> {
  const http = createServer();
  const server = new Server(http, { path: CONSOLE_PATH, transports: ['websocket'], serveClient: false });
  const requests: FakeAppliance['requests'] = [];
  const acknowledgements: unknown[] = [];
  const answers = new Map<ApplianceRequestName, Answer | 'silence'>();
  let refusal: string | null = null;
  let connections = 0;
  let streamId = StreamId.parse(randomUUID());

  answers.set('watch:start', (params) => {
    const { resume } = applianceRequests['watch:start'].params.parse(params);
    if (resume === null) streamId = StreamId.parse(randomUUID());
    return { ok: true, value: { streamId, resumed: resume !== null, applianceTime: 1_800_000_005_000 } };
  });
  answers.set('statistics:watch', () => ({ ok: true, value: {} }));

  server.use((socket, next) => {
    if (refusal !== null) return next(new Error(refusal));
    const { token } = ConsoleHandshake.parse(socket.handshake.auth);
    next(token === TOKEN ? undefined : new Error('sign-in-refused'));
  });
  server.on('connection', (socket: Socket) => {
    connections += 1;
    socket.on('stream:acknowledged', (acknowledgement) => acknowledgements.push(acknowledgement));
    for (const name of Object.keys(applianceRequests) as ApplianceRequestName[]) {
      socket.on(name, (params: unknown, reply: (envelope: unknown) => void) => {
        requests.push({ name, params });
        const answer = answers.get(name);
        if (answer !== undefined && answer !== 'silence') reply(answer(params));
      });
    }
  });
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  const bound = (http.address() as AddressInfo).port;

  return {
    url: `http://127.0.0.1:${bound}`,
    port: bound,
    requests,
    acknowledgements,
    connectionCount: () => connections,
    answer: (name, answer) => void answers.set(name, answer),
    refuse(message) {
      refusal = message;
    },
    emit: (name, ...payload) => void server.emit(name, ...payload),
    send: (seq, message = {}) =>
      void server.emit('stream:sent', { streamId, seq, snapshot: null, ...message }),
    streamId: () => streamId,
    disconnectAll: () => server.disconnectSockets(true),
    stop: () => server.close(),
  };
}
