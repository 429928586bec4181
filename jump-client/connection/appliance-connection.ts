import type { Socket } from 'socket.io-client';
import type { z } from 'zod';
import {
  JUMP_CLIENT_EVENTS,
  JUMP_CLIENT_REFUSALS,
  type JumpClientHandshake,
  type JumpClientRefusal,
  JumpClientRemoved,
  type JumpClientReportName,
  JumpClientWelcome,
  jumpClientReports,
  SessionStart,
  type SessionStartOutcome,
} from '#app/contracts/jump-client-protocol.ts';
import { LAST_BOUND_MS } from './back-off.ts';
import { inbound } from './inbound.ts';
import { type KeptConnectionOptions, keepConnected } from './kept-connection.ts';

/** A Jump Client's one connection to the appliance, opened from here (R5.1). */
export type ApplianceConnection = {
  readonly isConnected: boolean;
  /** Resolves when the appliance has taken it; fails when not connected, or not answered in time. */
  report<N extends JumpClientReportName>(
    name: N,
    params: z.infer<(typeof jumpClientReports)[N]>,
  ): Promise<void>;
  close(): void;
};

export type ApplianceConnectionOptions = Pick<
  KeptConnectionOptions<JumpClientRefusal>,
  'onLost' | 'onRefused' | 'clock' | 'random' | 'log'
> & {
  /** Opens a Socket.IO socket that does not reconnect by itself. */
  openSocket: (handshake: JumpClientHandshake) => Socket;
  /** Asked for at each attempt. */
  handshake: () => JumpClientHandshake;
  onWelcomed: (welcome: JumpClientWelcome) => void;
  /** It is to uninstall itself, by somebody who can prove it or not; acknowledged once that will be finished. */
  onRemoved: (removed: JumpClientRemoved, acknowledge: () => void) => void;
  onSessionStart: (start: SessionStart) => Promise<SessionStartOutcome>;
};

/** Connects as a Jump Client, and connects again whenever that is lost, until closed or refused for good. */
export function connectToAppliance(options: ApplianceConnectionOptions): ApplianceConnection {
  const { log } = options;

  function listen(socket: Socket, welcomed: (details: object) => void): void {
    const { removed, welcome, startSession } = JUMP_CLIENT_EVENTS;
    let isWelcomed = false;
    socket.on(
      welcome,
      inbound({ event: welcome, schema: JumpClientWelcome, log }, (message) => {
        if (isWelcomed) return;
        isWelcomed = true;
        welcomed({ jumpClientId: message.jumpClientId });
        options.onWelcomed(message);
      }),
    );
    socket.on(
      removed,
      inbound({ event: removed, schema: JumpClientRemoved, log }, (message, acknowledge) =>
        options.onRemoved(message, () => acknowledge({})),
      ),
    );
    socket.on(
      startSession,
      inbound({ event: startSession, schema: SessionStart, log }, (start, acknowledge) => {
        void options.onSessionStart(start).then(acknowledge);
      }),
    );
  }

  const { onLost, onRefused, clock, random } = options;
  const connection = keepConnected({
    openSocket: () => options.openSocket(options.handshake()),
    refusals: JUMP_CLIENT_REFUSALS,
    listen,
    onLost,
    onRefused,
    who: 'this Jump Client',
    lastBoundMs: LAST_BOUND_MS.fleet,
    clock,
    random,
    log,
  });
  return {
    get isConnected() {
      return connection.isConnected;
    },
    report: (name, params) => connection.tell(name, jumpClientReports[name].parse(params)),
    close: connection.close,
  };
}
