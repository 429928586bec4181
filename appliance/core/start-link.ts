import type { SessionStart, SessionStartOutcome } from '#app/contracts/jump-client-protocol.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import { assertNever } from '#app/lib/assert-never.ts';
import type { Clock } from './environment.ts';
import type { RoomAddress, SessionRelay } from './session-relay.ts';
import type { SiteReader } from './site.ts';
import { namesOf } from './support-sessions.ts';

/** A computer that has not answered within this is too slow (R7.13). */
export const SESSION_START_MS = 30_000;

/** What became of asking a computer's program to start a session. */
export type DispatchOutcome = SessionStartOutcome | 'not-connected' | 'nonsense';
/** Asks it over its connection. */
export type Dispatch = (start: SessionStart) => Promise<DispatchOutcome>;

export type StartLink = ReturnType<typeof createStartLink>;

/** How a representative and a computer come together: a room of their own, into which the computer is asked. */
export function createStartLink({
  site,
  relay,
  clock,
}: {
  readonly site: SiteReader;
  readonly relay: SessionRelay;
  readonly clock: Clock;
}) {
  const orTooSlow = (outcome: Promise<DispatchOutcome>) =>
    new Promise<DispatchOutcome | 'too-slow'>((resolve, reject) => {
      const cancel = clock.schedule(SESSION_START_MS, () => resolve('too-slow'));
      outcome.then(resolve, reject).finally(cancel);
    });

  /**
   * Resolves once the computer has joined. Refused with R7.14, R7.16, R7.12 or R7.13: the room is still open then, and
   * its caller's to close.
   */
  return async (at: RoomAddress, dispatch: Dispatch): Promise<void> => {
    relay.open(at);
    const sessionToken = relay.issueToken(at, 'computer') ?? '';
    const [representativeName = ''] = namesOf(site, [at.representativeId]);
    refuseOutcome(await orTooSlow(dispatch({ ...at, representativeName, sessionToken })));
  };
}

function refuseOutcome(outcome: DispatchOutcome | 'too-slow'): void {
  switch (outcome) {
    case 'not-connected':
      throw new JumpError('client-not-connected');
    case 'nonsense':
      throw new JumpError('session-start-failed');
    case 'too-slow':
      throw new JumpError('session-start-too-slow');
    default:
      if (!outcome.ok) throw new JumpError(refusalOf(outcome.reason));
  }
}

function refusalOf(reason: Extract<SessionStartOutcome, { ok: false }>['reason']) {
  switch (reason) {
    case 'disabled':
      return 'client-disabled';
    case 'failed':
      return 'session-start-failed';
    default:
      return assertNever(reason);
  }
}
