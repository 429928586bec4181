import type { JumpItemId, RepresentativeId, SupportSessionId } from '#app/domain/ids.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import { isJumpClient, type JumpClient } from '#app/domain/jump-item.ts';
import { type JumpRefusal, previewJump } from '#app/domain/jump-preview.ts';
import { takesPart } from '#app/domain/support-session.ts';
import { authorizeOnItem } from './authorize.ts';
import type { Settle } from './command-journal.ts';
import type { Environment } from './environment.ts';
import type { SessionRelay } from './session-relay.ts';
import type { Site, SiteReader } from './site.ts';
import type { Dispatch, StartLink } from './start-link.ts';
import { namesOf, sessionsOf, showSessionsOnItem } from './support-sessions.ts';

/** So many representatives may be starting sessions on different Jump Clients at one moment (R6.2). */
export const MAX_STARTING = 20;

type Reply = { sessionId: SupportSessionId };
type Starting = { readonly representativeId: RepresentativeId; readonly jumpItemId: JumpItemId };
export type JumpToItem = ReturnType<typeof createJumpToItem>;
type Deps = {
  readonly site: Site;
  readonly relay: SessionRelay;
  readonly environment: Environment;
  readonly startLink: StartLink;
  /** Asks a Jump Client over its connection. */
  readonly dispatch: (id: JumpItemId) => Dispatch;
};

/**
 * Jump (R1.8). Refusals in this order: invisible → R7.7; `not-permitted`; a shortcut → `malformed`, since
 * it is opened by the console itself (`jump-item:open-shortcut`);
 * R7.9 → R7.8 → R7.16 → R7.11 → dispatch: R7.14, R7.16, R7.12, R7.13. What the representative saw makes no
 * difference: a Jump Client that is not there cannot be jumped to.
 */
export function createJumpToItem({ site, relay, environment, startLink, dispatch }: Deps) {
  const { clock, randomness } = environment;
  const starting = new Set<Starting>();

  const refuseWhenBusy = (mine: Starting) => {
    const all = [...starting, mine];
    const representatives = new Set(all.map(({ representativeId }) => representativeId)).size;
    const jumpClients = new Set(all.map(({ jumpItemId }) => jumpItemId)).size;
    if (Math.min(representatives, jumpClients) > MAX_STARTING) throw new JumpError('appliance-too-busy');
  };

  const startOn = async (item: JumpClient, mine: Starting, settle: Settle<Reply>): Promise<Reply> => {
    const sessionId = randomness.uuid() as SupportSessionId;
    const { representativeId } = mine;
    const room = { sessionId, representativeId };
    try {
      if (environment.barrier) {
        await environment.barrier({ command: 'jump-item:jump', point: 'checked', representativeId });
      }
      await startLink(room, dispatch(item.id));
      return await settle((transaction) => {
        const now = findJumpable(transaction, mine);
        const { jumpItemId } = mine;
        const session = {
          id: sessionId,
          jumpItemId,
          name: now.name,
          representativeId,
          invitedIds: [],
          representativeNames: namesOf(transaction, [representativeId]),
          startedAt: clock.now(),
          customer: null,
          pin: null,
          failedPin: null,
        };
        transaction.put('support-session', sessionId, session);
        transaction.put('jump-item', jumpItemId, { ...now, lastAccessedAt: clock.now() });
        showSessionsOnItem(transaction, jumpItemId);
        return { sessionId };
      });
    } catch (error) {
      relay.end(room, 'refused');
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
    const own = sessionsOf(site, jumpItemId).find((session) => takesPart(session, representativeId));
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
