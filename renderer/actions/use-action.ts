import { useMemo, useSyncExternalStore } from 'react';
import type { ActionId } from '#app/contracts/actions.ts';
import { refusalText } from '../refusal-text.ts';
import { type Console, useConsole } from '../store/console-context.tsx';
import { t } from '../texts.ts';
import type { Action, Availability } from './action.ts';
import { actions, runAction } from './actions.ts';

export type ActionView = {
  readonly id: ActionId;
  readonly label: string;
  readonly icon: Action['icon'];
  /** What it would be about, where neither the label nor the selection says it. */
  readonly subject: string | undefined;
  readonly shortcut: string | undefined;
  readonly isAvailable: boolean;
  /** There is something that it could be about: an entry without says nothing in a menu. */
  readonly isApplicable: boolean;
  /** Why it cannot be done, or what would come of it now, where that can be said. */
  readonly reason: string | undefined;
  run(): void;
};

/** An action as a button or a menu entry shows it at the moment; told only when that becomes something else. */
export function useAction(id: ActionId): ActionView {
  const console = useConsole();
  const { subscribe, read } = useMemo(() => createActionReader(id, console), [id, console]);
  return useSyncExternalStore(subscribe, read);
}

/** Availability depends on the store and on the rows: both are followed, the answer is cheap. */
function createActionReader(id: ActionId, console: Console) {
  let last: ActionView | null = null;
  return {
    subscribe(listener: () => void): () => void {
      const ends = [console.store.subscribe(listener), console.rows.subscribe(listener)];
      return () => {
        for (const end of ends) end();
      };
    },
    read(): ActionView {
      const view = viewAction(id, console);
      if (last === null || !isSameView(last, view)) last = view;
      return last;
    },
  };
}

/** Of two views of one action. */
function isSameView(one: ActionView, other: ActionView): boolean {
  return (
    one.isAvailable === other.isAvailable &&
    one.isApplicable === other.isApplicable &&
    one.reason === other.reason
  );
}

/** The same for who looks at many of them at once, and follows the store itself. */
export function viewAction(id: ActionId, console: Console): ActionView {
  const action = actions[id];
  const availability = action.availability(console);
  return {
    id,
    label: t(action.label),
    icon: action.icon,
    subject: action.subject?.(console) ?? undefined,
    shortcut: action.shortcuts[0]?.text,
    isAvailable: availability === 'available',
    isApplicable: availability !== 'unavailable',
    reason: reasonOf(action, availability, console),
    run: () => runAction(id, console),
  };
}

function reasonOf(action: Action, availability: Availability, console: Console): string | undefined {
  if (typeof availability === 'object') return refusalText(availability);
  return (availability === 'available' && action.foresee?.(console)) || undefined;
}
