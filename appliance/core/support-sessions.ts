import type { JumpItemId, RepresentativeId, SupportSessionId } from '#app/domain/ids.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import type { SupportSession } from '#app/domain/support-session.ts';
import type { Settle } from './command-journal.ts';
import { findJumpClientRow, putJumpClientRow } from './jump-client-rows.ts';
import type { SessionEnd, SessionRelay } from './session-relay.ts';
import type { Site, SiteReader, Transaction } from './site.ts';

export type SupportSessions = ReturnType<typeof createSupportSessions>;

/** The live support sessions of a site: what the list shows of them, and how they end. */
export function createSupportSessions(site: Site, relay: SessionRelay) {
  /** Ends a session within a transaction; the relay is told once that is stored. */
  const endIn = (transaction: Transaction, id: SupportSessionId): void => {
    const session = transaction.get('support-session', id);
    if (session === undefined) return;
    transaction.remove('support-session', id);
    if (session.jumpItemId !== null) showSessionsOnItem(transaction, session.jumpItemId);
  };
  const end = async (id: SupportSessionId, reason: SessionEnd): Promise<void> => {
    await site.transact((transaction) => endIn(transaction, id));
    relay.end(id, reason);
  };
  const endAllOf = async (jumpItemIds: readonly JumpItemId[], reason: SessionEnd): Promise<void> => {
    const items = new Set<JumpItemId | null>(jumpItemIds);
    const sessions = [...site.all('support-session')].filter(({ jumpItemId }) => items.has(jumpItemId));
    await Promise.all(sessions.map(({ id }) => end(id, reason)));
  };

  return {
    /** A representative ends an own session. Refused with `session-not-found`. */
    async endForRepresentative(
      representativeId: RepresentativeId,
      id: SupportSessionId,
      settle: Settle<Record<string, never>>,
    ): Promise<Record<string, never>> {
      await settle((transaction) => {
        const session = transaction.get('support-session', id);
        if (session?.representativeId !== representativeId) throw new JumpError('session-not-found');
        endIn(transaction, id);
        return {};
      });
      relay.end(id, 'representative');
      return {};
    },
    /** Ends a session, whoever asked for it. Nothing happens when it has ended already. */
    end,
    /** Ends all sessions on these items. */
    endAllOf,
    /** A token for the representative's socket. Refused with `session-not-found`. */
    join(representativeId: RepresentativeId, id: SupportSessionId): string {
      const session = site.get('support-session', id);
      const token =
        session?.representativeId === representativeId ? relay.issueToken(id, 'representative') : null;
      if (token === null) throw new JumpError('session-not-found');
      return token;
    },
  };
}

/** The live sessions on an item, the oldest first. */
export function sessionsOf(site: SiteReader, jumpItemId: JumpItemId): readonly SupportSession[] {
  return [...site.all('support-session')].filter((session) => session.jumpItemId === jumpItemId);
}

/** Brings the names that an item's row shows up to date. */
export function showSessionsOnItem(transaction: Transaction, jumpItemId: JumpItemId): void {
  const item = findJumpClientRow(transaction, jumpItemId);
  if (item === undefined) return;
  const inSessionWith = sessionsOf(transaction, jumpItemId).map(
    ({ representativeId }) => transaction.get('representative', representativeId)?.displayName ?? '',
  );
  putJumpClientRow(transaction, { ...item, inSessionWith: [...new Set(inSessionWith)] });
}
