import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConsoleApi } from '#app/contracts/console-api.ts';
import { type ClockSlice, createClockSlice } from './clock-slice.ts';
import { type ConnectionSlice, createConnectionSlice } from './connection-slice.ts';
import { createDialogsSlice, type DialogsSlice } from './dialogs-slice.ts';
import { createItemDragSlice, type ItemDragSlice } from './item-drag-slice.ts';
import { createJumpInterfaceSlice, type JumpInterfaceSlice } from './jump-interface-slice.ts';
import { createJumpsSlice, type JumpsSlice } from './jumps-slice.ts';
import { createLeavingSlice, type LeavingSlice } from './leaving-slice.ts';
import { createMessagesSlice, type MessagesSlice } from './messages-slice.ts';
import { createMirrorSlice, type MirrorSlice } from './mirror-slice.ts';
import { createPinsSlice, type PinsSlice } from './pins-slice.ts';
import { createPreferencesSlice, type PreferencesSlice } from './preferences-slice.ts';
import { createRecentSearchesSlice, type RecentSearchesSlice } from './recent-searches-slice.ts';
import { createSavedViewsSlice, type SavedViewsSlice } from './saved-views-slice.ts';
import { createShortcutTemplateSlice, type ShortcutTemplateSlice } from './shortcut-template-slice.ts';
import { createStatisticsSlice, type StatisticsSlice } from './statistics-slice.ts';
import { createTabsSlice, type TabsSlice } from './tabs-slice.ts';
import { createUndoSlice, type UndoSlice } from './undo-slice.ts';
import { createViewsSlice, type ViewsSlice } from './views-slice.ts';
import { createVncTabsSlice, type VncTabsSlice } from './vnc-tabs-slice.ts';

export type ConsoleState = ConnectionSlice &
  ClockSlice &
  MirrorSlice &
  PreferencesSlice &
  JumpInterfaceSlice &
  JumpsSlice &
  PinsSlice &
  DialogsSlice &
  LeavingSlice &
  ViewsSlice &
  SavedViewsSlice &
  RecentSearchesSlice &
  ShortcutTemplateSlice &
  TabsSlice &
  VncTabsSlice &
  MessagesSlice &
  UndoSlice &
  ItemDragSlice &
  StatisticsSlice;
export type ConsoleStore = StoreApi<ConsoleState>;

/** The one store, joined from its slices. The rows of the list live apart (`jump-item-rows.ts`). */
export function createConsoleStore(
  api: Pick<ConsoleApi, 'savePreferences' | 'keepChoices' | 'keepAwaitedJumps'>,
): ConsoleStore {
  return createStore<ConsoleState>()((...create) => ({
    ...createConnectionSlice(...create),
    ...createClockSlice(...create),
    ...createMirrorSlice(...create),
    ...createPreferencesSlice(api, () => create[1]().showBug())(...create),
    ...createJumpInterfaceSlice(...create),
    ...createJumpsSlice(api, () => create[1]().showBug())(...create),
    ...createPinsSlice(...create),
    ...createDialogsSlice(...create),
    ...createLeavingSlice(...create),
    ...createViewsSlice(...create),
    ...createSavedViewsSlice(...create),
    ...createRecentSearchesSlice(...create),
    ...createShortcutTemplateSlice(...create),
    ...createTabsSlice(...create),
    ...createVncTabsSlice(...create),
    ...createMessagesSlice(...create),
    ...createUndoSlice(...create),
    ...createItemDragSlice(...create),
    ...createStatisticsSlice(...create),
  }));
}
