import type { SessionLinkState } from '#app/contracts/session-port.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import { MalformedFrame } from '#app/session-channel/frame.ts';
import type { SessionChannel } from '#app/session-channel/session-channel.ts';
import { createSessionEndpoint, type SessionEndpoint } from '#app/session-channel/session-endpoint.ts';
import { reconnectDelay } from '../appliance-connection/reconnect-delay.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../logging/log.ts';
import { openSessionSocket, type SessionSocket } from './session-socket.ts';

/** The renderer numbers its channels from 1; those found running never have such a number. */
const FIRST_CHANNEL = 1_000;

type Deps = {
  /** Asks the appliance for a token, single use. @throws {JumpError} `session-not-found` once it has ended */
  join(): Promise<{ address: string; sessionToken: string }>;
  clock: Clock;
  random: () => number;
  log: Log;
  /** Found running on the computer: this console was away. Said before the first `connected`. */
  onChannelFound(channel: SessionChannel): void;
  onState(state: SessionLinkState): void;
};

export type SessionLink = {
  readonly endpoint: SessionEndpoint;
  /** Lets go of the session without ending it. */
  close(): void;
};

/**
 * Keeps one support session connected to its computer until it ends: joins, and joins again after a loss. A computer that
 * sends what no Jump Client sends is not listened to any further.
 */
export function openSessionLink(deps: Deps): SessionLink {
  const { clock, log } = deps;
  let socket: SessionSocket | null = null;
  let attempt = 0;
  let isClosed = false;
  let state: SessionLinkState | null = null;
  let cancelRetry: () => void = () => undefined;

  const endpoint = createSessionEndpoint({
    side: 'representative',
    sendFrame: (frame) => socket?.sendFrame(frame),
    hasRoom: () => socket?.hasRoom ?? true,
    onChannelOpened: (channel) => deps.onChannelFound(channel),
    firstChannel: FIRST_CHANNEL + Math.floor(deps.random() * 1_000_000),
  });

  function show(next: SessionLinkState): void {
    if (next === state) return;
    state = next;
    deps.onState(next);
  }

  async function connect(): Promise<void> {
    show('connecting');
    try {
      const { address, sessionToken } = await deps.join();
      if (!isClosed) socket = openSessionSocket({ address, token: sessionToken, log, listener });
    } catch (error) {
      if (isClosed) return;
      if (!(error instanceof JumpError)) throw error;
      if (error.code === 'session-not-found' || error.code === 'not-permitted') finish('ended');
      else retry();
    }
  }

  function retry(): void {
    show('connecting');
    cancelRetry();
    cancelRetry = clock.after(reconnectDelay(attempt, deps.random()), start);
    attempt += 1;
  }

  function start(): void {
    connect().catch((error: unknown) => {
      log.error({ err: error }, 'a support session cannot be joined');
      retry();
    });
  }

  function lose(): void {
    socket = null;
    endpoint.peerPresent(false);
    if (!isClosed) retry();
  }

  function finish(as: 'ended' | 'broken'): void {
    isClosed = true;
    cancelRetry();
    socket?.close();
    socket = null;
    endpoint.closeAll({ reason: as === 'ended' ? 'closed' : 'lost' });
    show(as);
  }

  const listener = {
    joined: () => show('waiting'),
    peer(present: boolean) {
      endpoint.peerPresent(present);
      if (!present) show('waiting');
    },
    frame(bytes: Uint8Array) {
      try {
        endpoint.receive(bytes);
      } catch (error) {
        if (!(error instanceof MalformedFrame)) throw error;
        log.error({ err: error }, 'a frame from a computer is malformed');
        return finish('broken');
      }
      attempt = 0;
      show('connected'); // its greeting comes first, and what it has running with it
    },
    drained: () => endpoint.roomAgain(),
    ended: () => finish('ended'),
    lost: lose,
  };

  start();
  return {
    endpoint,
    close() {
      isClosed = true;
      cancelRetry();
      endpoint.peerPresent(false);
      socket?.close();
      socket = null;
    },
  };
}
