import type { SessionStart, SessionStartOutcome } from '#app/contracts/jump-client-protocol.ts';
import type { JumpItemId, RepresentativeId, SupportSessionId } from '#app/domain/ids.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import { isJumpClient, type JumpClient } from '#app/domain/jump-item.ts';
import { type JumpRefusal, previewJump } from '#app/domain/jump-preview.ts';
import { assertNever } from '#app/lib/assert-never.ts';
import { authorizeOnItem } from './authorize.ts';
import type { Settle } from './command-journal.ts';
import type { Environment } from './environment.ts';
import type { SessionRelay } from './session-relay.ts';
import type { Site, SiteReader } from './site.ts';
import { sessionsOf, showSessionsOnItem } from './support-sessions.ts';

/** A Jump Client that has not answered within this is too slow (R7.13). */
export const SESSION_START_MS = 30_000;
/** So many representatives may be starting sessions on different Jump Clients at one moment (R6.2). */
export const MAX_STARTING = 20;

/** What became of asking a Jump Client to start a session. */
export type DispatchOutcome = SessionStartOutcome | 'not-connected' | 'nonsense';
/** Asks the Jump Client over its connection. */
export type DispatchSessionStart = (id: JumpItemId, start: SessionStart) => Promise<DispatchOutcome>;

type Reply = { sessionId: SupportSessionId };
type Starting = { readonly representativeId: RepresentativeId; readonly jumpItemId: JumpItemId };
export type JumpToItem = ReturnType<typeof createJumpToItem>;
type Deps = {
  readonly site: Site;
  readonly relay: SessionRelay;
  readonly environment: Environment;
  readonly dispatch: DispatchSessionStart;
};

/**
 * Jump (R1.8). Refusals in this order: invisible → R7.7; `not-permitted`; a shortcut → `malformed`, since
 * it is opened by the console itself (`jump-item:open-shortcut`);
 * R7.9 → R7.8 → R7.16 → R7.11 → dispatch: R7.14, R7.16, R7.12, R7.13. What the representative saw makes no
 * difference: a Jump Client that is not there cannot be jumped to.
 */
export function createJumpToItem({ site, relay, environment, dispatch }: Deps) {
  const { clock, randomness } = environment;
  const starting = new Set<Starting>();

  const refuseWhenBusy = (mine: Starting) => {
    const all = [...starting, mine];
    const representatives = new Set(all.map(({ representativeId }) => representativeId)).size;
    const jumpClients = new Set(all.map(({ jumpItemId }) => jumpItemId)).size;
    if (Math.min(representatives, jumpClients) > MAX_STARTING) throw new JumpError('appliance-too-busy');
  };
  const orTooSlow = (outcome: Promise<DispatchOutcome>) =>
    new Promise<DispatchOutcome | 'too-slow'>((resolve, reject) => {
      const cancel = clock.schedule(SESSION_START_MS, () => resolve('too-slow'));
      outcome.then(resolve, reject).finally(cancel);
    });

  const startOn = async (item: JumpClient, mine: Starting, settle: Settle<Reply>): Promise<Reply> => {
    const sessionId = randomness.uuid() as SupportSessionId;
    relay.open(sessionId);
    const sessionToken = relay.issueToken(sessionId, 'computer') ?? '';
    try {
      refuseOutcome(await orTooSlow(dispatch(item.id, { sessionId, sessionToken })));
      return await settle((transaction) => {
        const now = findJumpable(transaction, mine);
        const { jumpItemId, representativeId } = mine;
        const session = {
          id: sessionId,
          jumpItemId,
          name: now.name,
          representativeId,
          invitedIds: [],
          startedAt: clock.now(),
          customer: null,
          pin: null,
        };
        transaction.put('support-session', sessionId, session);
        transaction.put('jump-item', jumpItemId, { ...now, lastAccessedAt: clock.now() });
        showSessionsOnItem(transaction, jumpItemId);
        return { sessionId };
      });
    } catch (error) {
      relay.end(sessionId, 'refused');
      throw error;
    }
  };

  return async (
    representativeId: RepresentativeId,
    jumpItemId: JumpItemId,
    settle: Settle<Reply>,
  ): Promise<Reply> => {
    const mine: Starting = { representativeId, jumpItemId };
    const item = findJumpable(site, mine);
    const own = sessionsOf(site, jumpItemId).find((session) => session.representativeId === representativeId);
    if (own !== undefined) return settle(() => ({ sessionId: own.id })); // one tab a computer
    refuseWhenBusy(mine);
    starting.add(mine);
    try {
      return await startOn(item, mine, settle);
    } finally {
      starting.delete(mine);
    }
  };
}

/** Everything that can be said without asking the Jump Client. */
function findJumpable(site: SiteReader, { representativeId, jumpItemId }: Starting): JumpClient {
  const item = site.get('jump-item', jumpItemId);
  if (item === undefined) throw new JumpError('client-not-found');
  const authorization = authorizeOnItem(site, representativeId, item, 'jump');
  if (!authorization.visible) throw new JumpError('client-not-found');
  const refusal = previewJump(item, authorization.missing);
  if (refusal !== null) throw new JumpError(refusal.code, detailOf(refusal));
  if (!isJumpClient(item)) throw new JumpError('malformed');
  return item;
}

function detailOf({ detail }: JumpRefusal): { detail: string } | undefined {
  return detail === undefined ? undefined : { detail };
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
