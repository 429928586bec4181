import type { ReplyEnvelope } from '#app/contracts/appliance-protocol.ts';
import type { RepresentativeId } from '#app/domain/ids.ts';
import { asRefusal } from './command-journal.ts';
import type { CommandRate } from './command-rate.ts';
import type { ConsoleRequestHandlers, PerformCommand } from './console-requests.ts';
import type { JumpToItem } from './jump-to-item.ts';
import type { Pins } from './pins.ts';
import type { SessionInvitations } from './session-invitations.ts';
import type { SessionKeys } from './session-keys.ts';
import type { SessionSummaries } from './session-summaries.ts';
import type { SummaryWatch } from './summary-watch.ts';
import type { SupportSessions } from './support-sessions.ts';

type Deps = {
  readonly perform: PerformCommand;
  readonly rate: CommandRate;
  readonly supportSessions: SupportSessions;
  readonly sessionKeys: SessionKeys;
  readonly invitations: SessionInvitations;
  readonly jumpToItem: JumpToItem;
  readonly pins: Pins;
  readonly sessionSummaries: SessionSummaries;
  readonly summaryWatch: Pick<SummaryWatch, 'read'>;
};

/** The requests about support sessions, as one console's connection answers them. */
export function createSessionRequests(deps: Deps, representativeId: RepresentativeId) {
  const { perform, rate, supportSessions, sessionKeys, invitations, jumpToItem, pins, sessionSummaries } =
    deps;
  return {
    'jump-item:jump': ({ opId, repeated, ...body }) =>
      perform({ request: 'jump-item:jump', opId, repeated, body }, (settle) =>
        jumpToItem(representativeId, body.jumpItemId, settle),
      ),
    async 'session-key:create'() {
      if (!rate.take()) return { ok: false, code: 'appliance-too-busy' };
      return { ok: true, value: await sessionKeys.create(representativeId) };
    },
    'support-session:join': ({ sessionId }) =>
      answer(() => ({ sessionToken: supportSessions.join(representativeId, sessionId) })),
    'support-session:end': ({ opId, repeated, ...body }) =>
      perform({ request: 'support-session:end', opId, repeated, body }, (settle) =>
        supportSessions.endForRepresentative(representativeId, body.sessionId, settle),
      ),
    'support-session:list-invitable': ({ sessionId }) =>
      answer(() => ({ representatives: invitations.list(representativeId, sessionId) })),
    'support-session:invite': ({ opId, repeated, ...body }) =>
      perform({ request: 'support-session:invite', opId, repeated, body }, (settle) =>
        invitations.invite({ inviterId: representativeId, ...body }, settle),
      ),
    'support-session:pin': ({ opId, repeated, ...body }) =>
      perform({ request: 'support-session:pin', opId, repeated, body }, (settle) =>
        pins.pin(representativeId, body, settle),
      ),
    'session-summaries:list': ({ wanted }) =>
      answer(() => ({ summaries: sessionSummaries.list(representativeId, wanted) })),
    'session-summary:read': ({ sessionId, knownRevision }) =>
      answer(() => {
        const summary = sessionSummaries.read(representativeId, sessionId, knownRevision);
        deps.summaryWatch.read(sessionId);
        return { summary };
      }),
    async 'session-summary:report'({ sessionId, ...reported }) {
      if (!rate.take()) return { ok: false, code: 'appliance-too-busy' };
      return answer(async () => {
        await sessionSummaries.report(representativeId, sessionId, reported);
        return {};
      });
    },
  } satisfies Partial<ConsoleRequestHandlers>;
}

async function answer<T>(find: () => T | Promise<T>): Promise<ReplyEnvelope<T>> {
  try {
    return { ok: true, value: await find() };
  } catch (error) {
    return asRefusal(error);
  }
}
