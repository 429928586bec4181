import type { Console } from '../store/console-context.tsx';
import { moveTab, nameTab } from '../store/kept-tabs.ts';
import { type ConsoleTab, createTabsSelector, selectShownTab } from '../store/selectors.ts';
import { JUMP_INTERFACE_TAB, type TabId } from '../store/tabs-slice.ts';
import type { ActionBehaviour } from './action.ts';

const selectTabs = createTabsSelector();

/** The tabs beside the Jump interface, and the place of the one that is shown among them; −1: it is none of them. */
function shownTabOf({ store }: Pick<Console, 'store'>): { tabs: readonly ConsoleTab[]; place: number } {
  const state = store.getState();
  const tabs = selectTabs(state);
  const shown = selectShownTab(state);
  return { tabs, place: tabs.findIndex(({ id }) => id === shown) };
}

/** @param by 1 for the next tab, −1 for the one before */
export function tabAction(by: 1 | -1): ActionBehaviour {
  const ids = ({ store }: Console): readonly TabId[] => [
    JUMP_INTERFACE_TAB,
    ...selectTabs(store.getState()).map(({ id }) => id),
  ];
  return {
    icon: by === 1 ? 'arrow-right' : 'arrow-left',
    availability: (console) => (ids(console).length > 1 ? 'available' : 'unavailable'),
    run(console) {
      const { store } = console;
      const all = ids(console);
      const place = all.indexOf(selectShownTab(store.getState())) + by;
      const next = all.at(place % all.length);
      if (next !== undefined) store.getState().chooseTab(next);
    },
  };
}

/** Puts a tab before another one; null: behind the last. In this console alone. */
export function placeTab({ store }: Pick<Console, 'store'>, id: TabId, before: TabId | null): void {
  const { preferences, changePreferences } = store.getState();
  changePreferences({ tabs: moveTab(selectTabs(store.getState()), preferences.tabs, id, before) });
}

/** R2.2: what a tab is called in this console. @param name null: as its item is */
export function renameTab({ store }: Pick<Console, 'store'>, id: TabId, name: string | null): void {
  const { preferences, changePreferences } = store.getState();
  changePreferences({ tabs: nameTab(selectTabs(store.getState()), preferences.tabs, id, name) });
}

/** Moves the shown tab. @param by 1 to the right, −1 to the left; the Jump interface stays the first */
export function moveTabAction(by: 1 | -1): ActionBehaviour {
  return {
    icon: by === 1 ? 'arrow-right' : 'arrow-left',
    availability(console) {
      const { tabs, place } = shownTabOf(console);
      return place >= 0 && tabs[place + by] !== undefined ? 'available' : 'unavailable';
    },
    run(console) {
      const { tabs, place } = shownTabOf(console);
      const [tab, before] = [tabs[place], tabs[by < 0 ? place - 1 : place + 2]];
      if (tab !== undefined) placeTab(console, tab.id, before?.id ?? null);
    },
  };
}

export const nameTabAction: ActionBehaviour = {
  icon: 'properties',
  availability: (console) => (shownTabOf(console).place < 0 ? 'unavailable' : 'available'),
  run: ({ store }) => store.getState().setNamingTab(selectShownTab(store.getState())),
};

export const resetTabName: ActionBehaviour = {
  icon: 'undo',
  availability(console) {
    const { tabs, place } = shownTabOf(console);
    const tab = tabs[place];
    return tab === undefined || tab.name === tab.itemName ? 'unavailable' : 'available';
  },
  run: (console) => renameTab(console, selectShownTab(console.store.getState()), null),
};
