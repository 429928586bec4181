import { z } from 'zod';
import type { ApplianceReply, ApplianceRequestName } from '#app/contracts/appliance-protocol.ts';
import { consoleRequests } from '#app/contracts/console-api.ts';
import { EpochMs, OpId, RepresentativeId } from '#app/domain/ids.ts';
import { writeDurably } from '../files/durable-file.ts';
import { readCheckedFile } from '../files/read-checked-file.ts';
import type { Log } from '../logging/log.ts';

/** The appliance remembers outcomes for a day; what is older can no longer be resolved. */
const KEPT_MS = 24 * 60 * 60 * 1_000;

function entryOf<N extends ApplianceRequestName, P extends z.ZodType>(name: N, params: P) {
  return z.strictObject({
    opId: OpId,
    appliance: z.string(),
    /** Who asked for it: nobody else's console may send it again. */
    representativeId: RepresentativeId.nullable().default(null),
    startedAt: EpochMs,
    name: z.literal(name),
    params,
  });
}

/** Each command as the page asked for it, whole: it is cut into parts each time it is sent. */
export const JournalEntry = z.discriminatedUnion('name', [
  entryOf('jump-item:jump', consoleRequests.jumpToItem.params),
  entryOf('support-session:invite', consoleRequests.inviteToSession.params),
  entryOf('support-session:pin', consoleRequests.pinJumpClient.params),
  entryOf('support-session:end', consoleRequests.endSupportSession.params),
  entryOf('jump-items:edit', consoleRequests.editJumpItems.params),
  entryOf('jump-items:remove', consoleRequests.removeJumpItems.params),
  entryOf('jump-items:import', consoleRequests.importJumpItems.params),
  entryOf('jump-items:create-shortcut', consoleRequests.createShortcut.params),
  entryOf('jump-items:undo', consoleRequests.undoCommand.params),
]);
export type JournalEntry = z.infer<typeof JournalEntry>;
export type CommandName = JournalEntry['name'];
export type CommandParams<N extends CommandName> = Extract<JournalEntry, { name: N }>['params'];
/** The answer to the whole command; the parts before the last have none. */
export type CommandOutcome<N extends CommandName> = NonNullable<ApplianceReply<N>>;

const JournalFile = z.strictObject({ version: z.literal(1), commands: z.array(JournalEntry) });

export type CommandJournal = {
  /** On disk before this returns. */
  add(entry: JournalEntry): void;
  remove(opId: OpId): void;
  has(opId: OpId): boolean;
  /** Those this representative sent to this appliance whose outcome is not known, in the order they were sent. */
  unfinished(appliance: string, representativeId: RepresentativeId): readonly JournalEntry[];
};

type Options = { path: string; now: () => number; log: Log };

/** The commands that were sent and not yet answered, in a small file, so that none is forgotten or done twice. */
export function openCommandJournal({ path, now, log }: Options): CommandJournal {
  const file = readCheckedFile({ path, schema: JournalFile, now: now() });
  if (file.state === 'set-aside') log.error({ path: file.path }, 'the journal of commands was unreadable');
  const recent = (entry: JournalEntry) => now() - entry.startedAt < KEPT_MS;
  const entries = new Map<OpId, JournalEntry>();
  if (file.state === 'read') {
    for (const entry of file.value.commands.filter(recent)) entries.set(entry.opId, entry);
  }
  const save = () => writeDurably(path, JSON.stringify({ version: 1, commands: [...entries.values()] }));

  return {
    add(entry) {
      entries.set(entry.opId, entry);
      save();
    },
    remove(opId) {
      if (entries.delete(opId)) save();
    },
    has: (opId) => entries.has(opId),
    unfinished: (appliance, representativeId) =>
      [...entries.values()].filter(
        (entry) => entry.appliance === appliance && entry.representativeId === representativeId,
      ),
  };
}
