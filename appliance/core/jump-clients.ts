import type {
  JumpClientRefusal,
  JumpClientRemoved,
  JumpClientWelcome,
  SessionStart,
} from '#app/contracts/jump-client-protocol.ts';
import type { EpochMs, JumpItemId } from '#app/domain/ids.ts';
import type { JumpClient, Presence, RestReason } from '#app/domain/jump-item.ts';
import type { StatisticsUpdate } from '#app/domain/statistics.ts';
import { checkText } from '#app/domain/text-limits.ts';
import { type Result, refusal, success } from '#app/lib/result.ts';
import type { Environment } from './environment.ts';
import { jsonBytes } from './json-bytes.ts';
import { findJumpClientRow, putJumpClientRow } from './jump-client-rows.ts';
import { newJumpClient } from './new-jump-item.ts';
import { onApplianceClock } from './on-appliance-clock.ts';
import { rowWithStatistics } from './row-with-statistics.ts';
import type { Site, SiteReader, Transaction } from './site.ts';
import { findLimitReached } from './site-limits.ts';
import type { JumpClientIdentity } from './site-records.ts';
import type { Dispatch, DispatchOutcome } from './start-link.ts';
import { type SupportSessions, showSessionsOnItem } from './support-sessions.ts';

/** One Jump Client's connection, as the core needs it. */
export type JumpClientLink = {
  startSession(start: SessionStart): Promise<DispatchOutcome>;
  /** Tells it to uninstall itself. @returns whether it will, from now on whatever happens */
  uninstall(removed: JumpClientRemoved): Promise<boolean>;
  close(): void;
};
export type Registration = {
  readonly installerKey: string;
  readonly secret: string;
  readonly hostname: string;
};

/** All statistics of one Jump Client together: more is no computer. */
const MAX_STATISTICS_BYTES = 32 * 1024;

type Listeners = { heard(id: JumpItemId): void; changed(id: JumpItemId): void };
type Deps = {
  readonly site: Site;
  readonly environment: Environment;
  readonly supportSessions: SupportSessions;
};
export type JumpClients = ReturnType<typeof createJumpClients>;

/** The Jump Clients of a site: who they are, whether they are there, what they report (R5). */
export function createJumpClients({ site, environment, supportSessions }: Deps) {
  const { clock, randomness, digest } = environment;
  const links = new Map<JumpItemId, JumpClientLink>();
  const heardAt = new Map<JumpItemId, EpochMs>();
  let listeners: Listeners = { heard: () => undefined, changed: () => undefined };

  const identify = (reader: SiteReader, secret: string): JumpClientIdentity | undefined => {
    const secretDigest = digest(secret);
    for (const identity of reader.all('jump-client-identity')) {
      if (identity.secretDigest === secretDigest) return identity;
    }
    return undefined;
  };
  const setPresence = (transaction: Transaction, id: JumpItemId, presence: Presence, publicIp?: string) => {
    const row = findJumpClientRow(transaction, id);
    if (row === undefined) return;
    const reached = { ...row, publicIp: publicIp ?? row.publicIp };
    putJumpClientRow(transaction, withPresence(reached, presence, clock.now()));
  };
  const heard = (id: JumpItemId) => {
    if (findJumpClientRow(site, id) === undefined) return; // what is gone may still have a word on its way
    heardAt.set(id, clock.now());
    listeners.heard(id);
  };
  const rememberHeard = (transaction: Transaction, id: JumpItemId) => {
    if (findJumpClientRow(transaction, id) === undefined) return;
    const reported = transaction.get('reported-statistics', id);
    const lastHeardAt = heardAt.get(id) ?? reported?.lastHeardAt ?? null;
    transaction.put('reported-statistics', id, {
      statistics: reported?.statistics ?? {},
      reportedAt: reported?.reportedAt ?? {},
      lastHeardAt,
    });
  };

  /** Its item is gone: it is told so, and sent away. Who has not heard it is told at the next connect. */
  const uninstallRemoved = async (id: JumpItemId, link: JumpClientLink): Promise<void> => {
    const identity = site.get('jump-client-identity', id);
    if (identity !== undefined && (await link.uninstall({ removalKey: identity.removalKey }))) {
      await site.transact((transaction) => transaction.remove('jump-client-identity', id));
    }
    link.close();
  };

  return {
    listen: (to: Listeners) => {
      listeners = to;
    },
    /**
     * Registers a computer (R3.3). The same secret again is the same Jump Client. Refused with `installer-key-refused`,
     * or with R7.1 or R7.2 where the site is full.
     */
    register(registration: Registration): Promise<Result<JumpItemId, JumpClientRefusal>> {
      return site.transact((transaction): Result<JumpItemId, JumpClientRefusal> => {
        const known = identify(transaction, registration.secret);
        if (known !== undefined) return success(known.jumpItemId);
        const key = transaction.get('installer-key', digest(registration.installerKey));
        if (key === undefined) return refusal('installer-key-refused');
        const session = key.pin === null ? null : transaction.get('support-session', key.pin.sessionId);
        if (session === undefined || session?.pin === null) return refusal('installer-key-refused');
        const limitReached = findLimitReached(transaction, 'active', session?.id);
        if (limitReached !== null) return refusal(limitReached);
        const id = randomness.uuid() as JumpItemId;
        const item = newJumpClient({
          id,
          name: key.pin?.name ?? nameFromHostname(registration.hostname),
          hostname: registration.hostname,
          jumpGroupId: key.jumpGroupId,
          tag: key.tag,
          comments: key.comments,
          presenceSince: clock.now(),
        });
        transaction.put('jump-item', id, item);
        if (session !== null) {
          transaction.remove('installer-key', key.keyDigest);
          transaction.put('support-session', session.id, { ...session, jumpItemId: id, pin: null });
          showSessionsOnItem(transaction, id);
        }
        transaction.put('jump-client-identity', id, {
          jumpItemId: id,
          secretDigest: digest(registration.secret),
          disabled: false,
          removalKey: randomness.token(),
          removed: false,
        });
        return success(id);
      });
    },
    /** A Jump Client that says it has registered before. */
    recognize(id: JumpItemId, secret: string): Result<JumpItemId, JumpClientRefusal> {
      const identity = site.get('jump-client-identity', id);
      return identity?.secretDigest === digest(secret) ? success(id) : refusal('jump-client-unknown');
    },
    /**
     * Its connection is up; an older one of the same identity is closed.
     * @returns how it is welcomed; null when its item is gone, and it has been told to uninstall itself
     */
    async connected(
      id: JumpItemId,
      link: JumpClientLink,
      publicIp: string,
    ): Promise<JumpClientWelcome | null> {
      links.get(id)?.close();
      links.set(id, link);
      heard(id);
      await site.transact((transaction) => {
        if (findJumpClientRow(transaction, id)?.presence === 'uninstalled') return;
        const disabled = transaction.get('jump-client-identity', id)?.disabled === true;
        setPresence(transaction, id, disabled ? 'disabled' : 'online', publicIp);
      });
      const row = findJumpClientRow(site, id);
      if (row !== undefined && row.presence !== 'uninstalled') {
        const removalKey = site.get('jump-client-identity', id)?.removalKey ?? '';
        return { jumpClientId: id, name: row.name, removalDigest: digest(removalKey) };
      }
      if (links.get(id) === link) links.delete(id);
      await uninstallRemoved(id, link);
      return null;
    },
    /** Its connection is gone. `leaving`: it has taken leave, so its sessions are over. */
    async disconnected(id: JumpItemId, link: JumpClientLink, leaving: boolean): Promise<void> {
      if (links.get(id) !== link) return; // a newer connection stands
      links.delete(id);
      await site.transact((transaction) => {
        rememberHeard(transaction, id);
        const isUninstalled = findJumpClientRow(transaction, id)?.presence === 'uninstalled';
        if (!isUninstalled) setPresence(transaction, id, 'offline');
      });
      if (leaving) await supportSessions.endAllOf([id], 'computer');
    },
    /** A sign of life, heartbeats included. No event of the list. */
    heard,
    lastHeardAt: (id: JumpItemId): EpochMs | null =>
      heardAt.get(id) ?? site.get('reported-statistics', id)?.lastHeardAt ?? null,
    /**
     * New statistics (R5.2). False when they are more than a computer can have.
     * @param sentAt what time it was then on the computer's own clock
     */
    async reportStatistics(
      id: JumpItemId,
      reported: StatisticsUpdate,
      sentAt: EpochMs = clock.now(),
    ): Promise<boolean> {
      heard(id);
      const update = onApplianceClock(reported, sentAt, clock.now());
      const accepted = await site.transact((transaction) => {
        const item = findJumpClientRow(transaction, id);
        if (item === undefined) return true;
        const before = transaction.get('reported-statistics', id);
        const statistics = { ...before?.statistics, ...update };
        if (jsonBytes(statistics) > MAX_STATISTICS_BYTES) return false;
        const reportedAt = { ...before?.reportedAt };
        for (const name of Object.keys(update)) reportedAt[name] = clock.now();
        transaction.put('reported-statistics', id, { statistics, reportedAt, lastHeardAt: clock.now() });
        const row = rowWithStatistics(item, statistics);
        if (row !== item) putJumpClientRow(transaction, row);
        return true;
      });
      listeners.changed(id);
      return accepted;
    },
    /** It takes leave until its user's conditions are met again (R5.5); its connection closes after this. */
    async rest(id: JumpItemId, because: RestReason): Promise<void> {
      heard(id);
      await site.transact((transaction) => {
        setPresence(transaction, id, 'offline');
        const row = findJumpClientRow(transaction, id);
        if (row !== undefined) putJumpClientRow(transaction, { ...row, offlineBecause: because });
      });
    },
    /** Its user allows no sessions, or allows them again (R5.4). */
    async setDisabled(id: JumpItemId, disabled: boolean): Promise<void> {
      heard(id);
      await site.transact((transaction) => {
        const identity = transaction.get('jump-client-identity', id);
        if (identity === undefined) return;
        transaction.put('jump-client-identity', id, { ...identity, disabled });
        setPresence(transaction, id, disabled ? 'disabled' : 'online');
      });
    },
    /** Its user uninstalls it: it stays listed with its last statistics, and nobody can be it again (R1.12). */
    async uninstall(id: JumpItemId): Promise<void> {
      heard(id);
      await site.transact((transaction) => {
        transaction.remove('jump-client-identity', id);
        rememberHeard(transaction, id);
        setPresence(transaction, id, 'uninstalled');
      });
      await supportSessions.endAllOf([id], 'computer');
    },
    /** The item is gone: whoever is connected as it is told to uninstall itself. */
    async sendAway(id: JumpItemId): Promise<void> {
      heardAt.delete(id);
      const link = links.get(id);
      links.delete(id);
      if (link !== undefined) await uninstallRemoved(id, link);
    },
    isConnected: (id: JumpItemId) => links.has(id),
    /** Asks it to start a session. */
    dispatch:
      (id: JumpItemId): Dispatch =>
      (start) =>
        links.get(id)?.startSession(start) ?? Promise.resolve('not-connected'),
  };
}

/** The row with another presence; the same row when nothing differs. */
export function withPresence(item: JumpClient, presence: Presence, now: EpochMs): JumpClient {
  if (item.presence === presence) return item;
  const { offlineBecause: _over, ...row } = item;
  return { ...row, presence, presenceSince: now, presenceRev: item.presenceRev + 1 };
}

/** A computer's own name, where it can be an item's name (R2.2). */
function nameFromHostname(hostname: string): string {
  const checked = checkText('name', hostname);
  return checked.ok ? checked.value : 'Unnamed computer';
}
