import type { ApplianceParams } from '#app/contracts/appliance-protocol.ts';
import { PIN_ANSWER_MS, type PinEnded, type PinFailure } from '#app/contracts/customer-protocol.ts';
import { findPinObstacle } from '#app/domain/device-apps.ts';
import type { JumpItemId, RepresentativeId, SupportSessionId } from '#app/domain/ids.ts';
import { JumpError, type JumpErrorCode } from '#app/domain/jump-error.ts';
import { type SupportSession, takesPart } from '#app/domain/support-session.ts';
import { authorizeOnGroup } from './authorize.ts';
import type { Settle } from './command-journal.ts';
import type { Customers, PinNews } from './customers.ts';
import type { Environment } from './environment.ts';
import { findJumpClientRow } from './jump-client-rows.ts';
import type { Site, SiteReader } from './site.ts';
import { findLimitReached, SITE_RECORD_ID } from './site-limits.ts';
import type { SupportSessions } from './support-sessions.ts';

/** An installation that has not registered within this has failed. */
export const PIN_INSTALL_MS = 120_000;

type Wanted = Omit<ApplianceParams<'support-session:pin'>, 'opId' | 'repeated'>;
type Reply = { jumpItemId: JumpItemId };
/** A pin that is under way, and who waits for its outcome. It lives no longer than its session: in memory. */
type Pending = {
  readonly pinId: string;
  readonly wanted: Wanted;
  readonly representativeId: RepresentativeId;
  /** What its program is to know now. */
  news: () => PinNews;
  installerKey: string | null;
  cancelTimer: () => void;
  readonly succeed: (id: JumpItemId) => void;
  readonly fail: (error: JumpError) => void;
};
type Deps = {
  readonly site: Site;
  readonly environment: Environment;
  readonly customers: Customers;
  readonly supportSessions: Pick<SupportSessions, 'onEnded'>;
  /** One that was begun came to nothing. */
  readonly onPinFailed: (id: SupportSessionId, by: RepresentativeId, code: JumpErrorCode) => void;
  readonly onFailure: (error: unknown) => void;
};
export type Pins = ReturnType<typeof createPins>;

/** Pinning a customer's computer as a Jump Client (R2): asked for, allowed, installed, or all taken back. */
export function createPins({ site, environment, customers, supportSessions, onPinFailed, onFailure }: Deps) {
  const { clock, randomness, digest } = environment;
  const underWay = new Map<SupportSessionId, Pending>();
  /** The last pin of a session, where none is under way. */
  const over = new Map<SupportSessionId, PinEnded>();

  const find = (id: SupportSessionId, pinId: string): Pending | undefined => {
    const pending = underWay.get(id);
    return pending?.pinId === pinId ? pending : undefined;
  };
  const tell = (id: SupportSessionId, pending: Pending, news: () => PinNews) => {
    pending.news = news;
    customers.tellPin(id, news());
  };
  /** Forgets it and tells its program; who waits is the caller's to tell. */
  const close = (id: SupportSessionId, pending: Pending, pinned: boolean) => {
    underWay.delete(id);
    pending.cancelTimer();
    const body = { pinId: pending.pinId, pinned };
    if (site.get('support-session', id) !== undefined) over.set(id, body);
    customers.tellPin(id, { event: 'pinEnded', body });
  };
  /** Takes back what was begun: its key is good no more. What has registered a moment before stays pinned. */
  const end = async (id: SupportSessionId, pending: Pending, error: JumpError): Promise<void> => {
    await site.transact((transaction) => {
      if (underWay.get(id) !== pending) return;
      if (pending.installerKey !== null) transaction.remove('installer-key', digest(pending.installerKey));
      const session = transaction.get('support-session', id);
      if (session !== undefined && session.pin !== null) {
        const { code, detail } = error;
        const failedPin = { representativeId: pending.representativeId, code, ...(detail && { detail }) };
        transaction.put('support-session', id, { ...session, pin: null, failedPin });
      }
    });
    if (underWay.get(id) !== pending) return;
    close(id, pending, false);
    pending.fail(error);
  };
  const endAfter = (id: SupportSessionId, pending: Pending, delayMs: number, error: JumpError) => {
    pending.cancelTimer();
    pending.cancelTimer = clock.schedule(delayMs, () => {
      end(id, pending, error).catch(onFailure);
    });
  };

  const ask = (id: SupportSessionId, pending: Pending) => {
    const representative = site.get('representative', pending.representativeId)?.displayName ?? '';
    const answerMs = site.get('site-options', SITE_RECORD_ID)?.pinAnswerMs ?? PIN_ANSWER_MS;
    endAfter(id, pending, answerMs, new JumpError('customer-no-answer'));
    const askedUntil = clock.now() + answerMs;
    tell(id, pending, () => {
      const leftMs = Math.min(answerMs, Math.max(0, askedUntil - clock.now()));
      return { event: 'pinAsked', body: { pinId: pending.pinId, representative, leftMs } };
    });
  };
  const order = async (id: SupportSessionId, pending: Pending): Promise<void> => {
    if (pending.installerKey !== null) return; // allowed twice
    const installerKey = randomness.token();
    pending.installerKey = installerKey;
    const { name, jumpGroupId, tag, comments } = pending.wanted;
    endAfter(id, pending, PIN_INSTALL_MS, new JumpError('pin-failed', { detail: 'slow' }));
    await site.transact((transaction) => {
      const session = transaction.get('support-session', id);
      if (session === undefined || session.pin === null || underWay.get(id) !== pending) return;
      const keyDigest = digest(installerKey);
      const pin = { sessionId: id, name };
      transaction.put('installer-key', keyDigest, { keyDigest, jumpGroupId, tag, comments, pin });
      const installing = { ...session.pin, state: 'installing' as const, percent: 0 };
      transaction.put('support-session', id, { ...session, pin: installing });
    });
    if (underWay.get(id) !== pending) return;
    const body = { pinId: pending.pinId, installerKey };
    tell(id, pending, () => ({ event: 'pinOrdered', body }));
  };
  const begin = (wanted: Wanted, representativeId: RepresentativeId, asks: boolean) =>
    new Promise<JumpItemId>((succeed, fail) => {
      const id = wanted.sessionId;
      const pinId = randomness.uuid();
      const news = (): PinNews => ({ event: 'pinEnded', body: { pinId, pinned: false } }); // until something is
      const cancelTimer = () => undefined;
      const pending: Pending = {
        pinId,
        wanted,
        representativeId,
        news,
        installerKey: null,
        cancelTimer,
        succeed,
        fail,
      };
      underWay.set(id, pending);
      if (asks) ask(id, pending);
      else order(id, pending).catch(onFailure);
    });

  customers.onConnected((id) => {
    const last = over.get(id);
    const news = underWay.get(id)?.news() ?? (last && { event: 'pinEnded' as const, body: last });
    if (news !== undefined) customers.tellPin(id, news);
  });
  site.onCommitted((changes) => {
    for (const { kind, before, after } of changes) {
      if (kind !== 'support-session' || before === undefined || after === undefined) continue;
      const pending = underWay.get(after.id);
      if (pending === undefined || after.jumpItemId === null || before.pin === null || after.pin !== null)
        continue;
      if (after.jumpItemId === before.jumpItemId) continue;
      close(after.id, pending, true);
      pending.succeed(after.jumpItemId);
    }
  });
  supportSessions.onEnded((id, reason) => {
    const pending = underWay.get(id);
    const code = reason === 'representative' ? 'session-not-found' : 'no-customer';
    if (pending !== undefined) end(id, pending, new JumpError(code)).catch(onFailure);
    over.delete(id);
  });

  return {
    /** Pins; resolves once the installed Jump Client has registered. Refused as the contract says. */
    async pin(representativeId: RepresentativeId, wanted: Wanted, settle: Settle<Reply>): Promise<Reply> {
      const { sessionId } = wanted;
      const asks = site.get('site-options', SITE_RECORD_ID)?.askBeforePin ?? true;
      await site.transact((transaction) => {
        const session = checkPin(transaction, representativeId, wanted, customers.isConnected(sessionId));
        const pin = {
          representativeId,
          state: asks ? ('asking' as const) : ('installing' as const),
          percent: null,
        };
        transaction.put('support-session', sessionId, { ...session, pin, failedPin: null });
      });
      if (environment.barrier) {
        await environment.barrier({ command: 'support-session:pin', point: 'checked', representativeId });
      }
      if (site.get('support-session', sessionId) === undefined) throw new JumpError('no-customer');
      const jumpItemId = await begin(wanted, representativeId, asks).catch((error: unknown) => {
        if (error instanceof JumpError) onPinFailed(sessionId, representativeId, error.code);
        throw error;
      });
      return settle(() => ({ jumpItemId }));
    },
    /** The customer allows it, or does not. */
    async answer(
      id: SupportSessionId,
      { pinId, allowed }: { pinId: string; allowed: boolean },
    ): Promise<void> {
      const pending = find(id, pinId);
      if (pending === undefined || pending.installerKey !== null) return;
      await (allowed ? order(id, pending) : end(id, pending, new JumpError('customer-refused')));
    },
    /** How far the installation is. */
    progress: (id: SupportSessionId, { pinId, percent }: { pinId: string; percent: number }): Promise<void> =>
      site.transact((transaction) => {
        const session = transaction.get('support-session', id);
        if (session?.pin?.state !== 'installing' || find(id, pinId) === undefined) return;
        transaction.put('support-session', id, { ...session, pin: { ...session.pin, percent } });
      }),
    /** Nothing was installed, and nothing of it is left there. */
    async fail(
      id: SupportSessionId,
      { pinId, reason }: { pinId: string; reason: PinFailure },
    ): Promise<void> {
      const pending = find(id, pinId);
      if (pending === undefined) return;
      if (reason === 'already-pinned') return end(id, pending, new JumpError('client-already-pinned'));
      if (pending.installerKey === null) return; // nothing was ordered
      await end(id, pending, new JumpError('pin-failed', { detail: reason }));
    },
  };
}

/** The session that may be pinned now. @throws {JumpError} the first of the refusals, in their order */
function checkPin(
  reader: SiteReader,
  representativeId: RepresentativeId,
  { sessionId, jumpGroupId }: Wanted,
  isConnected: boolean,
): SupportSession {
  const authorization = authorizeOnGroup(reader, representativeId, jumpGroupId, 'create');
  if (!authorization.visible) throw new JumpError('jump-group-not-found');
  if (authorization.missing !== null) throw new JumpError('not-permitted', { detail: authorization.missing });
  const session = reader.get('support-session', sessionId);
  // One that is over, or another's, has no customer for this representative.
  if (session === undefined || session.customer === null || !takesPart(session, representativeId)) {
    throw new JumpError('no-customer');
  }
  if (session.customer.presence === 'offline' || !isConnected) throw new JumpError('customer-not-online');
  const obstacle = findPinObstacle(session.customer.apps);
  if (obstacle !== null) throw new JumpError('device-lacks-app', { detail: obstacle });
  if (isPinned(reader, session)) throw new JumpError('client-already-pinned');
  if (session.pin !== null) throw new JumpError('pin-already-pending');
  const limitReached = findLimitReached(reader, 'active');
  if (limitReached !== null) throw new JumpError(limitReached);
  return session;
}

/** Also one that is held counts; one that is uninstalled or gone may be pinned anew. */
function isPinned(reader: SiteReader, { jumpItemId }: SupportSession): boolean {
  const row = jumpItemId === null ? undefined : findJumpClientRow(reader, jumpItemId);
  return row !== undefined && row.presence !== 'uninstalled';
}
