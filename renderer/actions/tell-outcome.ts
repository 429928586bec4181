import type { ItemsOutcome, RefusedItem } from '#app/contracts/jump-item-commands.ts';
import type { JumpItemId, OpId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import type { ConsoleStore } from '../store/console-store.ts';
import type { DoneChange, Refusal } from '../store/messages-slice.ts';
import { t } from '../texts.ts';

type OutcomeOfCommand = {
  readonly opId: OpId;
  readonly deed: DoneChange['deed'];
  /** The item's name; null when it was about several. */
  readonly name: string | null;
  readonly outcome: ItemsOutcome;
  readonly heldUntil?: number | null;
  /** Items that somebody changed meanwhile are not told: the caller shows them. */
  readonly keepsConflicts?: boolean;
  /** Nothing that was refused is told: the caller shows all of it. */
  readonly keepsRefused?: boolean;
  /** What it was about: an item that left the representative's sight is named by what was seen of it. */
  readonly items?: readonly JumpItem[];
};

/** Tells what a command did, with its way back, and names what it left as it was. */
export function tellOutcome(store: ConsoleStore, command: OutcomeOfCommand): void {
  const { opId, deed, name, outcome, heldUntil = null } = command;
  const state = store.getState();
  if (outcome.done > 0) {
    const done = { name, count: outcome.done, heldUntil };
    if (deed !== 'undone') state.keepUndoable({ opId, deed, ...done });
    // Nothing leads back from an undo: where it left something, the summary says all of it.
    const isSummedUp = deed === 'undone' && outcome.refusedCount > 0;
    if (!isSummedUp) state.showDoneChange({ deed, ...done, undoneOpId: deed === 'undone' ? null : opId });
  }
  if (command.keepsRefused !== true) tellRefused(store, command);
}

function tellRefused(store: ConsoleStore, command: OutcomeOfCommand): void {
  const { deed, outcome, keepsConflicts = false, items = [] } = command;
  const isKept = ({ code }: RefusedItem) => keepsConflicts && code === 'changed-meanwhile';
  const named = outcome.refused.filter((item) => !isKept(item));
  const refusedCount = outcome.refusedCount - (outcome.refused.length - named.length);
  if (refusedCount === 0) return;
  const names = new Map(items.map((item) => [item.id, item.name]));
  const refused = named.map((item) => refusalOf(item, names));
  const [first] = refused;
  const state = store.getState();
  if (first !== undefined && refusedCount === 1 && outcome.done === 0) state.showRefusal(first);
  else state.showChangeSummary({ deed, done: outcome.done, refusedCount, refused });
}

function refusalOf(
  { jumpItemId, name, code, detail }: RefusedItem,
  names: ReadonlyMap<JumpItemId, string>,
): Refusal {
  const about = name || names.get(jumpItemId) || t('change.unnamed');
  return { about, code, detail };
}
