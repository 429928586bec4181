import type { ConsoleNotice, UnfinishedDeed } from '#app/contracts/console-api.ts';
import type { JumpError } from '#app/domain/jump-error.ts';
import type { CommandName, CommandOutcome, JournalEntry } from './command-journal.ts';

/**
 * Tells what came of a pin, or of a command on Jump Items, when nobody waits for it any more: the wait was too long, or the console
 * was started anew. A support session that begins or ends late is seen by its tab.
 */
export function tellLateOutcome(
  { opId, name }: Pick<JournalEntry, 'opId' | 'name'>,
  outcome: CommandOutcome<CommandName>,
  noticed: (notice: ConsoleNotice) => void,
): void {
  if ('done' in outcome) {
    const { done, refusedCount } = outcome;
    noticed({ notice: 'command-done-late', opId, done, refusedCount });
  } else if ('jumpItemId' in outcome) {
    const { jumpItemId } = outcome;
    if (name === 'support-session:pin') noticed({ notice: 'pinned-late', jumpItemId });
    else noticed({ notice: 'command-done-late', opId, done: 1, refusedCount: 0 });
  }
}

/** Tells why a command came to nothing, or that nobody knows, when nobody waits for it any more. */
export function tellUnfinished(
  entry: JournalEntry,
  { code, detail }: JumpError,
  noticed: (notice: ConsoleNotice) => void,
): void {
  noticed({ notice: 'command-unfinished', ...deedOf(entry), code, ...(detail !== undefined && { detail }) });
}

function deedOf({ name, params }: JournalEntry): { deed: UnfinishedDeed; count: number } {
  switch (name) {
    case 'jump-items:edit':
      return { deed: 'edited', count: params.items.length };
    case 'jump-items:remove':
      return { deed: 'removed', count: params.items.length };
    case 'jump-items:import':
      return { deed: 'imported', count: params.entries.length };
    case 'jump-items:create-shortcut':
      return { deed: 'created', count: 1 };
    case 'jump-items:undo':
      return { deed: 'undone', count: 1 };
    case 'jump-item:jump':
      return { deed: 'jumped', count: 1 };
    case 'support-session:invite':
      return { deed: 'invited', count: 1 };
    case 'support-session:pin':
      return { deed: 'pinned', count: 1 };
    case 'support-session:end':
      return { deed: 'ended', count: 1 };
  }
}
