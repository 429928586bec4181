import type { Preferences } from '#app/contracts/preferences.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { isLive } from '../store/connection-slice.ts';
import type { Console } from '../store/console-context.tsx';
import { selectShownTab } from '../store/selectors.ts';
import { JUMP_INTERFACE_TAB } from '../store/tabs-slice.ts';
import type { Action } from './action.ts';
import { endSupportSession } from './end-support-session.ts';
import { jumpAvailability } from './jump-availability.ts';
import { jumpToItem } from './jump-to-item.ts';

/** The item that actions are about: the selected one, as long as it exists. */
function selectedItem({ store, rows }: Console): JumpItem | undefined {
  const { activeId } = store.getState();
  return activeId === null ? undefined : rows.get(activeId);
}

function shownSession({ store }: Console) {
  const state = store.getState();
  const tab = selectShownTab(state);
  return tab === JUMP_INTERFACE_TAB ? undefined : state.supportSessions.rows.get(tab);
}

/** A request of main whose refusal tells nothing more than the connection's state does already. */
function ask(console: Console, request: Promise<unknown>): void {
  request.catch(() => console.store.getState().showBug());
}

const jump: Action = {
  id: 'jump',
  label: 'action.jump',
  icon: 'jump',
  shortcuts: [{ key: 'Enter', within: 'jump-items', text: 'Enter' }],
  availability: (console) => jumpAvailability(console.store.getState(), selectedItem(console)),
  run(console) {
    const item = selectedItem(console);
    if (item !== undefined) void jumpToItem(console, item);
  },
};

const refresh: Action = {
  id: 'refresh',
  label: 'action.refresh',
  icon: 'refresh',
  shortcuts: [
    { key: 'F5', within: 'window', text: 'F5' },
    { key: 'r', control: true, within: 'window', text: 'Ctrl+R' },
  ],
  availability: ({ store }) => (isLive(store.getState().connection) ? 'available' : 'unavailable'),
  run: (console) => ask(console, console.api.refreshJumpItems({})),
};

const find: Action = {
  id: 'find',
  label: 'action.find',
  icon: 'search',
  shortcuts: [{ key: 'f', control: true, within: 'window', text: 'Ctrl+F' }],
  availability: () => 'available',
  run({ store }) {
    store.getState().chooseTab(JUMP_INTERFACE_TAB);
    store.getState().focusSearch();
  },
};

const endSession: Action = {
  id: 'end-session',
  label: 'support-session.end',
  icon: 'end-session',
  shortcuts: [{ key: 'w', control: true, shift: true, within: 'window', text: 'Ctrl+Shift+W' }],
  availability: (console) => (shownSession(console) === undefined ? 'unavailable' : 'available'),
  run(console) {
    const session = shownSession(console);
    if (session !== undefined) void endSupportSession(console, session);
  },
};

const signOut: Action = {
  id: 'sign-out',
  label: 'settings.sign-out',
  icon: null,
  shortcuts: [],
  availability: ({ store }) =>
    store.getState().connection?.state === 'signed-out' ? 'unavailable' : 'available',
  run: (console) => ask(console, console.api.signOut({})),
};

function themeAction(theme: Preferences['theme']): Action {
  return {
    id: `theme-${theme}`,
    label: `settings.theme-${theme}`,
    icon: null,
    shortcuts: [],
    availability: () => 'available',
    run: ({ store }) => store.getState().changePreferences({ theme }),
  };
}

/** The table of actions. Whatever shows or runs one looks it up here. */
export const actions = {
  jump,
  refresh,
  find,
  'end-session': endSession,
  'sign-out': signOut,
  'theme-system': themeAction('system'),
  'theme-light': themeAction('light'),
  'theme-dark': themeAction('dark'),
} as const satisfies Record<string, Action>;
export type ActionId = keyof typeof actions;

export function isActionId(id: string): id is ActionId {
  return Object.hasOwn(actions, id);
}

/** Runs an action, or says why it cannot be done where there is something to say. */
export function runAction(id: ActionId, console: Console): void {
  const action: Action = actions[id];
  const availability = action.availability(console);
  if (availability === 'available') action.run(console);
  else if (availability !== 'unavailable') console.store.getState().showRefusal(availability);
}
