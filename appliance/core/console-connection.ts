import type { ReplyEnvelope, StatisticsChanged } from '#app/contracts/appliance-protocol.ts';
import type { KeptChoice } from '#app/contracts/kept-choices.ts';
import type { SessionSummaryChanged } from '#app/contracts/session-summaries.ts';
import type { JumpItemId, RepresentativeId } from '#app/domain/ids.ts';
import type { StatisticsHistory } from '#app/domain/statistics-history.ts';
import type { BarrierPoint } from './barrier.ts';
import { asRefusal, type CommandJournal, type Settle } from './command-journal.ts';
import { createCommandRate } from './command-rate.ts';
import type { ConsoleRequestHandlers, PerformCommand } from './console-requests.ts';
import type { ConsoleStream } from './console-stream.ts';
import type { ConsoleStreams } from './console-streams.ts';
import type { Environment } from './environment.ts';
import { createHistoryWatch } from './history-watch.ts';
import { createItemRequests } from './item-requests.ts';
import type { JumpClients } from './jump-clients.ts';
import type { JumpToItem } from './jump-to-item.ts';
import type { KeptChoices } from './kept-choices.ts';
import type { Pins } from './pins.ts';
import type { SessionInvitations } from './session-invitations.ts';
import type { SessionKeys } from './session-keys.ts';
import { createSessionRequests } from './session-requests.ts';
import type { SessionSummaries } from './session-summaries.ts';
import type { Site } from './site.ts';
import type { StatisticsHistories } from './statistics-histories.ts';
import { createStatisticsWatch } from './statistics-watch.ts';
import { createSummaryWatch } from './summary-watch.ts';
import type { SupportSessions } from './support-sessions.ts';

type Deps = {
  readonly site: Site;
  readonly environment: Environment;
  readonly streams: ConsoleStreams;
  readonly journal: CommandJournal;
  readonly supportSessions: SupportSessions;
  readonly sessionKeys: SessionKeys;
  readonly invitations: SessionInvitations;
  readonly jumpToItem: JumpToItem;
  readonly pins: Pins;
  readonly sessionSummaries: SessionSummaries;
  readonly jumpClients: JumpClients;
  readonly histories: StatisticsHistories;
  readonly keptChoices: KeptChoices;
};
export type ConsoleTransport = {
  /** A `StreamMessage` as JSON text. */
  sendStream(messageJson: string): void;
  sendStatistics(message: StatisticsChanged): void;
  sendHistory(history: StatisticsHistory): void;
  sendSummaryChanged(message: SessionSummaryChanged): void;
  sendChoice(choice: KeptChoice): void;
};
export type ConsoleConnection = ReturnType<typeof createConsoleConnection>;

/** One signed-in console for as long as its connection lasts. */
export function createConsoleConnection(
  { site, environment, streams, journal, jumpClients, histories, keptChoices, ...sessions }: Deps,
  representativeId: RepresentativeId,
  transport: ConsoleTransport,
) {
  let stream: ConsoleStream | null = null;
  let acquainted = false;
  let followsChoices = false;
  const statistics = createStatisticsWatch({
    representativeId,
    site,
    clock: environment.clock,
    lastHeardAt: jumpClients.lastHeardAt,
    send: transport.sendStatistics,
  });
  const history = createHistoryWatch({
    representativeId,
    site,
    clock: environment.clock,
    histories,
    send: transport.sendHistory,
  });

  const summaryWatch = createSummaryWatch({
    clock: environment.clock,
    mayRead: (id) => sessions.sessionSummaries.mayRead(representativeId, id),
    send: transport.sendSummaryChanged,
  });

  const rate = createCommandRate(environment.clock);
  /** Many views that come at once leave room for what is clicked meanwhile. */
  const choiceRate = createCommandRate(environment.clock);
  const perform: PerformCommand = async <T>(
    command: Parameters<PerformCommand>[0],
    run: (settle: Settle<T>) => Promise<T>,
  ): Promise<ReplyEnvelope<T>> => {
    if (!rate.take()) return { ok: false, code: 'appliance-too-busy' };
    const { barrier } = environment;
    const asked = { ...command, representativeId, acquainted };
    if (barrier === undefined) return journal.perform(asked, run);
    const at = (point: BarrierPoint) => barrier({ command: command.request, point, representativeId });
    const reply = await journal.perform<T>(asked, async (settle) => {
      await at('received');
      return run(settle);
    });
    await at('done');
    return reply;
  };

  const requests: ConsoleRequestHandlers = {
    async 'watch:start'({ resume }) {
      if (stream !== null) streams.end(stream);
      const started = streams.start(representativeId, resume);
      stream = started.stream;
      acquainted ||= started.acquainted;
      // The answer goes first: attaching waits for the turn after it.
      environment.clock.schedule(0, () => {
        if (stream === started.stream) started.stream.attach(transport.sendStream);
      });
      const applianceTime = environment.clock.now();
      return succeed({ streamId: started.stream.streamId, resumed: started.resumed, applianceTime });
    },
    async 'statistics:watch'({ jumpItemIds }) {
      statistics.watch(jumpItemIds);
      history.watch(jumpItemIds);
      return succeed({});
    },
    ...createItemRequests({ perform, environment, site }, representativeId),
    async 'choices:follow'() {
      for (const choice of keptChoices.list(representativeId)) transport.sendChoice(choice);
      followsChoices = true;
      return succeed({});
    },
    async 'choice:keep'({ choice }) {
      if (!choiceRate.take()) return { ok: false, code: 'appliance-too-busy' };
      try {
        await keptChoices.keep(representativeId, choice);
        return succeed({});
      } catch (error) {
        return asRefusal(error);
      }
    },
    ...createSessionRequests({ perform, rate, summaryWatch, ...sessions }, representativeId),
  };

  return {
    representativeId,
    requests,
    /** The console has applied the stream up to here. False for what was never sent: nonsense. */
    streamAcknowledged(streamId: string, seq: number): boolean {
      if (stream?.streamId !== streamId) return true; // of a watch that this console has left
      return stream.acknowledge(seq);
    },
    statisticsChanged: (id: JumpItemId) => statistics.changed(id),
    historyChanged: (id: JumpItemId) => history.changed(id),
    summaryChanged: summaryWatch.changed,
    choiceKept(choice: KeptChoice): void {
      if (followsChoices) transport.sendChoice(choice);
    },
    heard: (id: JumpItemId) => statistics.heard(id),
    closed() {
      if (stream !== null) streams.leave(stream);
      stream = null;
      statistics.close();
      history.close();
      summaryWatch.close();
    },
  };
}

function succeed<T>(value: T): ReplyEnvelope<T> {
  return { ok: true, value };
}
