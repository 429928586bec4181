import type { Logger } from 'pino';
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
import type { Clock } from '../clock.ts';
import { createBackOff } from './back-off.ts';
import { inbound } from './inbound.ts';

/** An appliance that takes a connection but does not welcome within this is not there. */
export const WELCOME_TIMEOUT_MS = 20_000;
/** A connection that lasted this long makes the next wait short again. */
export const LASTING_MS = 30_000;
const REPORT_TIMEOUT_MS = 10_000;

/** The one connection to the appliance, opened from here (R5.1). */
export type ApplianceConnection = {
  readonly isConnected: boolean;
  /** Resolves when the appliance has taken it; fails when not connected, or not answered in time. */
  report<N extends JumpClientReportName>(
    name: N,
    params: z.infer<(typeof jumpClientReports)[N]>,
  ): Promise<void>;
  close(): void;
};

export type ApplianceConnectionOptions = {
  /** Opens a Socket.IO socket that does not reconnect by itself. */
  openSocket: (handshake: JumpClientHandshake) => Socket;
  /** Asked for at each attempt. */
  handshake: () => JumpClientHandshake;
  onWelcomed: (welcome: JumpClientWelcome) => void;
  onLost: () => void;
  onRefused: (refusal: JumpClientRefusal) => 'try-again' | 'give-up';
  /** It is to uninstall itself, by somebody who can prove it or not; acknowledged once that will be finished. */
  onRemoved: (removed: JumpClientRemoved, acknowledge: () => void) => void;
  onSessionStart: (start: SessionStart) => Promise<SessionStartOutcome>;
  clock: Clock;
  random: () => number;
  log: Logger;
};

/** Connects, and connects again whenever that is lost, until closed or refused for good. */
export function connectToAppliance(options: ApplianceConnectionOptions): ApplianceConnection {
  const { clock, log } = options;
  const backOff = createBackOff(options.random);
  let current: { socket: Socket; welcomed: boolean } | null = null;
  let cancelTimer = () => {};
  /** Said once a change of state, not once an attempt. */
  let said: 'nothing' | 'connected' | 'unreachable' | JumpClientRefusal = 'nothing';

  function say(state: typeof said, level: 'info' | 'warn', details: object, message: string): void {
    if (said !== state) log[level](details, message);
    said = state;
  }

  function attempt(): void {
    const socket = options.openSocket(options.handshake());
    current = { socket, welcomed: false };
    cancelTimer = clock.after(WELCOME_TIMEOUT_MS, () => lose('it did not answer'));
    socket.on('disconnect', (reason) => lose(reason));
    socket.on('connect_error', (error) => {
      const refusal = JUMP_CLIENT_REFUSALS.find((code) => code === error.message);
      if (refusal === undefined) lose(reasonOf(error));
      else beRefused(refusal);
    });
    const { removed, welcome, startSession } = JUMP_CLIENT_EVENTS;
    socket.on(welcome, inbound({ event: welcome, schema: JumpClientWelcome, log }, beWelcomed));
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

  function beWelcomed(welcome: JumpClientWelcome): void {
    if (current === null || current.welcomed) return;
    current.welcomed = true;
    cancelTimer();
    cancelTimer = clock.after(LASTING_MS, () => backOff.reset());
    say('connected', 'info', { jumpClientId: welcome.jumpClientId }, 'Connected to the appliance.');
    options.onWelcomed(welcome);
  }

  function beRefused(refusal: JumpClientRefusal): void {
    say(refusal, 'warn', { refusal }, 'The appliance refused this Jump Client.');
    drop();
    if (options.onRefused(refusal) === 'try-again') cancelTimer = clock.after(backOff.next(), attempt);
  }

  function lose(reason: string): void {
    say(
      'unreachable',
      'warn',
      { reason },
      'No connection to the appliance; trying again until there is one.',
    );
    drop();
    cancelTimer = clock.after(backOff.next(), attempt);
  }

  /** Leaves the current socket, whatever its state; nothing that it still says is heard. */
  function drop(): void {
    cancelTimer();
    const dropped = current;
    current = null;
    dropped?.socket.removeAllListeners();
    dropped?.socket.disconnect();
    if (dropped?.welcomed) options.onLost();
  }

  attempt();
  return {
    get isConnected() {
      return current?.welcomed ?? false;
    },
    async report(name, params) {
      if (!current?.welcomed) throw new Error('There is no connection to the appliance.');
      const message = jumpClientReports[name].parse(params);
      await current.socket.timeout(REPORT_TIMEOUT_MS).emitWithAck(name, message);
    },
    close: drop,
  };
}

/** Socket.IO says "websocket error"; what the system said is kept inside. */
function reasonOf(error: Error): string {
  const { description } = error as { description?: { message?: unknown } };
  return typeof description?.message === 'string' ? description.message : error.message;
}
