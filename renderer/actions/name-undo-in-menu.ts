import type { Console } from '../store/console-context.tsx';
import { nameOfCommand } from './undo-command.ts';

/**
 * Tells main what *Undo* in the application menu would take back.
 * @returns a function that ends it
 */
export function nameUndoInMenu({ api, store }: Pick<Console, 'api' | 'store'>): () => void {
  let named: string | null | undefined;
  const tell = () => {
    const last = store.getState().undoable.at(-1);
    const name = last === undefined ? null : nameOfCommand(last);
    if (name === named) return;
    named = name;
    api.nameUndo({ name }).catch(() => store.getState().showBug());
  };
  tell(); // a page that is loaded again has nothing to take back
  return store.subscribe(tell);
}
