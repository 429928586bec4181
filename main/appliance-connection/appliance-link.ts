import { io, type Socket } from 'socket.io-client';
import {
  type ApplianceParams,
  type ApplianceReply,
  type ApplianceRequestName,
  applianceEvents,
  applianceRequests,
  CONSOLE_PATH,
  CONSOLE_PROTOCOL,
  type ConsoleHandshake,
  type consoleEvents,
  replyEnvelope,
  type StreamAcknowledgement,
} from '#app/contracts/appliance-protocol.ts';
import { JumpError, type JumpErrorCode } from '#app/domain/jump-error.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../logging/log.ts';
import { ConnectionLost } from './connection-lost.ts';
import { replyTimeOf } from './reply-time.ts';
import { streamParser } from './stream-decoder.ts';

const CONNECT_TIMEOUT_MS = 8_000;

export type ApplianceEventName = keyof typeof applianceEvents;

export type LinkListener = {
  opened(): void;
  /** It never opened. */
  refused(code: JumpErrorCode): void;
  /** It was open, and is no more. */
  lost(): void;
  /** Anything arrived, a heartbeat included. */
  heard(): void;
  /** Not yet checked; of `stream:sent` its text. */
  received(name: ApplianceEventName, payload: unknown): void;
};

export type ApplianceLink = {
  request<N extends ApplianceRequestName>(name: N, params: ApplianceParams<N>): Promise<ApplianceReply<N>>;
  acknowledge(acknowledgement: StreamAcknowledgement): void;
  /** Ends it without a word to the listener; waiting requests are rejected with `ConnectionLost`. */
  close(): void;
};

type Options = { address: string; token: string; clock: Clock; log: Log; listener: LinkListener };

const EVENT_NAMES = Object.keys(applianceEvents) as ApplianceEventName[];
const EVENT_ACKNOWLEDGED = 'stream:acknowledged' satisfies keyof typeof consoleEvents;

/** One attempt to connect and, when it succeeds, the connection. A fresh socket each time, never used twice. */
export function openApplianceLink({ address, token, clock, log, listener }: Options): ApplianceLink {
  const auth: ConsoleHandshake = { protocol: CONSOLE_PROTOCOL, token };
  const socket = io(address, {
    path: CONSOLE_PATH,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    timeout: CONNECT_TIMEOUT_MS,
    parser: streamParser,
    auth,
  });
  const waiting = new Set<(error: ConnectionLost) => void>();

  function close(): void {
    socket.off();
    socket.io.off();
    socket.disconnect();
    for (const reject of [...waiting]) reject(new ConnectionLost());
  }

  socket.io.on('open', () => socket.io.engine.on('packet', () => listener.heard()));
  socket.on('connect', () => listener.opened());
  socket.on('connect_error', (error) => {
    close();
    listener.refused(refusalCode(error.message));
  });
  socket.on('disconnect', () => {
    close();
    listener.lost();
  });
  for (const name of EVENT_NAMES) {
    socket.on(name, (payload: unknown) => listener.received(name, payload));
  }

  return {
    request: (name, params) => sendRequest({ socket, waiting, clock, log }, name, params),
    acknowledge: (acknowledgement) => socket.emit(EVENT_ACKNOWLEDGED, acknowledgement),
    close,
  };
}

/** What the appliance's door says in `connect_error`; any other message is the network's. */
function refusalCode(message: string): JumpErrorCode {
  return message === 'sign-in-refused' || message === 'appliance-incompatible'
    ? message
    : 'appliance-unreachable';
}

type Wire = { socket: Socket; waiting: Set<(error: ConnectionLost) => void>; clock: Clock; log: Log };

function sendRequest<N extends ApplianceRequestName>(
  { socket, waiting, clock, log }: Wire,
  name: N,
  params: ApplianceParams<N>,
): Promise<ApplianceReply<N>> {
  return new Promise((resolve, reject) => {
    if (!socket.connected) return reject(new ConnectionLost());
    const stopTimer = clock.after(replyTimeOf(name), () => giveUp(new ConnectionLost()));
    const settle = () => {
      stopTimer();
      waiting.delete(giveUp);
    };
    const giveUp = (error: ConnectionLost) => {
      settle();
      reject(error);
    };
    waiting.add(giveUp);
    socket.emit(name, params, (answer: unknown) => {
      if (!waiting.has(giveUp)) return;
      settle();
      const envelope = replyEnvelope(applianceRequests[name].reply).safeParse(answer);
      if (!envelope.success) {
        log.error(
          { request: name, issues: envelope.error.issues },
          'an answer of the appliance is malformed',
        );
        return reject(new JumpError('appliance-incompatible'));
      }
      const { data } = envelope;
      if (data.ok)
        resolve(data.value as ApplianceReply<N>); // casts live at the doors only
      else reject(new JumpError(data.code, data.detail === undefined ? {} : { detail: data.detail }));
    });
  });
}
