import type { Logger } from 'pino';
import type { SessionStart, SessionStartOutcome } from '#app/contracts/jump-client-protocol.ts';
import { assertNever } from '#app/lib/assert-never.ts';
import { MalformedFrame } from '#app/session-channel/frame.ts';
import type { SessionChannel } from '#app/session-channel/session-channel.ts';
import { createSessionEndpoint } from '#app/session-channel/session-endpoint.ts';
import { createSessionLink, type SessionLink, type SessionLinkOptions } from './session-link.ts';

/** How many representatives are in session with this computer at once. */
export const MOST_SESSIONS = 32;

/** A representative of one session. */
export type Participant = Omit<SessionStart, 'sessionToken'>;

/** What a session may use on this computer, one function a service. */
export type SessionServices = {
  commandShell(
    channel: SessionChannel,
    size: { service: 'command-shell'; columns: number; rows: number },
  ): void;
  systemInformation(channel: SessionChannel): void;
  fileTransfer(
    channel: SessionChannel,
    service: { service: 'file-transfer'; use: 'folders' | 'transfer' },
  ): void;
  screenSharing(channel: SessionChannel, participant: Participant): void;
  chat(channel: SessionChannel, participant: Participant): void;
};

export type SupportSessions = {
  readonly count: number;
  /** Joins a session with one representative, or joins it again when the appliance tells of it anew. Refused as `disabled` (R5.4). */
  start(start: SessionStart): Promise<SessionStartOutcome>;
  endAll(): void;
  /** Resolves as soon as there is none. */
  whenNone(): Promise<void>;
};

type Options = Pick<SessionLinkOptions, 'openSocket' | 'clock' | 'random'> & {
  services: SessionServices;
  isDisabled: () => boolean;
  /** Nobody has a link in this session any more. */
  onSessionOver: (sessionId: SessionStart['sessionId']) => void;
  log: Logger;
};

/** The link with one representative of one session: whoever takes part has one. */
type RunningLink = {
  readonly sessionId: SessionStart['sessionId'];
  readonly link: SessionLink;
  end(reason: string): void;
};

export function createSupportSessions(options: Options): SupportSessions {
  const running = new Map<string, RunningLink>();
  const awaitingNone: (() => void)[] = [];

  function begin(key: string, participant: Participant): RunningLink {
    const { sessionId, representativeId } = participant;
    const log = options.log.child({ sessionId, representativeId });
    const endpoint = createSessionEndpoint({
      side: 'computer',
      sendFrame: (frame) => link.send(frame),
      hasRoom: () => link.hasRoom,
      onChannelOpened: (channel) => serve(channel, participant, options.services),
    });
    function end(reason: string): void {
      if (!running.delete(key)) return;
      log.info({ reason }, 'A support session ended.');
      link.close();
      endpoint.closeAll({ reason: 'lost' });
      if (running.size === 0) for (const tell of awaitingNone.splice(0)) tell();
      if (![...running.values()].some((other) => other.sessionId === sessionId)) {
        options.onSessionOver(sessionId);
      }
    }
    const link = createSessionLink({
      openSocket: options.openSocket,
      clock: options.clock,
      random: options.random,
      log,
      onPeer: (present) => endpoint.peerPresent(present),
      onRoom: () => endpoint.roomAgain(),
      onFrame(frame) {
        try {
          endpoint.receive(frame);
        } catch (error) {
          // Whatever went wrong, it ends this session and nothing else: the computer must stay reachable.
          if (error instanceof MalformedFrame)
            log.warn({ error }, 'A support session sent a malformed frame.');
          else log.error({ error }, 'A support session failed.');
          end('malformed');
        }
      },
      onEnded: end,
    });
    const session = { sessionId, link, end };
    running.set(key, session);
    log.info('A support session began.');
    return session;
  }

  return {
    get count() {
      return running.size;
    },
    async start(start) {
      const key = `${start.sessionId}/${start.representativeId}`;
      const known = running.get(key);
      if (known === undefined && options.isDisabled()) return { ok: false, reason: 'disabled' };
      if (known === undefined && running.size >= MOST_SESSIONS) return { ok: false, reason: 'failed' };
      const { link } = known ?? begin(key, start);
      return (await link.join(start.sessionToken)) ? { ok: true } : { ok: false, reason: 'failed' };
    },
    endAll() {
      for (const session of [...running.values()]) session.end('computer');
    },
    whenNone() {
      if (running.size === 0) return Promise.resolve();
      return new Promise((resolve) => awaitingNone.push(resolve));
    },
  };
}

function serve(channel: SessionChannel, participant: Participant, services: SessionServices): void {
  const { service } = channel;
  if (service.service === 'command-shell') services.commandShell(channel, service);
  else if (service.service === 'system-information') services.systemInformation(channel);
  else if (service.service === 'file-transfer') services.fileTransfer(channel, service);
  else if (service.service === 'screen-sharing') services.screenSharing(channel, participant);
  else if (service.service === 'chat') services.chat(channel, participant);
  else assertNever(service);
}
