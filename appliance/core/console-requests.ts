import type {
  ApplianceParams,
  ApplianceReply,
  ApplianceRequestName,
  ReplyEnvelope,
} from '#app/contracts/appliance-protocol.ts';
import type { Command, Settle } from './command-journal.ts';

/** Answers every request that a console may make. */
export type ConsoleRequestHandlers = {
  readonly [N in ApplianceRequestName]: (
    params: ApplianceParams<N>,
  ) => Promise<ReplyEnvelope<ApplianceReply<N>>>;
};
/** Performs a command of one console, once. Refused with R7.11 for a console that sends too many. */
export type PerformCommand = <T>(
  command: Omit<Command, 'representativeId' | 'acquainted'>,
  run: (settle: Settle<T>) => Promise<T>,
) => Promise<ReplyEnvelope<T>>;
