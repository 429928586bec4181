import type { Logger } from 'pino';
import type { Socket } from 'socket.io';
import {
  JUMP_CLIENT_EVENTS,
  JUMP_CLIENT_HEARTBEAT,
  JumpClientHandshake,
  type JumpClientRefusal,
  jumpClientReports,
  SessionStartOutcome,
} from '#app/contracts/jump-client-protocol.ts';
import type { JumpItemId } from '#app/domain/ids.ts';
import { type Result, refusal } from '#app/lib/result.ts';
import type { ApplianceCore } from '../core/appliance-core.ts';
import type { RecordAudit } from '../core/audit-log.ts';
import type { JumpClientLink } from '../core/jump-clients.ts';
import type { Dispatch } from '../core/start-link.ts';
import { listenTo, MalformedMessage } from './inbound.ts';
import { createSocketIoDoor, remoteAddress } from './socket-io-door.ts';

/** How long a Jump Client may take to take note that it is to uninstall itself. */
const UNINSTALL_MS = 10_000;

type Deps = { readonly core: ApplianceCore; readonly audit: RecordAudit; readonly log: Logger };

/** /jump-client: who has an installer key registers, who has a secret is known. */
export function createJumpClientDoor({ core, audit, log }: Deps) {
  const { io, engine } = createSocketIoDoor(JUMP_CLIENT_HEARTBEAT);

  io.use((socket, next) => {
    admit(core, socket.handshake.auth).then((outcome) => {
      if (outcome.ok) {
        socket.data.jumpClientId = outcome.value;
        return next();
      }
      const refused = { code: outcome.failure, address: remoteAddress(socket.handshake.address) };
      log.warn(refused, 'a Jump Client was refused');
      audit({ event: 'jump-client-refused', ...refused });
      next(new Error(outcome.failure));
    }, next);
  });
  io.on('connection', (socket) => receive(core, socket, log));

  return { engine, close: () => io.close() };
}

async function admit(core: ApplianceCore, auth: unknown): Promise<Result<JumpItemId, JumpClientRefusal>> {
  const handshake = JumpClientHandshake.safeParse(auth);
  if (!handshake.success) return refusal('appliance-incompatible');
  const { data } = handshake;
  if (data.kind === 'known') return core.jumpClients.recognize(data.jumpClientId, data.secret);
  return core.jumpClients.register(data);
}

function receive(core: ApplianceCore, socket: Socket, log: Logger): void {
  const { jumpClientId } = socket.data as { jumpClientId: JumpItemId };
  const { jumpClients } = core;
  const link = createLink(socket);
  const logFailure = (error: unknown) =>
    log.error({ err: error, jumpClientId }, 'a Jump Client’s news failed');

  listenTo(
    socket,
    { request: (name, input) => report(core, jumpClientId, name, input), event: () => false },
    log,
  );
  socket.conn.on('packet', () => jumpClients.heard(jumpClientId));
  socket.on('disconnect', (reason) => {
    log.info({ jumpClientId, reason }, 'a Jump Client has left');
    const leaving = reason === 'client namespace disconnect';
    jumpClients.disconnected(jumpClientId, link, leaving).catch(logFailure);
  });
  jumpClients.connected(jumpClientId, link, remoteAddress(socket.handshake.address)).then((welcome) => {
    if (welcome === null) return log.info({ jumpClientId }, 'a removed Jump Client came back');
    log.info({ jumpClientId }, 'a Jump Client is connected');
    socket.emit(JUMP_CLIENT_EVENTS.welcome, welcome);
  }, logFailure);
}

/** Null: the report was malformed. */
function report(core: ApplianceCore, id: JumpItemId, name: string, input: unknown): Promise<unknown> | null {
  const { jumpClients } = core;
  switch (name) {
    case 'statistics:report': {
      const parsed = jumpClientReports[name].safeParse(input);
      if (!parsed.success) return null;
      const { statistics, sentAt } = parsed.data;
      return jumpClients.reportStatistics(id, statistics, sentAt).then(acknowledgeIfAccepted);
    }
    case 'jump-client:disable': {
      const parsed = jumpClientReports[name].safeParse(input);
      return parsed.success ? jumpClients.setDisabled(id, parsed.data.disabled).then(acknowledgement) : null;
    }
    case 'jump-client:rest': {
      const parsed = jumpClientReports[name].safeParse(input);
      return parsed.success ? jumpClients.rest(id, parsed.data.because).then(acknowledgement) : null;
    }
    case 'jump-client:uninstall': {
      const parsed = jumpClientReports[name].safeParse(input);
      return parsed.success ? jumpClients.uninstall(id).then(acknowledgement) : null;
    }
    default:
      return null;
  }
}

function acknowledgement(): Record<string, never> {
  return {};
}

function acknowledgeIfAccepted(accepted: boolean): Record<string, never> {
  if (!accepted) throw new MalformedMessage('more statistics than a computer can have');
  return {};
}

function createLink(socket: Socket): JumpClientLink {
  return {
    startSession: startSessionOn(socket, JUMP_CLIENT_EVENTS.startSession),
    async uninstall(removed) {
      try {
        await socket.timeout(UNINSTALL_MS).emitWithAck(JUMP_CLIENT_EVENTS.removed, removed);
        return true;
      } catch {
        return false; // not heard, or not believed: it is told again when it comes back
      }
    },
    close: () => socket.disconnect(true),
  };
}

/** Asks the program behind a socket to start a session, by the event of that name. */
export function startSessionOn(socket: Socket, eventName: string): Dispatch {
  return (start) =>
    new Promise((resolve) => {
      const lost = () => resolve('not-connected');
      if (!socket.connected) return lost();
      socket.once('disconnect', lost);
      socket.emit(eventName, start, (answer: unknown) => {
        socket.off('disconnect', lost);
        const parsed = SessionStartOutcome.safeParse(answer);
        resolve(parsed.success ? parsed.data : 'nonsense');
      });
    });
}
