import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import type { VncPortEvent } from '#app/contracts/vnc-port.ts';
import { VncLinkId } from '#app/domain/ids.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import { bareHostname } from '#app/domain/shortcut-address.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../logging/log.ts';
import type { PortToRenderer } from '../support-sessions/session-port.ts';
import { openVncLink } from './vnc-link.ts';

/** Prepared and never opened: the oldest of more than this are forgotten. */
const MAX_PREPARED = 50;

export type VncTarget = { hostname: string; port: number };

type Deps = {
  clock: Clock;
  log: Log;
  /** Makes a channel of two ports, gives one to the renderer and returns the other. */
  sendPortToRenderer(vncLinkId: VncLinkId): PortToRenderer<VncPortEvent>;
};

export type VncLinks = {
  /** Keeps where to connect to, until the tab asks for its port. */
  prepare(target: VncTarget): VncLinkId;
  /** Connects, once. @throws {JumpError} `session-not-found` for what was not prepared, or is open already */
  open(vncLinkId: VncLinkId): void;
  /** Closes all connections: the renderer is gone, or the representative signs out. */
  closeAll(): void;
};

/** The connections of Local VNC tabs. They live in this process alone: a console that restarts has none. */
export function createVncLinks({ clock, log, sendPortToRenderer }: Deps): VncLinks {
  const prepared = new Map<VncLinkId, VncTarget>();
  const closers = new Set<() => void>();

  return {
    prepare(target) {
      const id = VncLinkId.parse(randomUUID());
      prepared.set(id, target);
      const [oldest] = prepared.keys();
      if (prepared.size > MAX_PREPARED && oldest !== undefined) prepared.delete(oldest);
      return id;
    },
    open(vncLinkId) {
      const target = prepared.get(vncLinkId);
      if (target === undefined) throw new JumpError('session-not-found');
      prepared.delete(vncLinkId);
      const close = openVncLink({
        port: sendPortToRenderer(vncLinkId),
        connect: () => connect({ host: bareHostname(target.hostname), port: target.port }),
        clock,
        log,
        onClosed: () => closers.delete(close),
      });
      closers.add(close);
    },
    closeAll() {
      prepared.clear();
      for (const close of [...closers]) close();
    },
  };
}
