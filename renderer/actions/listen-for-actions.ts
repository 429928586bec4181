import { isActionId } from '#app/contracts/actions.ts';
import type { Console } from '../store/console-context.tsx';
import { isFormDialog } from '../store/dialogs-slice.ts';
import { runAction } from './actions.ts';
import { actionOfKey } from './shortcuts.ts';

/**
 * Runs what the keyboard and the application menu ask for. While a dialog is filled in, nothing is done behind it.
 * @returns a function that ends it
 */
export function listenForActions(console: Console): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (isFormDialog(console.store.getState().openDialog)) return;
    // A terminal gets every key: its input is a text area.
    if (event.defaultPrevented || event.target instanceof HTMLTextAreaElement) return;
    const id = actionOfKey(event, 'window', event.target instanceof HTMLInputElement);
    if (id === null) return;
    event.preventDefault();
    runAction(id, console);
  };
  const endMenu = console.api.on('actionChosen', ({ actionId }) => {
    if (isActionId(actionId) && !isFormDialog(console.store.getState().openDialog))
      runAction(actionId, console);
  });
  window.addEventListener('keydown', onKeyDown);
  return () => {
    window.removeEventListener('keydown', onKeyDown);
    endMenu();
  };
}
