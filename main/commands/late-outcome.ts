import type { ConsoleNotice } from '#app/contracts/console-api.ts';
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
