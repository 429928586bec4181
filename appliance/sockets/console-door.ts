import type { Logger } from 'pino';
import type { Socket } from 'socket.io';
import {
  type ApplianceParams,
  type ApplianceRequestName,
  type applianceEvents,
  applianceRequests,
  CONSOLE_HEARTBEAT,
  CONSOLE_PROTOCOL,
  ConsoleHandshake,
  consoleEvents,
} from '#app/contracts/appliance-protocol.ts';
import { STREAM_EVENT } from '#app/contracts/stream-frame.ts';
import type { RepresentativeId } from '#app/domain/ids.ts';
import type { JumpErrorCode } from '#app/domain/jump-error.ts';
import type { ApplianceCore } from '../core/appliance-core.ts';
import type { RecordAudit } from '../core/audit-log.ts';
import type { ConsoleConnection } from '../core/console-connection.ts';
import { listenTo } from './inbound.ts';
import type { SignIn } from './sign-in.ts';
import { createSignInThrottle } from './sign-in-throttle.ts';
import { createSocketIoDoor, remoteAddress } from './socket-io-door.ts';
import { streamParser } from './stream-encoder.ts';
import { createWithheldEvents, type WithheldEvents } from './withheld-events.ts';

export type ConsoleDoor = ReturnType<typeof createConsoleDoor>;
type Deps = {
  readonly core: ApplianceCore;
  readonly signIn: SignIn;
  readonly audit: RecordAudit;
  readonly log: Logger;
};
type EventName = keyof typeof applianceEvents;

/** /console: who has a token is a representative, and says and hears what `appliance-protocol.ts` names. */
export function createConsoleDoor(deps: Deps) {
  const { core, signIn, audit, log } = deps;
  const { io, engine } = createSocketIoDoor(CONSOLE_HEARTBEAT, streamParser);
  const throttle = createSignInThrottle(core.environment.clock);

  io.use((socket, next) => {
    const address = remoteAddress(socket.handshake.address);
    const outcome = admit(socket.handshake.auth, signIn);
    if (outcome.admitted) {
      throttle.accepted(address);
      socket.data.representativeId = outcome.representativeId;
      audit({ event: 'signed-in', representativeId: outcome.representativeId, address });
      return next();
    }
    log.warn({ address, code: outcome.code }, 'a console was refused');
    audit({ event: 'sign-in-refused', code: outcome.code, address });
    core.environment.clock.schedule(throttle.refused(address), () => next(new Error(outcome.code)));
  });
  const withheld = createWithheldEvents();
  io.on('connection', (socket) => receive(socket, withheld, deps));

  return {
    engine,
    close: () => io.close(),
    /** Cuts the connections of one representative, or of all. @returns how many */
    drop(representativeId: RepresentativeId | null): number {
      const dropped = [...io.sockets.sockets.values()].filter(
        ({ data }) => representativeId === null || data.representativeId === representativeId,
      );
      for (const socket of dropped) socket.conn.close();
      return dropped.length;
    },
    /** From now on a representative's consoles hear of nothing; what they ask for is still answered. */
    hold: withheld.hold,
    /** Tells them what they have missed. @returns how many events that were */
    release: withheld.release,
  };
}

type Admission =
  | { readonly admitted: true; readonly representativeId: RepresentativeId }
  | { readonly admitted: false; readonly code: JumpErrorCode };

function admit(auth: unknown, signIn: SignIn): Admission {
  const handshake = ConsoleHandshake.safeParse(auth);
  if (!handshake.success) {
    return { admitted: false, code: speaksOurProtocol(auth) ? 'sign-in-refused' : 'appliance-incompatible' };
  }
  const representativeId = signIn(handshake.data.token);
  if (representativeId === null) return { admitted: false, code: 'sign-in-refused' };
  return { admitted: true, representativeId };
}

function speaksOurProtocol(auth: unknown): boolean {
  return (
    typeof auth === 'object' && auth !== null && 'protocol' in auth && auth.protocol === CONSOLE_PROTOCOL
  );
}

function receive(socket: Socket, withheld: WithheldEvents, { core, audit, log }: Deps): void {
  const { representativeId } = socket.data as { representativeId: RepresentativeId };
  const emit = (name: EventName, message: unknown) =>
    withheld.send(representativeId, () => socket.emit(name, message));
  const connection = core.connectConsole(representativeId, {
    sendStream: (messageJson) => emit(STREAM_EVENT, messageJson),
    sendStatistics: (message) => emit('statistics:changed', message),
    sendHistory: (history) => emit('statistics-history:changed', history),
    sendSummaryChanged: (message) => emit('session-summary:changed', message),
    sendChoice: (choice) => emit('choice:changed', choice),
  });
  log.info({ representativeId }, 'a console has signed in');
  listenTo(
    socket,
    {
      request: (name, input) => (isRequestName(name) ? request(connection, name, input, audit) : null),
      event: (name, input) => name === 'stream:acknowledged' && acknowledge(connection, input),
      malformedReply: { ok: false, code: 'malformed' },
    },
    log,
  );
  socket.on('disconnect', (reason) => {
    log.info({ representativeId, reason }, 'a console has left');
    connection.closed();
  });
}

function isRequestName(name: string): name is ApplianceRequestName {
  return Object.hasOwn(applianceRequests, name);
}

function request<N extends ApplianceRequestName>(
  connection: ConsoleConnection,
  name: N,
  input: unknown,
  audit: RecordAudit,
) {
  const parsed = applianceRequests[name].params.safeParse(input);
  if (!parsed.success) return null;
  const params = parsed.data as ApplianceParams<N>;
  return connection.requests[name](params).then((reply) => {
    const by = { request: name, representativeId: connection.representativeId };
    if (!reply.ok) {
      const item = 'jumpItemId' in params ? { jumpItemId: params.jumpItemId } : {};
      audit({ event: 'command-refused', code: reply.code, ...by, ...item });
    } else if (reply.value !== null && 'refused' in reply.value && reply.value.refusedCount > 0) {
      const { refused, refusedCount } = reply.value;
      const named = refused.map(({ jumpItemId, code }) => ({ jumpItemId, code }));
      audit({ event: 'jump-items-refused', ...by, refusedCount, refused: named });
    }
    return reply;
  });
}

function acknowledge(connection: ConsoleConnection, input: unknown): boolean {
  const parsed = consoleEvents['stream:acknowledged'].safeParse(input);
  return parsed.success && connection.streamAcknowledged(parsed.data.streamId, parsed.data.seq);
}
