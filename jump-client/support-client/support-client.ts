import type { Logger } from 'pino';
import type { Socket } from 'socket.io-client';
import {
  CUSTOMER_EVENTS,
  CUSTOMER_PROTOCOL,
  CUSTOMER_REFUSALS,
  type CustomerHandshake,
  type CustomerRefusal,
  CustomerSessionEnded,
  CustomerWelcome,
  PinAsked,
  PinEnded,
  PinOrdered,
} from '#app/contracts/customer-protocol.ts';
import { SessionStart } from '#app/contracts/jump-client-protocol.ts';
import { SESSION_GRACE_MS } from '#app/contracts/session-link.ts';
import type { DeviceApps } from '#app/domain/device-apps.ts';
import { assertNever } from '#app/lib/assert-never.ts';
import type { Clock } from '../clock.ts';
import { LAST_BOUND_MS } from '../connection/back-off.ts';
import { inbound } from '../connection/inbound.ts';
import { type KeptConnection, keepConnected } from '../connection/kept-connection.ts';
import type { SupportSessions } from '../session/support-sessions.ts';
import type { Pinning } from './pinning.ts';

/** How a support client came to its end. */
export type SupportClientEnd =
  | { end: 'ended'; by: 'customer' | 'representative' | 'failure' }
  | { end: 'refused'; refusal: Extract<CustomerRefusal, 'session-key-refused' | 'appliance-incompatible'> }
  /** There was no connection for longer than a session waits; `joined`: it had begun. */
  | { end: 'lost'; joined: boolean };

/** What the person at the computer is shown. */
export type SessionView = {
  readonly siteName: string;
  /** Who is connected with this computer now. */
  readonly representatives: readonly string[];
  readonly isConnected: boolean;
};

export type SupportClient = {
  /** Resolves when it has ended and let go of everything. */
  readonly ended: Promise<SupportClientEnd>;
  /** What the customer answers when a Jump Client is to be installed. */
  readonly pinning: Pick<Pinning, 'answer' | 'answerLatest'>;
  /** The apps of this device are others now. */
  reportApps(apps: DeviceApps): void;
  /** The customer ends the session. */
  end(): Promise<void>;
};

export type SupportClientOptions = {
  /** Opens a Socket.IO socket that does not reconnect by itself. */
  openSocket: (handshake: CustomerHandshake) => Socket;
  sessionKey: string;
  /** 256 random bits in base64url, made for this session. */
  secret: string;
  computer: Extract<CustomerHandshake, { kind: 'session-key' }>['computer'];
  sessions: SupportSessions;
  createPinning: (tell: KeptConnection['tell']) => Pinning;
  /** The session has begun. */
  onJoined: (sessionId: CustomerWelcome['sessionId']) => void;
  onView: (view: SessionView) => void;
  clock: Clock;
  random: () => number;
  log: Logger;
};

/** The program of a customer: one session, joined with a key, kept through lost connections by a secret. */
export function startSupportClient(options: SupportClientOptions): SupportClient {
  const { secret, sessions, clock, random, log } = options;
  let session: CustomerWelcome | null = null;
  let cancelGrace = () => {};
  /** Not told yet. */
  let changedApps: DeviceApps | null = null;
  let isOver = false;
  let resolveEnded = (_end: SupportClientEnd) => {};
  const ended = new Promise<SupportClientEnd>((resolve) => {
    resolveEnded = resolve;
  });

  function handshake(): CustomerHandshake {
    const known = { protocol: CUSTOMER_PROTOCOL, secret } as const;
    if (session !== null) return { kind: 'return', ...known, sessionId: session.sessionId };
    const { sessionKey, computer } = options;
    return { kind: 'session-key', ...known, sessionKey, computer };
  }

  function listen(socket: Socket, welcomed: (details: object) => void): void {
    const { welcome, startSession, ended: over } = CUSTOMER_EVENTS;
    socket.on(
      welcome,
      inbound({ event: welcome, schema: CustomerWelcome, log }, (message) => {
        cancelGrace();
        welcomed({ sessionId: message.sessionId });
        beWelcomed(message);
      }),
    );
    socket.on(
      startSession,
      inbound({ event: startSession, schema: SessionStart, log }, (start, acknowledge) => {
        void sessions.start(start).then(acknowledge);
      }),
    );
    const { pinAsked, pinOrdered, pinEnded } = CUSTOMER_EVENTS;
    socket.on(
      pinAsked,
      inbound({ event: pinAsked, schema: PinAsked, log }, (asked) => void pinning.asked(asked)),
    );
    socket.on(
      pinOrdered,
      inbound({ event: pinOrdered, schema: PinOrdered, log }, (order) => void pinning.ordered(order)),
    );
    socket.on(pinEnded, inbound({ event: pinEnded, schema: PinEnded, log }, pinning.ended));
    socket.on(
      over,
      inbound({ event: over, schema: CustomerSessionEnded, log }, ({ reason }) => finish(endOf(reason))),
    );
  }

  function beWelcomed(welcome: CustomerWelcome): void {
    const isFirst = session === null;
    session = welcome;
    if (isFirst) options.onJoined(welcome.sessionId);
    show(true);
    tellApps();
  }

  /** What cannot be told now is told when the connection is back. */
  function tellApps(): void {
    if (changedApps === null || !connection.isConnected) return;
    const apps = changedApps;
    connection.tell('device:report', { apps }).then(
      () => {
        if (changedApps === apps) changedApps = null;
      },
      (error: unknown) => log.info({ error }, 'The appliance was not told of the apps.'),
    );
  }

  function show(isConnected: boolean): void {
    if (session === null || isOver) return;
    const { siteName, representatives } = session;
    options.onView({ siteName, representatives, isConnected });
  }

  /** The appliance waits for so long; whoever cannot be reached by then has nothing to come back to. */
  function beLost(): void {
    show(false);
    pinning.lost();
    cancelGrace();
    cancelGrace = clock.after(SESSION_GRACE_MS, () => finish(lost()));
  }

  const lost = (): SupportClientEnd => ({ end: 'lost', joined: session !== null });

  function beRefused(refusal: CustomerRefusal): 'try-again' | 'give-up' {
    if (refusal === 'too-many-attempts') return 'try-again';
    finish(refusal === 'session-ended' ? lost() : { end: 'refused', refusal });
    return 'give-up';
  }

  function finish(end: SupportClientEnd): void {
    if (isOver) return;
    isOver = true;
    cancelGrace();
    sessions.endAll();
    connection.close();
    void pinning.stop().then(() => resolveEnded(end));
  }

  const pinning = options.createPinning((name, message) => connection.tell(name, message));
  const connection: KeptConnection = keepConnected({
    openSocket: () => options.openSocket(handshake()),
    refusals: CUSTOMER_REFUSALS,
    listen,
    onLost: beLost,
    onRefused: beRefused,
    who: 'this support client',
    lastBoundMs: LAST_BOUND_MS.session,
    clock,
    random,
    log,
  });
  // A key that reaches nobody within this will not be waited for by anybody either.
  cancelGrace = clock.after(SESSION_GRACE_MS, () => finish(lost()));

  return {
    ended,
    pinning,
    reportApps(apps) {
      changedApps = apps;
      tellApps();
    },
    async end() {
      try {
        if (connection.isConnected) await connection.tell('support-session:end', {});
      } catch (error) {
        log.info({ error }, 'The appliance finds out by itself that the session is over.');
      }
      finish({ end: 'ended', by: 'customer' });
    },
  };
}

function endOf(reason: CustomerSessionEnded['reason']): SupportClientEnd {
  switch (reason) {
    case 'representative':
      return { end: 'ended', by: 'representative' };
    case 'computer':
      return { end: 'ended', by: 'customer' };
    case 'timeout':
      return { end: 'lost', joined: true };
    case 'refused':
      return { end: 'ended', by: 'failure' };
    default:
      return assertNever(reason);
  }
}
