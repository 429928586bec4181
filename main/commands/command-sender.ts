import type { ApplianceReply } from '#app/contracts/appliance-protocol.ts';
import type { ConsoleNotice } from '#app/contracts/console-api.ts';
import type { OpId, RepresentativeId } from '#app/domain/ids.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import type { ApplianceConnection } from '../appliance-connection/appliance-connection.ts';
import { ConnectionLost } from '../appliance-connection/connection-lost.ts';
import { replyTimeOf } from '../appliance-connection/reply-time.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../logging/log.ts';
import {
  type CommandJournal,
  type CommandName,
  type CommandOutcome,
  type CommandParams,
  JournalEntry,
} from './command-journal.ts';
import { messagesOf } from './command-messages.ts';
import { tellLateOutcome, tellUnfinished } from './late-outcome.ts';

/** How long a person waits at least for an answer across lost connections. What comes later is told as a notice. */
const PATIENCE_MS = 40_000;

/** A command whose answer takes longer carries its own patience; others do not wait in line behind it. */
const patienceOf = (name: CommandName) => Math.max(PATIENCE_MS, replyTimeOf(name));

type Deps = {
  appliance: Pick<ApplianceConnection, 'request' | 'isOpen'>;
  /** Names the appliance across restarts of this console. */
  applianceName: () => string;
  /** Who is signed in there; null until the appliance has said so. */
  signedInAs: () => RepresentativeId | null;
  journal: CommandJournal;
  clock: Clock;
  log: Log;
  noticed: (notice: ConsoleNotice) => void;
};
type Waiting = { resolve(value: unknown): void; reject(error: unknown): void };

export type CommandSender = {
  /**
   * Journals the command, sends it, in parts where it is on many items, and sends all of it again after a lost connection
   * until its outcome is known.
   * @throws {JumpError} the appliance's refusal; `ConnectionLost` when it is not connected; `outcome-pending` when no
   * answer came in time
   */
  send<N extends CommandName>(name: N, params: CommandParams<N>): Promise<CommandOutcome<N>>;
  /** Asks for the outcomes that this representative's commands lack. Called each time the connection opens. */
  resolveUnfinished(): Promise<void>;
  /** Nobody is signed in any more: who waits is told `outcome-pending`. The same representative hears of it later. */
  signedOut(): void;
};

export function createCommandSender(deps: Deps): CommandSender {
  const { appliance, applianceName, signedInAs, journal, clock, log, noticed } = deps;
  const waiting = new Map<OpId, Waiting>();
  const inFlight = new Set<OpId>();

  /** One part after the other: a slow link that had them all to carry would starve the heartbeat. */
  async function ask(entry: JournalEntry, repeated: boolean): Promise<CommandOutcome<CommandName>> {
    let outcome: ApplianceReply<CommandName> = null;
    for (const params of messagesOf(entry, repeated)) outcome = await appliance.request(entry.name, params);
    if (outcome === null) throw new JumpError('appliance-incompatible');
    return outcome;
  }

  /** Settles one command exactly once: its answer leaves the journal with it. */
  async function attempt(entry: JournalEntry, repeated: boolean): Promise<void> {
    const { opId } = entry;
    if (inFlight.has(opId)) return;
    inFlight.add(opId);
    try {
      const value = await ask(entry, repeated);
      journal.remove(opId);
      const waiter = waiting.get(opId);
      if (waiter === undefined) tellLateOutcome(entry, value, noticed);
      else waiter.resolve(value);
    } catch (error) {
      if (error instanceof ConnectionLost) return; // asked again when the connection opens
      journal.remove(opId);
      refuse(entry, error);
    } finally {
      inFlight.delete(opId);
    }
  }

  function refuse(entry: JournalEntry, error: unknown): void {
    const waiter = waiting.get(entry.opId);
    if (waiter !== undefined) {
      waiter.reject(error);
      return;
    }
    log.warn({ command: entry.name, opId: entry.opId, err: error }, 'an unfinished command was refused');
    if (error instanceof JumpError) tellUnfinished(entry, error, noticed);
  }

  function outcome({ opId, name }: JournalEntry): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const stopTimer = clock.after(patienceOf(name), () =>
        waiting.get(opId)?.reject(new JumpError('outcome-pending')),
      );
      const settle = () => {
        stopTimer();
        waiting.delete(opId);
      };
      waiting.set(opId, {
        resolve(value) {
          settle();
          resolve(value);
        },
        reject(error) {
          settle();
          reject(error);
        },
      });
    });
  }

  return {
    async send<N extends CommandName>(name: N, params: CommandParams<N>) {
      if (!appliance.isOpen) throw new ConnectionLost();
      const { opId } = params;
      const repeated = journal.has(opId);
      const entry = JournalEntry.parse({
        opId,
        name,
        params,
        appliance: applianceName(),
        representativeId: signedInAs(),
        startedAt: clock.now(),
      });
      journal.add(entry);
      const answer = outcome(entry);
      void attempt(entry, repeated);
      return (await answer) as CommandOutcome<N>; // parsed at the appliance's door
    },
    async resolveUnfinished() {
      const representativeId = signedInAs();
      if (representativeId === null) return;
      const lasting: Promise<void>[] = [];
      for (const entry of journal.unfinished(applianceName(), representativeId)) {
        const attempted = attempt(entry, true);
        if (patienceOf(entry.name) > PATIENCE_MS) lasting.push(attempted);
        else await attempted;
      }
      await Promise.all(lasting);
    },
    signedOut() {
      for (const { reject } of [...waiting.values()]) reject(new JumpError('outcome-pending'));
    },
  };
}
