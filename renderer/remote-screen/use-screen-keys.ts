import type { KeyboardEvent, RefObject } from 'react';
import { runAction } from '../actions/actions.ts';
import { actionOfKey } from '../actions/shortcuts.ts';
import { useConsole } from '../store/console-context.tsx';
import type { Screen } from './vnc-connection.ts';

const KEPT: readonly unknown[] = ['next-tab', 'previous-tab', 'move-tab-left', 'move-tab-right'];

/**
 * Every key goes to the remote screen but those that change tabs, and Ctrl+F6, which goes to the toolbar.
 * @returns what the element around the screen does with a key that goes down
 */
export function useScreenKeys(
  screen: Screen | undefined,
  toolbar: RefObject<HTMLElement | null>,
): (event: KeyboardEvent) => void {
  const console = useConsole();
  return (event) => {
    const action = actionOfKey(event, 'window');
    const leaves = event.key === 'F6' && event.ctrlKey;
    if (!leaves && !KEPT.includes(action)) return;
    event.preventDefault();
    event.stopPropagation();
    screen?.releaseKeys();
    if (leaves) toolbar.current?.querySelector('button')?.focus();
    else if (action !== null) runAction(action, console);
  };
}
