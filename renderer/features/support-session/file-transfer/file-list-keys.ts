import type { KeyboardEvent } from 'react';
import type { FileEntry } from '#app/contracts/file-transfer.ts';
import { type FileSelection, select } from './file-selection.ts';

export type FileListKeys = {
  rows: readonly FileEntry[];
  selection: FileSelection;
  /** What one press of Page Down is. */
  rowsInSight: number;
  onSelection: (selection: FileSelection) => void;
  open: (name: string) => void;
  up: () => void;
  refresh: () => void;
  rename: () => void;
  delete: () => void;
  transfer: () => void;
  openMenu: () => void;
};

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'target' | 'currentTarget'
>;

/** @returns whether the key meant something here */
export function handleFileListKey(event: Pressed, keys: FileListKeys): boolean {
  if (event.target !== event.currentTarget) return false; // a column's button keeps its own
  const run = actionOf(event, keys);
  if (run !== null) run();
  return run !== null || moved(event, keys);
}

function actionOf(event: Pressed, keys: FileListKeys): (() => void) | null {
  const control = event.ctrlKey || event.metaKey;
  const { focused } = keys.selection;
  const plain = !control && !event.altKey;
  switch (event.key) {
    case 'Enter':
      if (control) return keys.transfer;
      return plain && focused !== null ? () => keys.open(focused) : null;
    case 'Backspace':
      return plain ? keys.up : null;
    case 'F2':
      return keys.rename;
    case 'F5':
      return keys.refresh;
    case 'Delete':
      return keys.delete;
    case 'F10':
      return event.shiftKey ? keys.openMenu : null;
    case 'ContextMenu':
      return keys.openMenu;
    case 'a':
      return control ? () => selectAll(keys) : null;
    default:
      return null;
  }
}

function selectAll({ rows, selection, onSelection }: FileListKeys): void {
  onSelection({ ...selection, names: new Set(rows.map(({ name }) => name)) });
}

function moved(event: Pressed, { rows, selection, rowsInSight, onSelection }: FileListKeys): boolean {
  if (event.altKey || rows.length === 0) return false;
  const order = rows.map(({ name }) => name);
  const at = selection.focused === null ? -1 : order.indexOf(selection.focused);
  const control = event.ctrlKey || event.metaKey;
  if (event.key === ' ' && selection.focused !== null) {
    onSelection(select(selection, order, selection.focused, 'toggle'));
    return true;
  }
  const target = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? 0 : at - 1,
    Home: 0,
    End: order.length - 1,
    PageDown: at + rowsInSight,
    PageUp: at - rowsInSight,
  }[event.key];
  if (target === undefined) return false;
  const name = order[Math.min(order.length - 1, Math.max(0, target))];
  if (name === undefined) return false;
  if (control && !event.shiftKey) onSelection({ ...selection, focused: name });
  else onSelection(select(selection, order, name, event.shiftKey ? 'stretch' : 'only'));
  return true;
}
