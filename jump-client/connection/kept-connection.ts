import type { Logger } from 'pino';
import type { Socket } from 'socket.io-client';
import type { Clock } from '../clock.ts';
import { createBackOff } from './back-off.ts';

/** An appliance that takes a connection but does not welcome within this is not there. */
export const WELCOME_TIMEOUT_MS = 20_000;
/** A connection that lasted this long makes the next wait short again. */
export const LASTING_MS = 30_000;
const REPORT_TIMEOUT_MS = 10_000;

/** A connection to the appliance that is opened from here (R5.1), and opened again whenever it is lost. */
export type KeptConnection = {
  readonly isConnected: boolean;
  /** Resolves when the appliance has taken a message; fails when not connected, or not answered in time. */
  tell(name: string, message: object): Promise<void>;
  close(): void;
};

export type KeptConnectionOptions<Refusal extends string> = {
  /** Opens a Socket.IO socket that does not reconnect by itself. Asked for at each attempt. */
  openSocket: () => Socket;
  /** What the appliance may refuse it with. */
  refusals: readonly Refusal[];
  /** Listens on a fresh socket. @param welcomed to be called with the welcome: the connection counts from then on */
  listen: (socket: Socket, welcomed: (details: object) => void) => void;
  onLost: () => void;
  onRefused: (refusal: Refusal) => 'try-again' | 'give-up';
  /** Who connects, for the log: *this Jump Client*. */
  who: string;
  /** Up to what the waits between attempts grow, in milliseconds. */
  lastBoundMs: number;
  clock: Clock;
  random: () => number;
  log: Logger;
};

/** Connects, and connects again whenever that is lost, until closed or refused for good. */
export function keepConnected<Refusal extends string>(
  options: KeptConnectionOptions<Refusal>,
): KeptConnection {
  const { clock, log } = options;
  const backOff = createBackOff(options.random, options.lastBoundMs);
  let current: { socket: Socket; welcomed: boolean } | null = null;
  let cancelTimer = () => {};
  /** Said once a change of state, not once an attempt. */
  let said: 'nothing' | 'connected' | 'unreachable' | Refusal = 'nothing';

  function say(state: typeof said, level: 'info' | 'warn', details: object, message: string): void {
    if (said !== state) log[level](details, message);
    said = state;
  }

  function attempt(): void {
    const socket = options.openSocket();
    current = { socket, welcomed: false };
    cancelTimer = clock.after(WELCOME_TIMEOUT_MS, () => lose('it did not answer'));
    socket.on('disconnect', (reason) => lose(reason));
    socket.on('connect_error', (error) => {
      const refusal = options.refusals.find((code) => code === error.message);
      if (refusal === undefined) lose(reasonOf(error));
      else beRefused(refusal);
    });
    options.listen(socket, beWelcomed);
  }

  function beWelcomed(details: object): void {
    if (current === null || current.welcomed) return;
    current.welcomed = true;
    cancelTimer();
    cancelTimer = clock.after(LASTING_MS, () => backOff.reset());
    say('connected', 'info', details, 'Connected to the appliance.');
  }

  function beRefused(refusal: Refusal): void {
    say(refusal, 'warn', { refusal }, `The appliance refused ${options.who}.`);
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
    async tell(name, message) {
      if (!current?.welcomed) throw new Error('There is no connection to the appliance.');
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
