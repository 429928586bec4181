import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import {
  CUSTOMER_EVENTS,
  CUSTOMER_PATH,
  CUSTOMER_PROTOCOL,
  type CustomerHandshake,
  type CustomerReportName,
  CustomerWelcome,
  type customerReports,
  PinAsked,
  PinFailure,
  PinOrdered,
} from '#app/contracts/customer-protocol.ts';
import type { SupportSessionId } from '#app/domain/ids.ts';
import { playPinnedJumpClient } from './played-jump-client.ts';
import { playSessions } from './scripted-session.ts';

/** What a played customer does about a pin. */
export const CustomerScript = z.strictObject({
  /** What they say when they are asked. */
  answer: z.enum(['allow', 'refuse', 'ignore']),
  /** How far the installation goes, in percent, */
  until: z.int().min(0).max(100),
  /** and what happens there: it is pinned, it stands still, or it fails for that reason. */
  outcome: z.enum(['pinned', 'wait', ...PinFailure.options]),
});
export type CustomerScript = z.infer<typeof CustomerScript>;

type Joining = Extract<CustomerHandshake, { kind: 'session-key' }>;
type Options = {
  readonly url: string;
  readonly sessionKey: string;
  readonly secret: () => string;
  readonly computer: Joining['computer'];
  readonly script: CustomerScript;
};
type Pin = { readonly pinId: string; isAnswered: boolean; installerKey: string | null; isDone: boolean };
export type ScriptedCustomer = Awaited<ReturnType<typeof joinAsCustomer>>;

/**
 * A customer without a program: joins with a session key through the real door, over a real socket, and does what a script
 * says. Rejects with the door's refusal.
 */
export async function joinAsCustomer({ url, sessionKey, secret: newSecret, computer, script }: Options) {
  const secret = newSecret();
  let does = script;
  let pin: Pin | null = null;
  let pinned: (() => void) | null = null;
  let link: { readonly socket: Socket; readonly cut: () => void };
  let isOver = false;

  const report = <N extends CustomerReportName>(name: N, body: z.input<(typeof customerReports)[N]>) =>
    void link.socket.emit(name, body, () => undefined);
  const install = (current: Pin, installerKey: string) => {
    const { pinId } = current;
    report('pin:progress', { pinId, percent: does.until });
    if (does.outcome === 'wait') return;
    current.isDone = true;
    if (does.outcome !== 'pinned') return report('pin:fail', { pinId, reason: does.outcome });
    pinned?.();
    pinned = playPinnedJumpClient(
      { url, installerKey, secret: newSecret(), hostname: computer.hostname },
      () => report('pin:fail', { pinId, reason: 'unstarted' }),
    );
  };
  /** Whatever the script says of the pin that is under way, and was not done yet. */
  const act = () => {
    if (pin === null || !link.socket.connected) return; // it is told anew when it is back
    if (pin.installerKey !== null && !pin.isDone) return install(pin, pin.installerKey);
    if (pin.installerKey !== null || pin.isAnswered || does.answer === 'ignore') return;
    pin.isAnswered = true;
    report('pin:answer', { pinId: pin.pinId, allowed: does.answer === 'allow' });
  };
  const hear = (pinId: string, installerKey: string | null) => {
    const isDone = pin?.pinId === pinId && pin.isDone;
    pin = { pinId, isAnswered: false, installerKey, isDone };
    act();
  };

  const open = (handshake: CustomerHandshake) =>
    new Promise<SupportSessionId>((welcomed, refused) => {
      const socket = io(url, {
        path: CUSTOMER_PATH,
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        auth: handshake,
      });
      const cutSessions = playSessions(url, socket, CUSTOMER_EVENTS.startSession);
      const cut = () => {
        cutSessions();
        socket.io.engine.close(); // as a network does; `disconnect` would be taking leave
      };
      link = { socket, cut };
      socket.once('connect_error', refused);
      socket.on(CUSTOMER_EVENTS.welcome, (body: unknown) => welcomed(CustomerWelcome.parse(body).sessionId));
      socket.on(CUSTOMER_EVENTS.pinAsked, (body: unknown) => hear(PinAsked.parse(body).pinId, null));
      socket.on(CUSTOMER_EVENTS.pinOrdered, (body: unknown) => {
        const { pinId, installerKey } = PinOrdered.parse(body);
        hear(pinId, installerKey);
      });
      socket.on(CUSTOMER_EVENTS.pinEnded, () => {
        pin = null;
      });
      socket.on(CUSTOMER_EVENTS.ended, () => {
        isOver = true;
        cutSessions();
      });
    });
  const protocol = CUSTOMER_PROTOCOL;
  const sessionId = await open({ kind: 'session-key', protocol, sessionKey, secret, computer });

  return {
    sessionId,
    name: computer.name,
    /** How it stands with the session, seen from the customer's side. */
    state: () => (isOver ? 'ended' : link.socket.connected ? 'online' : 'offline'),
    /** Does something else from now on; what it was asked before is answered anew. */
    change(changed: Partial<CustomerScript>): void {
      does = { ...does, ...changed };
      act();
    },
    /** The connection is cut, as by a bad network; it stays away. */
    drop: (): void => link.cut(),
    /** Comes back into the session. */
    async comeBack(): Promise<void> {
      await open({ kind: 'return', protocol, sessionId, secret });
    },
    /** Ends the session. */
    leave: (): Promise<void> =>
      new Promise((resolve) => {
        link.socket.once('disconnect', () => resolve());
        report('support-session:end', {});
      }),
    /** Cuts everything, the pinned Jump Client's connection too. */
    close(): void {
      link.cut();
      pinned?.();
    },
  };
}
