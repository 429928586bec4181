import { refusalText } from '../refusal-text.ts';
import { useConsole, useConsoleState, useJumpItemList } from '../store/console-context.tsx';
import type { Refusal } from '../store/messages-slice.ts';
import { t } from '../texts.ts';
import type { Action } from './action.ts';
import { type ActionId, actions, runAction } from './actions.ts';

export type ActionView = {
  readonly label: string;
  readonly icon: Action['icon'];
  readonly shortcut: string | undefined;
  readonly isAvailable: boolean;
  /** Why it cannot be done, where that can be said. */
  readonly reason: string | undefined;
  run(): void;
};

/** An action as a button or a menu entry shows it at the moment. */
export function useAction(id: ActionId): ActionView {
  const console = useConsole();
  // Availability depends on the store and on the rows: both are followed, the answer is cheap.
  useConsoleState((state) => state);
  useJumpItemList();
  const action: Action = actions[id];
  const availability = action.availability(console);
  return {
    label: t(action.label),
    icon: action.icon,
    shortcut: action.shortcuts[0]?.text,
    isAvailable: availability === 'available',
    reason: isRefusal(availability) ? refusalText(availability) : undefined,
    run: () => runAction(id, console),
  };
}

function isRefusal(availability: ReturnType<Action['availability']>): availability is Refusal {
  return typeof availability === 'object';
}
