import type { ActionEntry, ActionId } from '#app/contracts/actions.ts';
import type { Console } from '../store/console-context.tsx';
import type { Refusal } from '../store/messages-slice.ts';
import type { IconName } from '../ui/icon.tsx';

/** Whether an action can be done now and, where that can be said, why not. */
export type Availability = 'available' | 'unavailable' | Refusal;

/** What the window adds to an entry of the table of actions. */
export type ActionBehaviour = {
  readonly icon: IconName | null;
  availability(console: Console): Availability;
  /** What it would be about now, where neither the label nor the selection says it; null: nothing. */
  subject?(console: Console): string | null;
  /** What would come of it now, where it can be done and yet would fail; null when nothing speaks against it. */
  foresee?(console: Console): string | null;
  run(console: Console): void;
};

/**
 * One thing a representative can do. Toolbar, context menu, application menu, statistics pane, command palette and
 * keyboard all show and run this very entry, so that the ways to jump are one (R1.8).
 */
export type Action = ActionEntry & ActionBehaviour & { readonly id: ActionId };
