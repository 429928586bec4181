import type { TextKey } from '#app/texts/catalogue.ts';
import type { Console } from '../store/console-context.tsx';
import type { Refusal } from '../store/messages-slice.ts';
import type { IconName } from '../ui/icon.tsx';

/** A key with its modifiers, and where it counts: everywhere, or while the list has the focus. */
export type Shortcut = {
  readonly key: string;
  readonly control?: true;
  readonly shift?: true;
  readonly within: 'window' | 'jump-items';
  /** As people write it. */
  readonly text: string;
};

/** Whether an action can be done now and, where that can be said, why not. */
export type Availability = 'available' | 'unavailable' | Refusal;

/**
 * One thing a representative can do. Toolbar, context menu, application menu, statistics pane and keyboard all show
 * and run this very entry, so that the five ways to jump are one (R1.8).
 */
export type Action = {
  readonly id: string;
  readonly label: TextKey;
  readonly icon: IconName | null;
  readonly shortcuts: readonly Shortcut[];
  availability(console: Console): Availability;
  run(console: Console): void;
};
