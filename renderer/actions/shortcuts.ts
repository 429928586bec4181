import type { Shortcut } from './action.ts';
import { type ActionId, actions } from './actions.ts';

type KeyStroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

function isStroke(shortcut: Shortcut, stroke: KeyStroke): boolean {
  return (
    stroke.key.toLowerCase() === shortcut.key.toLowerCase() &&
    (stroke.ctrlKey || stroke.metaKey) === (shortcut.control ?? false) &&
    stroke.shiftKey === (shortcut.shift ?? false) &&
    !stroke.altKey
  );
}

/** The action that a key stands for at a place, if any. */
export function actionOfKey(stroke: KeyStroke, within: Shortcut['within']): ActionId | null {
  for (const [id, { shortcuts }] of Object.entries(actions)) {
    if (shortcuts.some((shortcut) => shortcut.within === within && isStroke(shortcut, stroke))) {
      return id as ActionId;
    }
  }
  return null;
}
