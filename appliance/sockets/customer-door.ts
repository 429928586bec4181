import type { Logger } from 'pino';
import type { Socket } from 'socket.io';
import {
  CUSTOMER_EVENTS,
  CUSTOMER_HEARTBEAT,
  CUSTOMER_PROTOCOL,
  CustomerHandshake,
  type CustomerRefusal,
  type CustomerSessionEnded,
  type CustomerWelcome,
  customerReports,
} from '#app/contracts/customer-protocol.ts';
import type { SupportSessionId } from '#app/domain/ids.ts';
import { type Result, refusal } from '#app/lib/result.ts';
import type { ApplianceCore } from '../core/appliance-core.ts';
import type { RecordAudit } from '../core/audit-log.ts';
import type { CustomerLink } from '../core/customers.ts';
import type { Clock } from '../core/environment.ts';
import { createGuessThrottle, type GuessThrottle } from './guess-throttle.ts';
import { listenTo } from './inbound.ts';
import { startSessionOn } from './jump-client-door.ts';
import { createSocketIoDoor, remoteAddress } from './socket-io-door.ts';

export type CustomerDoor = ReturnType<typeof createCustomerDoor>;
type Deps = {
  readonly core: ApplianceCore;
  readonly siteName: string;
  readonly audit: RecordAudit;
  readonly log: Logger;
};

/** /customer: who has a session key joins that session, who has its secret comes back to it. */
export function createCustomerDoor(deps: Deps) {
  const { core, audit, log } = deps;
  const { io, engine } = createSocketIoDoor(CUSTOMER_HEARTBEAT);
  const throttle = createGuessThrottle(core.environment.clock);

  io.use((socket, next) => {
    const address = remoteAddress(socket.handshake.address);
    admit(core, throttle, socket.handshake.auth, address).then((outcome) => {
      if (outcome.ok) {
        socket.data.sessionId = outcome.value;
        return next();
      }
      const refused = { code: outcome.failure, address };
      log.warn(refused, 'a customer was refused');
      audit({ event: 'customer-refused', ...refused });
      next(new Error(outcome.failure));
    }, next);
  });
  io.on('connection', (socket) => receive(socket, deps));

  return {
    engine,
    close: () => io.close(),
    /** Cuts the connections of all customers. @returns how many */
    drop(): number {
      const dropped = [...io.sockets.sockets.values()];
      for (const socket of dropped) socket.conn.close();
      return dropped.length;
    },
  };
}

async function admit(
  { customers, environment }: ApplianceCore,
  throttle: GuessThrottle,
  auth: unknown,
  address: string,
): Promise<Result<SupportSessionId, CustomerRefusal>> {
  const handshake = CustomerHandshake.safeParse(auth);
  // What is no key at all is one that nobody has: only another program's words are another protocol.
  if (!handshake.success) {
    return refusal(speaksOurProtocol(auth) ? 'session-key-refused' : 'appliance-incompatible');
  }
  if (handshake.data.kind === 'return') return customers.comeBack(handshake.data);
  const waitMs = throttle.enter(address);
  if (waitMs === null) return refusal('too-many-attempts');
  await after(environment.clock, waitMs);
  const outcome = await customers.join(handshake.data);
  if (outcome.ok) throttle.right(address);
  return outcome;
}

function after(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    clock.schedule(milliseconds, resolve);
  });
}

function speaksOurProtocol(auth: unknown): boolean {
  return (
    typeof auth === 'object' && auth !== null && 'protocol' in auth && auth.protocol === CUSTOMER_PROTOCOL
  );
}

function receive(socket: Socket, { core, siteName, log }: Deps): void {
  const { sessionId } = socket.data as { sessionId: SupportSessionId };
  const { customers } = core;
  const link = createLink(socket, siteName);
  const logFailure = (error: unknown) => log.error({ err: error, sessionId }, 'a customer’s news failed');

  listenTo(
    socket,
    {
      request(name, input) {
        if (name !== 'support-session:end') return report(core, sessionId, name, input);
        if (!customerReports[name].safeParse(input).success) return null;
        // The answer goes first: the end closes the connection.
        core.environment.clock.schedule(0, () => customers.end(sessionId).catch(logFailure));
        return Promise.resolve({});
      },
      event: () => false,
    },
    log,
  );
  socket.on('disconnect', (reason) => {
    log.info({ sessionId, reason }, 'a customer has left');
    const leaving = reason === 'client namespace disconnect';
    customers.disconnected(sessionId, link, leaving).catch(logFailure);
  });
  customers.connected(sessionId, link).catch(logFailure);
}

/** Null: the report was malformed. */
function report(
  { customers, pins }: ApplianceCore,
  id: SupportSessionId,
  name: string,
  input: unknown,
): Promise<unknown> | null {
  switch (name) {
    case 'pin:answer': {
      const parsed = customerReports[name].safeParse(input);
      return parsed.success ? pins.answer(id, parsed.data).then(() => ({})) : null;
    }
    case 'pin:progress': {
      const parsed = customerReports[name].safeParse(input);
      return parsed.success ? pins.progress(id, parsed.data).then(() => ({})) : null;
    }
    case 'pin:fail': {
      const parsed = customerReports[name].safeParse(input);
      return parsed.success ? pins.fail(id, parsed.data).then(() => ({})) : null;
    }
    case 'device:report': {
      const parsed = customerReports[name].safeParse(input);
      return parsed.success ? customers.reportDevice(id, parsed.data.apps).then(() => ({})) : null;
    }
    default:
      return null;
  }
}

function createLink(socket: Socket, siteName: string): CustomerLink {
  return {
    welcome({ id, representativeNames }) {
      const welcome: CustomerWelcome = { sessionId: id, siteName, representatives: representativeNames };
      socket.emit(CUSTOMER_EVENTS.welcome, welcome);
    },
    startSession: startSessionOn(socket, CUSTOMER_EVENTS.startSession),
    tellPin: ({ event, body }) => void socket.emit(CUSTOMER_EVENTS[event], body),
    end(reason) {
      socket.emit(CUSTOMER_EVENTS.ended, { reason } satisfies CustomerSessionEnded);
      socket.disconnect(true);
    },
    close: () => socket.disconnect(true),
  };
}
