import { ACTION_ENTRIES, ACTION_IDS, type ActionId } from '#app/contracts/actions.ts';
import type { Preferences } from '#app/contracts/preferences.ts';
import { isLive } from '../store/connection-slice.ts';
import type { Console } from '../store/console-context.tsx';
import { selectAll } from '../store/selection.ts';
import { selectShownTab } from '../store/selectors.ts';
import { JUMP_INTERFACE_TAB } from '../store/tabs-slice.ts';
import type { Action, ActionBehaviour } from './action.ts';
import { createAction, duplicate } from './create-actions.ts';
import { endTab } from './end-tab.ts';
import { exportItems, importItems } from './file-actions.ts';
import { jump, jumpWhenOnline, stopWaiting } from './jump-actions.ts';
import { pin, pinCustomized } from './pin-actions.ts';
import { properties } from './properties-action.ts';
import { remove } from './remove-action.ts';
import { ownSessions, sessions } from './session-summaries-action.ts';
import { signOut } from './sign-out.ts';
import { moveTabAction, nameTabAction, resetTabName, tabAction } from './tab-actions.ts';
import { undo } from './undo-action.ts';

/** A request of main whose refusal tells nothing more than the connection's state does already. */
function ask(console: Console, request: Promise<unknown>): void {
  request.catch(() => console.store.getState().showBug());
}

const refresh: ActionBehaviour = {
  icon: 'refresh',
  availability: ({ store }) => (isLive(store.getState().connection) ? 'available' : 'unavailable'),
  run: (console) => ask(console, console.api.refreshJumpItems({})),
};

const find: ActionBehaviour = {
  icon: 'search',
  availability: () => 'available',
  run({ store }) {
    store.getState().chooseTab(JUMP_INTERFACE_TAB);
    store.getState().focusSearch();
  },
};

const selectAllListed: ActionBehaviour = {
  icon: 'select-all',
  availability: ({ rows }) => (rows.getList().rows.length > 0 ? 'available' : 'unavailable'),
  run({ store, rows }) {
    store.getState().chooseTab(JUMP_INTERFACE_TAB);
    store.getState().changeSelection((selection) => selectAll(selection, rows.getList().rows));
  },
};

/** Start a session with a customer: a key for them (R2). */
const sessionKey: ActionBehaviour = {
  icon: 'key',
  availability: ({ store }) => (isLive(store.getState().connection) ? 'available' : 'unavailable'),
  run: ({ store }) => store.getState().toggleDialog('session-key'),
};

const endSession: ActionBehaviour = {
  icon: 'end-session',
  availability: ({ store }) =>
    selectShownTab(store.getState()) === JUMP_INTERFACE_TAB ? 'unavailable' : 'available',
  run: (console) => endTab(console, selectShownTab(console.store.getState())),
};

function dialogAction(dialog: 'command-palette' | 'keyboard-shortcuts'): ActionBehaviour {
  return {
    icon: dialog === 'command-palette' ? 'search' : 'keyboard',
    availability: ({ store }) => (store.getState().representative === null ? 'unavailable' : 'available'),
    run: ({ store }) => store.getState().toggleDialog(dialog),
  };
}

function themeAction(theme: Preferences['theme']): ActionBehaviour {
  return {
    icon: 'theme',
    availability: () => 'available',
    run: ({ store }) => store.getState().changePreferences({ theme }),
  };
}

const behaviours: Record<ActionId, ActionBehaviour> = {
  jump,
  'jump-when-online': jumpWhenOnline,
  'stop-waiting': stopWaiting,
  properties,
  sessions,
  export: exportItems,
  import: importItems,
  'select-all': selectAllListed,
  remove,
  undo,
  find,
  refresh,
  'create-local-rdp': createAction('local-rdp'),
  'create-local-vnc': createAction('local-vnc'),
  duplicate,
  'session-key': sessionKey,
  pin,
  'pin-customized': pinCustomized,
  'own-sessions': ownSessions,
  'end-session': endSession,
  'next-tab': tabAction(1),
  'previous-tab': tabAction(-1),
  'move-tab-left': moveTabAction(-1),
  'move-tab-right': moveTabAction(1),
  'rename-tab': nameTabAction,
  'reset-tab-name': resetTabName,
  'command-palette': dialogAction('command-palette'),
  'keyboard-shortcuts': dialogAction('keyboard-shortcuts'),
  'theme-system': themeAction('system'),
  'theme-light': themeAction('light'),
  'theme-dark': themeAction('dark'),
  'sign-out': signOut,
};

/** The table of actions. Whatever shows or runs one looks it up here. */
export const actions: Readonly<Record<ActionId, Action>> = tableOf((id) => ({
  id,
  ...ACTION_ENTRIES[id],
  ...behaviours[id],
}));

function tableOf<T>(entryOf: (id: ActionId) => T): Record<ActionId, T> {
  return Object.fromEntries(ACTION_IDS.map((id) => [id, entryOf(id)])) as Record<ActionId, T>;
}

/** Runs an action, or says why it cannot be done where there is something to say. */
export function runAction(id: ActionId, console: Console): void {
  const action = actions[id];
  const availability = action.availability(console);
  if (availability === 'available') action.run(console);
  else if (availability !== 'unavailable') console.store.getState().showRefusal(availability);
}
