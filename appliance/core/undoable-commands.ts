import type { EpochMs, JumpItemId, OpId, RepresentativeId } from '#app/domain/ids.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import { commandKey, JOURNAL_KEPT_MS } from './command-journal.ts';
import type { SiteReader, Transaction } from './site.ts';
import type { UndoableCommand, UndoStep } from './site-records.ts';

/** What a representative may still take back: so many commands, about so many items in all. The newest stays in any case. */
export const UNDOABLE_COMMANDS_KEPT = 50;
export const UNDO_STEPS_KEPT = 50_000;

/** Keeps what takes a command back, and forgets what is too old or too much. */
export function keepUndoable(transaction: Transaction, command: UndoableCommand): void {
  const { representativeId, performedAt } = command;
  let [commands, steps] = [1, command.steps.length];
  for (const earlier of undoableOf(transaction, representativeId).toReversed()) {
    commands += 1;
    steps += earlier.steps.length;
    const isTooMuch = commands > UNDOABLE_COMMANDS_KEPT || steps > UNDO_STEPS_KEPT;
    if (isTooMuch || isTooOld(earlier, performedAt)) transaction.remove('undoable-command', keyOf(earlier));
  }
  transaction.put('undoable-command', keyOf(command), command);
}

/** Takes a command that is to be undone: nobody will have it again. @throws JumpError `undo-expired` */
export function takeUndoable(
  transaction: Transaction,
  representativeId: RepresentativeId,
  opId: OpId,
  now: EpochMs,
): UndoableCommand {
  const key = commandKey(representativeId, opId);
  const command = transaction.get('undoable-command', key);
  if (command === undefined || isTooOld(command, now)) throw new JumpError('undo-expired');
  transaction.remove('undoable-command', key);
  return command;
}

/** Of an item that got its state of before a command back: its revision then, and the one it has now. */
export type RestoredRevision = { readonly fromRev: number; readonly nowRev: number };

/**
 * What was undone is again as an earlier command of the same representative left it, under a revision of its own: that
 * command may be undone next.
 */
export function followRestored(
  transaction: Transaction,
  representativeId: RepresentativeId,
  restored: ReadonlyMap<JumpItemId, RestoredRevision>,
): void {
  const follow = (step: UndoStep): UndoStep => {
    const item = restored.get(step.jumpItemId);
    return item?.fromRev === step.propertiesRev ? { ...step, propertiesRev: item.nowRev } : step;
  };
  for (const command of undoableOf(transaction, representativeId)) {
    const steps = command.steps.map(follow);
    const isConcerned = steps.some((step, index) => step !== command.steps[index]);
    if (isConcerned) transaction.put('undoable-command', keyOf(command), { ...command, steps });
  }
}

/** What a representative may take back, the oldest first. */
export function undoableOf(site: SiteReader, representativeId: RepresentativeId): UndoableCommand[] {
  return [...site.all('undoable-command')]
    .filter((command) => command.representativeId === representativeId)
    .toSorted((one, other) => one.performedAt - other.performedAt);
}

function keyOf({ representativeId, opId }: UndoableCommand): string {
  return commandKey(representativeId, opId);
}

function isTooOld({ performedAt }: UndoableCommand, now: EpochMs): boolean {
  return performedAt <= now - JOURNAL_KEPT_MS;
}
