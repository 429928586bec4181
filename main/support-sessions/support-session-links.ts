import type { SupportSessionId } from '#app/domain/ids.ts';
import type { Disk } from '#app/file-transfer/disk.ts';
import type { ApplianceConnection } from '../appliance-connection/appliance-connection.ts';
import type { Clock } from '../clock.ts';
import { createFileTransfers } from '../file-transfers/file-transfers.ts';
import type { Log } from '../logging/log.ts';
import { openSessionLink } from './session-link.ts';
import { createSessionPort, type PortToRenderer } from './session-port.ts';

type Deps = {
  appliance: Pick<ApplianceConnection, 'request' | 'address'>;
  clock: Clock;
  random: () => number;
  log: Log;
  /** This computer's files, for File Transfer. */
  disk: Disk;
  /** Makes a channel of two ports, gives one to the renderer and returns the other. */
  sendPortToRenderer(sessionId: SupportSessionId): PortToRenderer;
};

export type SupportSessionLinks = {
  /**
   * Links a session with the renderer by a fresh port. One that was linked before is linked anew, so that a renderer
   * that was loaded again gets the recent output from the computer once more.
   */
  open(sessionId: SupportSessionId): void;
  /** Lets go of all sessions without ending them: the renderer is gone, or the representative signs out. */
  closeAll(): void;
  /** True while one is linked with the renderer. */
  hasOpen(): boolean;
};

export function createSupportSessionLinks(deps: Deps): SupportSessionLinks {
  const { appliance, clock, random, log } = deps;
  const closers = new Map<SupportSessionId, () => void>();
  const inWork = new Set<string>();

  async function join(sessionId: SupportSessionId) {
    const { address } = appliance;
    const { sessionToken } = await appliance.request('support-session:join', { sessionId });
    return { address, sessionToken };
  }

  function open(sessionId: SupportSessionId): void {
    closers.get(sessionId)?.();
    const close = () => {
      if (closers.get(sessionId) === close) closers.delete(sessionId);
      files.close();
      link.close();
      port.close();
    };
    const port = createSessionPort({
      port: deps.sendPortToRenderer(sessionId),
      log,
      onFiles: (request) => files.handle(request),
      onClosed: () => close(),
    });
    const link = openSessionLink({
      join: () => join(sessionId),
      clock,
      random,
      log,
      // A console that comes anew has no queue any more: what the old one transferred is begun again, and goes on there.
      onChannelFound: (channel) =>
        channel.service.service === 'file-transfer'
          ? channel.close({ reason: 'closed' })
          : port.channelFound(channel),
      onState: (state) => port.send({ type: 'link', state }),
    });
    const files = createFileTransfers({
      disk: deps.disk,
      endpoint: link.endpoint,
      inWork,
      send: (event) => port.send({ type: 'files', event }),
      clock,
      log,
    });
    port.attach(link.endpoint);
    closers.set(sessionId, close);
  }

  return {
    open,
    hasOpen: () => closers.size > 0,
    closeAll() {
      for (const close of [...closers.values()]) close();
    },
  };
}
