import { OpId } from '#app/domain/ids.ts';
import type { Console } from '../store/console-context.tsx';
import type { UndoableCommand } from '../store/undo-slice.ts';
import { t } from '../texts.ts';
import { tellOutcome } from './tell-outcome.ts';

type Door = Pick<Console, 'api' | 'store'>;

/** What a command is called where it can be taken back: *Removal of Reception*. Names are isolated. */
export function nameOfCommand({ deed, name, count }: UndoableCommand): string {
  const what = name === null ? t('actions.about-several', { count }) : `\u2068${name}\u2069`;
  return t(`undo.name.${deed}`, { what });
}

/** Takes back the last thing that can be; nothing happens where there is none. */
export async function undoLast(console: Door): Promise<void> {
  const last = console.store.getState().undoable.at(-1);
  if (last !== undefined) await undoCommand(console, last);
}

/**
 * Takes back what a command did. What could not be, because a colleague changed it since, is named; `undo-expired` and
 * other refusals are shown. It is on the list of what can be undone no more, unless the appliance was not even asked.
 */
export async function undoCommand({ api, store }: Door, command: UndoableCommand): Promise<void> {
  const state = store.getState();
  state.forgetUndoable(command.opId);
  state.dismissDoneChange(command.opId);
  const opId = OpId.parse(crypto.randomUUID());
  try {
    const answer = await api.undoCommand({ opId, undoneOpId: command.opId });
    if (answer.ok) {
      tellOutcome(store, { opId, deed: 'undone', name: command.name, outcome: answer.value });
      return;
    }
    if (answer.code === 'appliance-unreachable') state.keepUndoable(command);
    state.showRefusal({ about: nameOfCommand(command), code: answer.code, detail: answer.detail });
  } catch {
    // A rejection is a bug that main has logged with its stack.
    state.showBug();
  }
}
