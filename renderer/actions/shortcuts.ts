import {
  ACTION_ENTRIES,
  ACTION_IDS,
  type ActionEntry,
  type ActionId,
  type Shortcut,
} from '#app/contracts/actions.ts';

type KeyStroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

function isStroke(shortcut: Shortcut, stroke: KeyStroke): boolean {
  return (
    stroke.key.toLowerCase() === shortcut.key.toLowerCase() &&
    (stroke.ctrlKey || stroke.metaKey) === (shortcut.control ?? false) &&
    stroke.shiftKey === (shortcut.shift ?? false) &&
    stroke.altKey === (shortcut.alt ?? false)
  );
}

/**
 * The action that a key stands for at a place, if any.
 * @param isTyping the focus is in a field, which keeps the keys that write something
 */
export function actionOfKey(
  stroke: KeyStroke,
  within: Shortcut['within'],
  isTyping = false,
): ActionId | null {
  const stands = (shortcut: Shortcut) =>
    shortcut.within === within && !(isTyping && shortcut.unlessTyping) && isStroke(shortcut, stroke);
  const found = ACTION_IDS.find((id) => {
    const { shortcuts }: ActionEntry = ACTION_ENTRIES[id];
    return shortcuts.some(stands);
  });
  return found ?? null;
}
