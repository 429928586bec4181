import type { RepresentativeId } from '#app/domain/ids.ts';
import { createCommandJournal } from './command-journal.ts';
import {
  type ConsoleConnection,
  type ConsoleTransport,
  createConsoleConnection,
} from './console-connection.ts';
import { createConsoleStreams } from './console-streams.ts';
import { createCustomers } from './customers.ts';
import type { Environment } from './environment.ts';
import { createJumpClients } from './jump-clients.ts';
import { createJumpItemEditing } from './jump-item-editing.ts';
import { createRemoveForGood } from './jump-item-removal.ts';
import { createJumpToItem } from './jump-to-item.ts';
import { createKeptChoices } from './kept-choices.ts';
import { createPins } from './pins.ts';
import { completeRemovals } from './removal-hold.ts';
import { retireSilentJumpClients } from './retire-silent.ts';
import { createSessionInvitations } from './session-invitations.ts';
import { createSessionKeys } from './session-keys.ts';
import { createSessionRelay } from './session-relay.ts';
import { createSessionSummaries } from './session-summaries.ts';
import { settleAfterRestart } from './settle-after-restart.ts';
import { openSite } from './site.ts';
import type { SiteStorage } from './site-records.ts';
import { createStartLink } from './start-link.ts';
import { createStatisticsHistories, type HistorySimulation } from './statistics-histories.ts';
import { createSupportSessions } from './support-sessions.ts';

export type ApplianceCore = Awaited<ReturnType<typeof createApplianceCore>>;

/**
 * The rules of the appliance, all of them, wired together. What fails in the background goes to `onFailure`.
 * @param simulation makes up a past for items with no computer behind them
 */
export async function createApplianceCore(
  storage: SiteStorage,
  environment: Environment,
  onFailure: (error: unknown) => void,
  simulation: HistorySimulation | null = null,
) {
  const site = await openSite(storage);
  await settleAfterRestart(site, environment.clock.now());
  const relay = createSessionRelay(environment);
  const startLink = createStartLink({ site, relay, clock: environment.clock });
  const supportSessions = createSupportSessions(site, relay);
  const jumpClients = createJumpClients({ site, environment, supportSessions });
  const histories = createStatisticsHistories({ site, clock: environment.clock, simulation });
  const jumpToItem = createJumpToItem({
    site,
    relay,
    environment,
    startLink,
    dispatch: jumpClients.dispatch,
  });
  const sessionKeys = createSessionKeys(site, environment);
  const customers = createCustomers({
    site,
    environment,
    relay,
    sessionKeys,
    supportSessions,
    startLink,
    onFailure,
  });
  const sessionSummaries = createSessionSummaries({
    site,
    clock: environment.clock,
    supportSessions,
    onFailure,
  });
  const pins = createPins({
    site,
    environment,
    customers,
    supportSessions,
    onPinFailed: sessionSummaries.pinFailed,
    onFailure,
  });
  const consoles = new Set<ConsoleConnection>();

  const invitations = createSessionInvitations({
    site,
    relay,
    startLink,
    dispatch: ({ id, jumpItemId }) =>
      jumpItemId === null ? customers.dispatch(id) : jumpClients.dispatch(jumpItemId),
    isOnline: (id) => [...consoles].some(({ representativeId }) => representativeId === id),
  });

  relay.onAbandoned((at, reason) => {
    supportSessions.abandon(at, reason).catch(onFailure);
  });
  jumpClients.listen({
    heard: (id) => {
      for (const connection of consoles) connection.heard(id);
    },
    changed: (id) => {
      for (const connection of consoles) connection.statisticsChanged(id);
    },
  });

  site.onCommitted((changes) => {
    for (const { kind, after } of changes) {
      if (after === undefined) continue;
      if (kind === 'session-summary') {
        for (const connection of consoles) connection.summaryChanged(after.summary);
      } else if (kind === 'kept-choices') {
        const kept = after.choices.at(-1);
        for (const connection of consoles)
          if (kept !== undefined && connection.representativeId === after.representativeId)
            connection.choiceKept(kept);
      }
    }
  });
  histories.listen((id) => {
    for (const connection of consoles) connection.historyChanged(id);
  });

  const removeForGood = createRemoveForGood({ site, jumpClients, supportSessions, onFailure });
  const byItself = { site, clock: environment.clock, removeForGood, onFailure };
  const stopCompleting = await completeRemovals(byItself);
  const stopRetiring = await retireSilentJumpClients(byItself);

  const streams = createConsoleStreams(site, environment);
  const journal = createCommandJournal(site, environment);
  const deps = {
    site,
    environment,
    streams,
    journal,
    supportSessions,
    sessionKeys,
    invitations,
    jumpToItem,
    pins,
    sessionSummaries,
    jumpClients,
    histories,
    keptChoices: createKeptChoices(site),
  };
  return {
    ...deps,
    relay,
    customers,
    /** Ends what runs by itself. */
    close() {
      stopCompleting();
      stopRetiring();
    },
    jumpItems: createJumpItemEditing({ site, environment, removeForGood }),
    /** How many consoles are connected. */
    consoleCount: () => consoles.size,
    /** A representative has signed in with a console. Call `closed` when its connection ends. */
    connectConsole(representativeId: RepresentativeId, transport: ConsoleTransport): ConsoleConnection {
      const connection = createConsoleConnection(deps, representativeId, transport);
      consoles.add(connection);
      return {
        ...connection,
        closed() {
          consoles.delete(connection);
          connection.closed();
        },
      };
    },
  };
}
