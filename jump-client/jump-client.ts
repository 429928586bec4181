import type { Logger } from 'pino';
import {
  JUMP_CLIENT_PROTOCOL,
  type JumpClientHandshake,
  type JumpClientRefusal,
  type JumpClientWelcome,
} from '#app/contracts/jump-client-protocol.ts';
import type { StatisticsUpdate } from '#app/domain/statistics.ts';
import { clipText } from './clip-text.ts';
import {
  type ApplianceConnection,
  type ApplianceConnectionOptions,
  connectToAppliance,
} from './connection/appliance-connection.ts';
import type { Identity, IdentityStore } from './identity/identity-store.ts';
import type { SupportSessions } from './session/support-sessions.ts';
import type { StatisticsSampler } from './statistics/statistics-sampler.ts';

/** How a Jump Client came to its end. */
export type JumpClientEnd =
  | { end: 'stopped' | 'uninstalled' }
  | { end: 'refused'; refusal: JumpClientRefusal };

export type JumpClient = {
  /** Resolves when it has ended and let go of everything. */
  readonly ended: Promise<JumpClientEnd>;
  readonly isDisabled: boolean;
  /** R5.4. @returns whether the appliance knows already; otherwise it is told at the next connect */
  setDisabled(disabled: boolean): Promise<{ told: boolean }>;
  /** R1.12: tells the appliance, then forgets who it was. Fails, and changes nothing, when that cannot be told. */
  uninstall(): Promise<void>;
  stop(): void;
};

export type JumpClientOptions = Pick<ApplianceConnectionOptions, 'openSocket' | 'clock' | 'random'> & {
  identity: Identity;
  store: IdentityStore;
  installerKey: string | null;
  newSecret: () => string;
  hostname: () => string;
  createSampler: (report: (statistics: StatisticsUpdate) => Promise<void>) => StatisticsSampler;
  createSessions: (isDisabled: () => boolean) => SupportSessions;
  /** The first time that the appliance welcomes it. */
  onFirstWelcome: (welcome: JumpClientWelcome) => void;
  log: Logger;
};

/** The program on the remote computer (R5): one identity, one connection, statistics, sessions. */
export function startJumpClient(options: JumpClientOptions): JumpClient {
  const { store, installerKey, log } = options;
  let { identity } = options;
  let welcomedBefore = false;
  let resolveEnded = (_end: JumpClientEnd) => {};
  const ended = new Promise<JumpClientEnd>((resolve) => {
    resolveEnded = resolve;
  });
  const sessions = options.createSessions(() => identity.disabled);
  const sampler = options.createSampler((statistics) =>
    connection.report('statistics:report', { statistics }),
  );

  function keep(changes: Partial<Identity>): void {
    identity = { ...identity, ...changes };
    store.write(identity);
  }

  function handshake(): JumpClientHandshake {
    const { jumpClientId, secret } = identity;
    if (jumpClientId !== null) return { kind: 'known', protocol: JUMP_CLIENT_PROTOCOL, jumpClientId, secret };
    const hostname = clipText(options.hostname());
    // Without an id there is a key: establishIdentity and beRefused see to that.
    return {
      kind: 'register',
      protocol: JUMP_CLIENT_PROTOCOL,
      installerKey: installerKey ?? '',
      secret,
      hostname,
    };
  }

  function beWelcomed(welcome: JumpClientWelcome): void {
    if (welcome.jumpClientId !== identity.jumpClientId) keep({ jumpClientId: welcome.jumpClientId });
    if (!welcomedBefore) options.onFirstWelcome(welcome);
    welcomedBefore = true;
    void tellDisabled();
    sampler.start();
  }

  async function tellDisabled(): Promise<boolean> {
    try {
      await connection.report('jump-client:disable', { disabled: identity.disabled });
      return true;
    } catch (error) {
      log.info({ error }, 'The appliance is told at the next connect whether sessions are allowed.');
      return false;
    }
  }

  function beRefused(refusal: JumpClientRefusal): 'try-again' | 'give-up' {
    // It, or this program, will be brought up to date.
    if (refusal === 'appliance-incompatible') return 'try-again';
    if (refusal === 'jump-client-unknown' && installerKey !== null) {
      log.warn('The appliance does not know this Jump Client; registering it anew.');
      keep({ jumpClientId: null, secret: options.newSecret() });
      return 'try-again';
    }
    finish({ end: 'refused', refusal });
    return 'give-up';
  }

  function finish(end: JumpClientEnd): void {
    sampler.stop();
    sessions.endAll();
    connection.close();
    resolveEnded(end);
  }

  const connection: ApplianceConnection = connectToAppliance({
    openSocket: options.openSocket,
    handshake,
    onWelcomed: beWelcomed,
    onLost: () => sampler.stop(),
    onRefused: beRefused,
    onSessionStart: (start) => sessions.start(start),
    clock: options.clock,
    random: options.random,
    log,
  });

  return {
    ended,
    get isDisabled() {
      return identity.disabled;
    },
    async setDisabled(disabled) {
      keep({ disabled });
      return { told: connection.isConnected && (await tellDisabled()) };
    },
    async uninstall() {
      await connection.report('jump-client:uninstall', {});
      store.forget();
      finish({ end: 'uninstalled' });
    },
    stop: () => finish({ end: 'stopped' }),
  };
}
