import type { StatisticsChanged } from '#app/contracts/appliance-protocol.ts';
import type { ConnectionState, ConsoleNotice } from '#app/contracts/console-api.ts';
import type { KeptChoice } from '#app/contracts/kept-choices.ts';
import type { SessionSummaryChanged } from '#app/contracts/session-summaries.ts';
import type { StatisticsHistory } from '#app/domain/statistics-history.ts';

/** Where to connect, and as whom. The address is an origin, such as `https://support.example.com`. */
export type ApplianceAccess = { readonly address: string; readonly token: string };

export type ConnectionListener = {
  stateChanged(state: ConnectionState): void;
  /** A `StreamMessage` that has been checked, as the text that came. */
  streamSent(messageJson: string): void;
  statisticsChanged(event: StatisticsChanged): void;
  historyChanged(history: StatisticsHistory): void;
  summaryChanged(event: SessionSummaryChanged): void;
  choiceChanged(choice: KeptChoice): void;
  noticed(notice: ConsoleNotice): void;
  /** Commands can be sent from now on: after each connect; after the first one once it is known who is signed in. */
  opened(): void;
};
