import type { Logger } from 'pino';
import {
  JUMP_CLIENT_PROTOCOL,
  type JumpClientHandshake,
  type JumpClientRefusal,
  type JumpClientRemoved,
  type JumpClientWelcome,
} from '#app/contracts/jump-client-protocol.ts';
import type { RestReason } from '#app/domain/jump-item.ts';
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

/** How a Jump Client came to its end; after `uninstalled` and `removed` what is left of it has to be deleted. */
export type JumpClientEnd =
  | { end: 'stopped' | 'uninstalled' | 'removed' }
  | { end: 'refused'; refusal: JumpClientRefusal };

export type JumpClient = {
  /** Resolves when it has ended and let go of everything. */
  readonly ended: Promise<JumpClientEnd>;
  readonly isDisabled: boolean;
  /** R5.4. @returns whether the appliance knows already; otherwise it is told at the next connect */
  setDisabled(disabled: boolean): Promise<{ told: boolean }>;
  /** R1.12: tells the appliance, then ends as `uninstalled`. Fails, and changes nothing, when that cannot be told. */
  uninstall(): Promise<void>;
  /** Resolves as soon as no session is under way. */
  idle(): Promise<void>;
  /** R5.5: ends as `stopped`, and the appliance knows why, where it can be told. */
  rest(because: RestReason): Promise<void>;
  stop(): void;
};

/** What the appliance calls this computer. */
export type FirstWelcome = Pick<JumpClientWelcome, 'jumpClientId' | 'name'>;

export type JumpClientOptions = Pick<ApplianceConnectionOptions, 'openSocket' | 'clock' | 'random'> & {
  identity: Identity;
  store: IdentityStore;
  installerKey: string | null;
  /** It registered what is installed here, and registers nothing once more: whoever does not know this computer gets no say. */
  keyIsGoodOnce: boolean;
  newSecret: () => string;
  /** SHA-256 in base64url. */
  digest: (text: string) => string;
  hostname: () => string;
  createSampler: (report: (statistics: StatisticsUpdate) => Promise<void>) => StatisticsSampler;
  createSessions: (isDisabled: () => boolean) => SupportSessions;
  /** The first time that the appliance welcomes it. */
  onFirstWelcome: (welcome: FirstWelcome) => void;
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
    connection.report('statistics:report', { statistics, sentAt: options.clock.now() }),
  );

  function keep(changes: Partial<Identity>): void {
    const changed = { ...identity, ...changes };
    store.write(changed);
    identity = changed;
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
    const { jumpClientId, removalDigest } = welcome;
    if (jumpClientId !== identity.jumpClientId || identity.removalDigest === null) {
      keep({ jumpClientId, removalDigest: identity.removalDigest ?? removalDigest });
    }
    if (!welcomedBefore) options.onFirstWelcome({ jumpClientId, name: welcome.name });
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
    if (refusal === 'jump-client-unknown' && installerKey !== null && !options.keyIsGoodOnce) {
      log.warn('The appliance does not know this Jump Client; registering it anew.');
      keep({ jumpClientId: null, secret: options.newSecret(), removalDigest: null });
      return 'try-again';
    }
    finish({ end: 'refused', refusal });
    return 'give-up';
  }

  /** R1.9, R1.12: its item is gone. Whoever took the appliance's address could say so too, and shows no fitting key. */
  function beRemoved({ removalKey }: JumpClientRemoved, acknowledge: () => void): void {
    const { removalDigest } = identity;
    if (removalDigest !== null && options.digest(removalKey) !== removalDigest) {
      log.error(
        'Told to uninstall itself by somebody who is not the appliance that registered it: it stays.',
      );
      return;
    }
    try {
      keep({ uninstalling: true }); // from here on it is finished, at the next start if need be
    } catch (error) {
      log.error({ error }, 'Told to uninstall itself, but that cannot be written down. It is told again.');
      return;
    }
    acknowledge();
    finish({ end: 'removed' });
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
    onRemoved: beRemoved,
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
      keep({ uninstalling: true });
      finish({ end: 'uninstalled' });
    },
    idle: () => sessions.whenNone(),
    async rest(because) {
      try {
        await connection.report('jump-client:rest', { because });
      } catch (error) {
        log.info({ error }, 'The appliance could not be told why this is off.');
      }
      finish({ end: 'stopped' });
    },
    stop: () => finish({ end: 'stopped' }),
  };
}
