import type { SessionEndReason } from '#app/contracts/session-link.ts';
import type { JumpItemId, RepresentativeId, SupportSessionId } from '#app/domain/ids.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { participantIds, type SupportSession, takesPart } from '#app/domain/support-session.ts';
import type { Settle } from './command-journal.ts';
import { findJumpClientRow, putJumpClientRow } from './jump-client-rows.ts';
import type { RoomAddress, SessionRelay } from './session-relay.ts';
import type { Site, SiteReader, Transaction } from './site.ts';

type OnEnded = (id: SupportSessionId, reason: SessionEndReason) => void;
export type SupportSessions = ReturnType<typeof createSupportSessions>;

/** The live support sessions of a site: what the list shows of them, who takes part, and how they end. */
export function createSupportSessions(site: Site, relay: SessionRelay) {
  const endListeners: OnEnded[] = [];

  /** Ends a session within a transaction; whoever is in it is told once that is stored. */
  const endIn = (transaction: Transaction, id: SupportSessionId): void => {
    const session = transaction.get('support-session', id);
    if (session === undefined) return;
    transaction.remove('support-session', id);
    if (session.jumpItemId !== null) showSessionsOnItem(transaction, session.jumpItemId);
  };
  const tellEnd: OnEnded = (id, reason) => {
    relay.endSession(id, reason);
    for (const listener of endListeners) listener(id, reason);
  };
  const end = async (id: SupportSessionId, reason: SessionEndReason): Promise<void> => {
    await site.transact((transaction) => endIn(transaction, id));
    tellEnd(id, reason);
  };
  /** One who was invited leaves it; who began it ends it. @returns whether it is over */
  const leaveIn = (transaction: Transaction, session: SupportSession, id: RepresentativeId): boolean => {
    if (session.representativeId === id) {
      endIn(transaction, session.id);
      return true;
    }
    putParticipants(
      transaction,
      session,
      session.invitedIds.filter((other) => other !== id),
    );
    return false;
  };
  const endAllOf = async (jumpItemIds: readonly JumpItemId[], reason: SessionEndReason): Promise<void> => {
    const items = new Set<JumpItemId | null>(jumpItemIds);
    const sessions = [...site.all('support-session')].filter(
      ({ jumpItemId, customer }) => customer === null && items.has(jumpItemId),
    );
    await Promise.all(sessions.map(({ id }) => end(id, reason)));
  };
  const tellLeft = (
    { sessionId, representativeId }: RoomAddress,
    isOver: boolean,
    reason: SessionEndReason,
  ) => {
    if (isOver) tellEnd(sessionId, reason);
    else relay.end({ sessionId, representativeId }, reason);
  };

  return {
    /** What else is to be done when a session is over. */
    onEnded(listener: OnEnded) {
      endListeners.push(listener);
    },
    /** A representative ends an own session, or leaves another's. Refused with `session-not-found`. */
    async endForRepresentative(
      representativeId: RepresentativeId,
      sessionId: SupportSessionId,
      settle: Settle<Record<string, never>>,
    ): Promise<Record<string, never>> {
      let isOver = false;
      await settle((transaction) => {
        isOver = leaveIn(
          transaction,
          findTakenPart(transaction, sessionId, representativeId),
          representativeId,
        );
        return {};
      });
      tellLeft({ sessionId, representativeId }, isOver, 'representative');
      return {};
    },
    /** The link between a representative and the computer is lost for good: as if the representative had left. */
    async abandon(at: RoomAddress, reason: SessionEndReason): Promise<void> {
      const { sessionId, representativeId } = at;
      const isOver = await site.transact((transaction) => {
        const session = transaction.get('support-session', sessionId);
        if (session === undefined || !takesPart(session, representativeId)) return false;
        return leaveIn(transaction, session, representativeId);
      });
      tellLeft(at, isOver, reason);
    },
    /** Ends a session, whoever asked for it. Nothing happens when it has ended already. */
    end,
    /** Ends all sessions that were begun by a jump to these items. A customer's goes on without the item. */
    endAllOf,
    /** A token for the representative's socket. Refused with `session-not-found`. */
    join(representativeId: RepresentativeId, sessionId: SupportSessionId): string {
      findTakenPart(site, sessionId, representativeId);
      const token = relay.issueToken({ sessionId, representativeId }, 'representative');
      if (token === null) throw new JumpError('session-not-found');
      return token;
    },
  };
}

/** A session in which a representative takes part. @throws {JumpError} `session-not-found` */
export function findTakenPart(
  site: SiteReader,
  id: SupportSessionId,
  representativeId: RepresentativeId,
): SupportSession {
  const session = site.get('support-session', id);
  if (session === undefined || !takesPart(session, representativeId))
    throw new JumpError('session-not-found');
  return session;
}

/** Sets who was invited, and what that shows elsewhere. */
export function putParticipants(
  transaction: Transaction,
  session: SupportSession,
  invitedIds: readonly RepresentativeId[],
): void {
  const representativeNames = namesOf(transaction, [session.representativeId, ...invitedIds]);
  transaction.put('support-session', session.id, {
    ...session,
    invitedIds: [...invitedIds],
    representativeNames,
  });
  if (session.jumpItemId !== null) showSessionsOnItem(transaction, session.jumpItemId);
}

/** What representatives are called. */
export function namesOf(site: SiteReader, ids: readonly RepresentativeId[]): string[] {
  return ids.map((id) => site.get('representative', id)?.displayName ?? '');
}

/** The live sessions on an item, the oldest first. */
export function sessionsOf(site: SiteReader, jumpItemId: JumpItemId): readonly SupportSession[] {
  return [...site.all('support-session')].filter((session) => session.jumpItemId === jumpItemId);
}

/** R2.2: an item's name identifies it in the tabs of its sessions. One with a customer is called as the customer. */
export function renameSessions(transaction: Transaction, { id, name }: Pick<JumpItem, 'id' | 'name'>): void {
  for (const session of sessionsOf(transaction, id)) {
    if (session.customer === null) transaction.put('support-session', session.id, { ...session, name });
  }
}

/** Brings the names that an item's row shows up to date. */
export function showSessionsOnItem(transaction: Transaction, jumpItemId: JumpItemId): void {
  const item = findJumpClientRow(transaction, jumpItemId);
  if (item === undefined) return;
  const inSessionWith = namesOf(transaction, sessionsOf(transaction, jumpItemId).flatMap(participantIds));
  putJumpClientRow(transaction, { ...item, inSessionWith: [...new Set(inSessionWith)] });
}
