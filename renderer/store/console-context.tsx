import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { ConsoleApi } from '#app/contracts/console-api.ts';
import type { SupportSession } from '#app/domain/support-session.ts';
import type { ConsoleState, ConsoleStore } from './console-store.ts';
import type { JumpItemCounts } from './jump-item-counts.ts';
import type { JumpItemRow } from './jump-item-row.ts';
import type { JumpItemList, JumpItemRows } from './jump-item-rows.ts';
import { selectedRowsOf } from './selected-rows.ts';
import {
  type ConsoleTab,
  createColumnsSelector,
  createGroupLabelsSelector,
  createOwnSessionsSelector,
  createTabsSelector,
  type GroupLabels,
  type ShownColumn,
} from './selectors.ts';

export type Console = {
  readonly api: ConsoleApi;
  readonly store: ConsoleStore;
  readonly rows: JumpItemRows;
};

const ConsoleContext = createContext<Console | null>(null);

export function ConsoleProvider({ value, children }: { value: Console; children: ReactNode }) {
  return <ConsoleContext value={value}>{children}</ConsoleContext>;
}

/** The door, the store and the rows, for what acts. What only shows takes a hook below. */
export function useConsole(): Console {
  const value = useContext(ConsoleContext);
  if (value === null) throw new Error('No ConsoleProvider above this component');
  return value;
}

export function useConsoleState<T>(select: (state: ConsoleState) => T): T {
  return useStore(useConsole().store, select);
}

/** What is listed: the one source of the table, the tree, the summary and the statistics pane. */
export function useJumpItemList(): JumpItemList {
  const { rows } = useConsole();
  return useSyncExternalStore(rows.subscribe, rows.getList);
}

/** The numbers beside groups and tags: told only when one of them is another one, whatever is searched. */
export function useJumpItemCounts(): JumpItemCounts {
  const { rows } = useConsole();
  return useSyncExternalStore(rows.subscribe, () => rows.getList().counts);
}

/** What is selected and listed, in the list's order: what actions are about. */
export function useSelectedRows(): readonly JumpItemRow[] {
  const { rows } = useConsole();
  const selectedIds = useConsoleState((state) => state.selectedIds);
  return useSyncExternalStore(rows.subscribe, () => selectedRowsOf(rows, selectedIds));
}

export function useGroupLabels(): GroupLabels {
  return useConsoleState(useMemo(createGroupLabelsSelector, []));
}

/** The columns of the shown view, from left to right. */
export function useShownColumns(): readonly ShownColumn[] {
  return useConsoleState(useMemo(createColumnsSelector, []));
}

export function useOwnSessions(): readonly SupportSession[] {
  return useConsoleState(useMemo(createOwnSessionsSelector, []));
}

/** The tabs beside the Jump interface, from left to right. */
export function useConsoleTabs(): readonly ConsoleTab[] {
  return useConsoleState(useMemo(createTabsSelector, []));
}
