import { isLive } from '../store/connection-slice.ts';
import type { Console } from '../store/console-context.tsx';
import type { ActionBehaviour } from './action.ts';
import { nameOfCommand, undoLast } from './undo-command.ts';

const lastOf = ({ store }: Console) => store.getState().undoable.at(-1);

/** Takes back the last command on Jump Items; whether it still can be is the appliance's to say. */
export const undo: ActionBehaviour = {
  icon: 'undo',
  availability(console) {
    const last = lastOf(console);
    if (last === undefined) return 'unavailable';
    if (!isLive(console.store.getState().connection))
      return { about: nameOfCommand(last), code: 'appliance-unreachable' };
    return 'available';
  },
  subject(console) {
    const last = lastOf(console);
    return last === undefined ? null : nameOfCommand(last);
  },
  run: (console) => void undoLast(console),
};
