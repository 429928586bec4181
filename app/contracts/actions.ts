// The actions of the window as the application menu and the window itself know them: their ids, labels and keys.
import type { TextKey } from '../texts/catalogue.ts';

/** A key with its modifiers, and where it counts: everywhere, or while the list or a tab has the focus. */
export type Shortcut = {
  readonly key: string;
  readonly control?: true;
  readonly shift?: true;
  readonly alt?: true;
  readonly within: 'window' | 'jump-items' | 'tabs';
  /** A key that writes something belongs to the field that has the focus. */
  readonly unlessTyping?: true;
  /** As people write it. */
  readonly text: string;
};

export type ActionEntry = { readonly label: TextKey; readonly shortcuts: readonly Shortcut[] };

/**
 * What a representative can do, in the order in which lists show it. The window adds to each entry when it is available
 * and what it does (`renderer/actions/actions.ts`); the application menu shows some of them and sends their ids.
 */
export const ACTION_ENTRIES = {
  jump: { label: 'action.jump', shortcuts: [{ key: 'Enter', within: 'jump-items', text: 'Enter' }] },
  'jump-when-online': {
    label: 'action.jump-when-online',
    shortcuts: [{ key: 'Enter', shift: true, within: 'jump-items', text: 'Shift+Enter' }],
  },
  'stop-waiting': { label: 'action.stop-waiting', shortcuts: [] },
  properties: {
    label: 'action.properties',
    shortcuts: [
      { key: 'Enter', alt: true, within: 'jump-items', text: 'Alt+Enter' },
      { key: 'F2', within: 'jump-items', text: 'F2' },
    ],
  },
  'create-local-rdp': {
    label: 'action.create-local-rdp',
    shortcuts: [{ key: 'n', control: true, within: 'window', text: 'Ctrl+N' }],
  },
  'create-local-vnc': { label: 'action.create-local-vnc', shortcuts: [] },
  duplicate: {
    label: 'action.duplicate',
    shortcuts: [{ key: 'd', control: true, within: 'jump-items', text: 'Ctrl+D' }],
  },
  sessions: { label: 'action.sessions', shortcuts: [] },
  export: {
    label: 'action.export',
    shortcuts: [{ key: 'e', control: true, within: 'window', text: 'Ctrl+E' }],
  },
  import: { label: 'action.import', shortcuts: [] },
  'select-all': {
    label: 'action.select-all',
    shortcuts: [{ key: 'a', control: true, within: 'jump-items', text: 'Ctrl+A' }],
  },
  remove: {
    label: 'action.remove',
    shortcuts: [{ key: 'Delete', within: 'jump-items', text: 'Delete' }],
  },
  undo: {
    label: 'action.undo',
    shortcuts: [{ key: 'z', control: true, within: 'window', unlessTyping: true, text: 'Ctrl+Z' }],
  },
  find: {
    label: 'action.find',
    shortcuts: [{ key: 'f', control: true, within: 'window', text: 'Ctrl+F' }],
  },
  refresh: {
    label: 'action.refresh',
    shortcuts: [
      { key: 'F5', within: 'window', text: 'F5' },
      { key: 'r', control: true, within: 'window', text: 'Ctrl+R' },
    ],
  },
  'session-key': {
    label: 'action.session-key',
    shortcuts: [{ key: 'k', control: true, shift: true, within: 'window', text: 'Ctrl+Shift+K' }],
  },
  pin: { label: 'action.pin', shortcuts: [] },
  'pin-customized': { label: 'action.pin-customized', shortcuts: [] },
  'own-sessions': { label: 'action.own-sessions', shortcuts: [] },
  'end-session': {
    label: 'support-session.end',
    shortcuts: [{ key: 'w', control: true, shift: true, within: 'window', text: 'Ctrl+Shift+W' }],
  },
  'next-tab': {
    label: 'action.next-tab',
    shortcuts: [{ key: 'Tab', control: true, within: 'window', text: 'Ctrl+Tab' }],
  },
  'previous-tab': {
    label: 'action.previous-tab',
    shortcuts: [{ key: 'Tab', control: true, shift: true, within: 'window', text: 'Ctrl+Shift+Tab' }],
  },
  'move-tab-left': {
    label: 'action.move-tab-left',
    shortcuts: [{ key: 'PageUp', control: true, shift: true, within: 'window', text: 'Ctrl+Shift+PageUp' }],
  },
  'move-tab-right': {
    label: 'action.move-tab-right',
    shortcuts: [
      { key: 'PageDown', control: true, shift: true, within: 'window', text: 'Ctrl+Shift+PageDown' },
    ],
  },
  'rename-tab': {
    label: 'action.rename-tab',
    shortcuts: [{ key: 'F2', within: 'tabs', text: 'F2' }],
  },
  'reset-tab-name': { label: 'action.reset-tab-name', shortcuts: [] },
  'command-palette': {
    label: 'action.command-palette',
    shortcuts: [{ key: 'k', control: true, within: 'window', text: 'Ctrl+K' }],
  },
  'keyboard-shortcuts': {
    label: 'action.keyboard-shortcuts',
    shortcuts: [
      { key: 'F1', within: 'window', text: 'F1' },
      { key: '?', shift: true, within: 'window', unlessTyping: true, text: '?' },
    ],
  },
  'theme-system': { label: 'action.theme-system', shortcuts: [] },
  'theme-light': { label: 'action.theme-light', shortcuts: [] },
  'theme-dark': { label: 'action.theme-dark', shortcuts: [] },
  'sign-out': { label: 'settings.sign-out', shortcuts: [] },
} as const satisfies Record<string, ActionEntry>;
export type ActionId = keyof typeof ACTION_ENTRIES;

export const ACTION_IDS = Object.keys(ACTION_ENTRIES) as readonly ActionId[];

export function isActionId(id: string): id is ActionId {
  return Object.hasOwn(ACTION_ENTRIES, id);
}
