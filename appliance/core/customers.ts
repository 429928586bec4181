import type {
  CustomerHandshake,
  CustomerRefusal,
  PinAsked,
  PinEnded,
  PinOrdered,
} from '#app/contracts/customer-protocol.ts';
import { SESSION_GRACE_MS, type SessionEndReason } from '#app/contracts/session-link.ts';
import type { DeviceApps } from '#app/domain/device-apps.ts';
import type { SupportSessionId } from '#app/domain/ids.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import { type Customer, participantIds, type SupportSession } from '#app/domain/support-session.ts';
import { checkText } from '#app/domain/text-limits.ts';
import { type Result, refusal, success } from '#app/lib/result.ts';
import type { Environment } from './environment.ts';
import type { SessionKeys } from './session-keys.ts';
import type { RoomAddress, SessionRelay } from './session-relay.ts';
import type { Site } from './site.ts';
import type { Dispatch, StartLink } from './start-link.ts';
import { namesOf, type SupportSessions } from './support-sessions.ts';

/** A support client's connection, as the core needs it. */
export type CustomerLink = {
  /** Tells who takes part: at first, and whenever that changes. */
  welcome(session: Pick<SupportSession, 'id' | 'representativeNames'>): void;
  readonly startSession: Dispatch;
  /** Tells of a pin. */
  tellPin(news: PinNews): void;
  /** Tells that it is over, and closes. */
  end(reason: SessionEndReason): void;
  close(): void;
};
/** What its program is told of a pin, by the event's name. */
export type PinNews =
  | { readonly event: 'pinAsked'; readonly body: PinAsked }
  | { readonly event: 'pinOrdered'; readonly body: PinOrdered }
  | { readonly event: 'pinEnded'; readonly body: PinEnded };
type Joining = Extract<CustomerHandshake, { kind: 'session-key' }>;
type Returning = Extract<CustomerHandshake, { kind: 'return' }>;
type Admission = Result<SupportSessionId, CustomerRefusal>;

/** Which program a customer's session belongs to. It lives no longer than the relay does: in memory. */
type Present = {
  readonly keyDigest: string;
  readonly secretDigest: string;
  link: CustomerLink | null;
  cancelGrace: () => void;
};
type Deps = {
  readonly site: Site;
  readonly environment: Environment;
  readonly relay: SessionRelay;
  readonly sessionKeys: SessionKeys;
  readonly supportSessions: SupportSessions;
  readonly startLink: StartLink;
  readonly onFailure: (error: unknown) => void;
};
export type Customers = ReturnType<typeof createCustomers>;

/** Those who joined with a session key: who they are, whether they are there, how they leave. */
export function createCustomers(deps: Deps) {
  const { site, environment, relay, sessionKeys, supportSessions, startLink, onFailure } = deps;
  const { clock, digest } = environment;
  const present = new Map<SupportSessionId, Present>();

  const awaitReturn = (id: SupportSessionId, customer: Present) => {
    customer.cancelGrace();
    customer.cancelGrace = clock.schedule(SESSION_GRACE_MS, () => {
      supportSessions.end(id, 'timeout').catch(onFailure);
    });
  };
  const setPresence = (id: SupportSessionId, presence: Customer['presence']) =>
    site.transact((transaction) => {
      const session = transaction.get('support-session', id);
      if (session === undefined || session.customer === null) return;
      if (session.customer.presence === presence) return;
      transaction.put('support-session', id, { ...session, customer: { ...session.customer, presence } });
    });
  /** Asks the computer to the representatives with whom it has no link (any more). */
  const startMissingLinks = (session: SupportSession, link: CustomerLink) => {
    for (const representativeId of participantIds(session)) {
      const room: RoomAddress = { sessionId: session.id, representativeId };
      if (relay.isThere(room, 'computer')) continue;
      startLink(room, link.startSession).catch((error: unknown) => {
        if (!(error instanceof JumpError)) return onFailure(error);
        if (error.code === 'client-not-connected') return; // asked again when it is back, within the grace
        supportSessions.abandon(room, 'refused').catch(onFailure);
      });
    }
  };

  supportSessions.onEnded((id, reason) => {
    const customer = present.get(id);
    present.delete(id);
    customer?.cancelGrace();
    customer?.link?.end(reason);
  });
  site.onCommitted((changes) => {
    for (const { kind, before, after } of changes) {
      if (kind !== 'support-session' || before === undefined || after === undefined) continue;
      if (before.representativeNames !== after.representativeNames)
        present.get(after.id)?.link?.welcome(after);
    }
  });

  let onConnected: (id: SupportSessionId) => void = () => undefined;

  return {
    /** What else is to be said to a program that has (again) connected. */
    onConnected(listener: typeof onConnected) {
      onConnected = listener;
    },
    isConnected: (id: SupportSessionId): boolean => (present.get(id)?.link ?? null) !== null,
    /** Tells its program of a pin, where that is connected. */
    tellPin: (id: SupportSessionId, news: PinNews): void => present.get(id)?.link?.tellPin(news),
    /**
     * A customer joins with a key, and the session begins. The same key with the same secret again is the same customer,
     * so that a lost answer costs no key. Wrong, used and expired keys are refused alike.
     */
    async join({ sessionKey, secret, computer }: Joining): Promise<Admission> {
      const [keyDigest, secretDigest] = [digest(sessionKey), digest(secret)];
      for (const [id, known] of present) {
        if (known.keyDigest === keyDigest && known.secretDigest === secretDigest) return success(id);
      }
      const id = await site.transact((transaction) => {
        const key = sessionKeys.redeemIn(transaction, keyDigest);
        if (key === undefined || transaction.get('representative', key.representativeId) === undefined) {
          return undefined;
        }
        const { sessionId, representativeId } = key;
        relay.open({ sessionId, representativeId }); // before anybody hears of the session and wants to join it
        transaction.put('support-session', sessionId, {
          id: sessionId,
          jumpItemId: null,
          name: nameOf(computer),
          representativeId,
          invitedIds: [],
          representativeNames: namesOf(transaction, [representativeId]),
          startedAt: clock.now(),
          customer: { ...computer, presence: 'online' },
          pin: null,
          failedPin: null,
        });
        return sessionId;
      });
      if (id === undefined) return refusal('session-key-refused');
      const customer = { keyDigest, secretDigest, link: null, cancelGrace: () => undefined };
      present.set(id, customer);
      awaitReturn(id, customer);
      return success(id);
    },
    /** A customer whose connection was lost. */
    comeBack({ sessionId, secret }: Returning): Admission {
      const isSame = present.get(sessionId)?.secretDigest === digest(secret);
      return isSame ? success(sessionId) : refusal('session-ended');
    },
    /** Its connection is up; an older one is closed. */
    async connected(id: SupportSessionId, link: CustomerLink): Promise<void> {
      const customer = present.get(id);
      if (customer === undefined) return link.end('timeout'); // it ended a moment ago
      customer.link?.close();
      customer.link = link;
      customer.cancelGrace();
      await setPresence(id, 'online');
      const session = site.get('support-session', id);
      if (session === undefined || customer.link !== link) return;
      link.welcome(session);
      startMissingLinks(session, link);
      onConnected(id);
    },
    /** Its connection is gone. `leaving`: it has taken leave, so the session is over; else it may come back. */
    async disconnected(id: SupportSessionId, link: CustomerLink, leaving: boolean): Promise<void> {
      const customer = present.get(id);
      if (customer?.link !== link) return; // a newer connection stands, or the session is over
      customer.link = null;
      if (leaving) return supportSessions.end(id, 'computer');
      awaitReturn(id, customer);
      await setPresence(id, 'offline');
    },
    /** The apps of a customer's device are others now (R2.10). */
    reportDevice: (id: SupportSessionId, apps: DeviceApps): Promise<void> =>
      site.transact((transaction) => {
        const session = transaction.get('support-session', id);
        if (session === undefined || session.customer === null) return;
        transaction.put('support-session', id, { ...session, customer: { ...session.customer, apps } });
      }),
    /** The customer ends the session. */
    end: (id: SupportSessionId): Promise<void> => supportSessions.end(id, 'computer'),
    /** Asks its program to start a link with a representative. */
    dispatch:
      (id: SupportSessionId): Dispatch =>
      (start) =>
        present.get(id)?.link?.startSession(start) ?? Promise.resolve('not-connected'),
  };
}

/** What identifies the tab: the customer's name, else the computer's, where that can be a name (R2.2). */
function nameOf({ name, hostname }: Joining['computer']): string {
  for (const text of [name, hostname]) {
    const checked = checkText('name', text);
    if (checked.ok) return checked.value;
  }
  return 'Customer';
}
