import type { InvitableRepresentative } from '#app/contracts/appliance-protocol.ts';
import type { RepresentativeId, SupportSessionId } from '#app/domain/ids.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import { type SupportSession, takesPart } from '#app/domain/support-session.ts';
import { authorizeOnItem } from './authorize.ts';
import type { Settle } from './command-journal.ts';
import type { SessionRelay } from './session-relay.ts';
import type { Site, SiteReader } from './site.ts';
import type { Dispatch, StartLink } from './start-link.ts';
import { findTakenPart, putParticipants } from './support-sessions.ts';

type Invitation = {
  /** Who invites. */
  readonly inviterId: RepresentativeId;
  readonly sessionId: SupportSessionId;
  readonly representativeId: RepresentativeId;
};
type Deps = {
  readonly site: Site;
  readonly relay: SessionRelay;
  readonly startLink: StartLink;
  /** Asks the computer of a session over its connection. */
  readonly dispatch: (session: SupportSession) => Dispatch;
  /** Whether a representative has a console connected. */
  readonly isOnline: (id: RepresentativeId) => boolean;
};
export type SessionInvitations = ReturnType<typeof createSessionInvitations>;

/**
 * Bringing colleagues into a session: anybody of the site who is signed in. A computer of the list is no exception to the
 * right to jump to it: who may not jump there cannot be invited there either.
 */
export function createSessionInvitations({ site, relay, startLink, dispatch, isOnline }: Deps) {
  /** The session that somebody is invited into; null where that one takes part already. */
  const check = (reader: SiteReader, { inviterId, sessionId, representativeId }: Invitation) => {
    const session = findTakenPart(reader, sessionId, inviterId);
    if (takesPart(session, representativeId)) return null;
    if (!isOnline(representativeId)) throw new JumpError('representative-not-online');
    const missing = missingRight(reader, session, representativeId);
    if (missing !== null) throw new JumpError('not-permitted', { detail: missing });
    return session;
  };

  return {
    /** Who could be invited now, by name. Refused with `session-not-found`. */
    list(inviterId: RepresentativeId, sessionId: SupportSessionId): InvitableRepresentative[] {
      const session = findTakenPart(site, sessionId, inviterId);
      return [...site.all('representative')]
        .filter(
          ({ id }) => isOnline(id) && !takesPart(session, id) && missingRight(site, session, id) === null,
        )
        .map(({ id, displayName }) => ({ id, displayName }))
        .toSorted((one, other) => (one.displayName < other.displayName ? -1 : 1));
    },
    /**
     * Invites. Refused in this order: `session-not-found`; `representative-not-online`; `not-permitted`; then as a jump,
     * when the computer does not take the link: R7.14, R7.16, R7.12, R7.13.
     */
    async invite(
      invitation: Invitation,
      settle: Settle<Record<string, never>>,
    ): Promise<Record<string, never>> {
      const { sessionId, representativeId } = invitation;
      const session = check(site, invitation);
      if (session === null) return settle(() => ({}));
      const room = { sessionId, representativeId };
      try {
        await startLink(room, dispatch(session));
        return await settle((transaction) => {
          const now = check(transaction, invitation);
          if (now !== null) putParticipants(transaction, now, [...now.invitedIds, representativeId]);
          return {};
        });
      } catch (error) {
        relay.end(room, 'refused');
        throw error;
      }
    },
  };
}

function missingRight(site: SiteReader, { jumpItemId }: SupportSession, id: RepresentativeId): string | null {
  const item = jumpItemId === null ? undefined : site.get('jump-item', jumpItemId);
  if (item === undefined) return null;
  const authorization = authorizeOnItem(site, id, item, 'jump');
  return authorization.visible ? authorization.missing : 'jump-to-jump-items';
}
