import type { KeptTab, SavedView, TableLayout } from '#app/contracts/preferences.ts';
import type { JumpGroupId } from '#app/domain/ids.ts';
import { type JumpGroup, jumpGroupLabel } from '#app/domain/jump-group.ts';
import { isSameChoice } from '#app/domain/jump-item-scope.ts';
import { meansOtherTimes, parseSearchQuery, type SearchQuery } from '#app/domain/search-query.ts';
import { type SupportSession, takesPart } from '#app/domain/support-session.ts';
import { t } from '../texts.ts';
import type { ConsoleState } from './console-store.ts';
import { type ColumnId, isColumnId, type JumpItemQuery, type JumpItemSorting } from './jump-item-query.ts';
import { arrangeTabs } from './kept-tabs.ts';
import { isVncTab, JUMP_INTERFACE_TAB, type TabId } from './tabs-slice.ts';

/** Remembers the last answer, so that the same input gives the very same object. */
function memoizeLast<A extends readonly unknown[], R>(compute: (...input: A) => R): (...input: A) => R {
  let last: { input: A; result: R } | null = null;
  return (...input) => {
    const known = last;
    if (known !== null && input.every((value, index) => value === known.input[index])) return known.result;
    last = { input, result: compute(...input) };
    return last.result;
  };
}

export type GroupLabels = ReadonlyMap<JumpGroupId, string>;

/** What each group is called in this window: the own personal group is *Personal* (R1.1). */
export const createGroupLabelsSelector = () => {
  const label = memoizeLast(
    (groups: ReadonlyMap<JumpGroupId, JumpGroup>, viewer: ConsoleState['representative']): GroupLabels =>
      new Map(
        [...groups.values()].map((group) => [
          group.id,
          viewer === null ? group.name : jumpGroupLabel(group, viewer.id, t('jump-group.personal')),
        ]),
      ),
  );
  return (state: ConsoleState) => label(state.jumpGroups.rows, state.representative);
};

/** The table as the shown view has it: a saved view's own, or the one of the Jump interface. */
export function selectLayout({ preferences, savedViewId }: ConsoleState): TableLayout {
  return selectShownView({ preferences, savedViewId })?.layout ?? preferences.layout;
}

/** The saved view that is shown; undefined in the Jump interface's own. */
export function selectShownView({
  preferences,
  savedViewId,
}: Pick<ConsoleState, 'preferences' | 'savedViewId'>): SavedView | undefined {
  return savedViewId === null ? undefined : preferences.savedViews.find((view) => view.id === savedViewId);
}

/** True when something else is searched or chosen than the shown view was saved with. */
export function selectIsViewChanged(state: ConsoleState): boolean {
  const view = selectShownView(state);
  if (view === undefined) return false;
  return view.searchText !== state.searchText || !isSameChoice(view.scopes, state.scopes);
}

/** The team whose members the second pane lists: the one that alone is chosen, by itself or by a member (R1.1). */
export function selectTeamOfMembers({ scopes, teamOfMember, jumpGroups }: ConsoleState): JumpGroupId | null {
  if (teamOfMember !== null) return teamOfMember;
  const [scope, ...others] = scopes;
  if (scope?.kind !== 'group' || scope.tag !== null || others.length > 0) return null;
  return jumpGroups.rows.get(scope.jumpGroupId)?.kind === 'team' ? scope.jumpGroupId : null;
}

export type ShownColumn = Omit<TableLayout['columns'][number], 'id'> & { readonly id: ColumnId };

/** What is left of a view whose every column is of another version. */
const NAME_ALONE: readonly ShownColumn[] = [{ id: 'name', width: null, isPinned: false }];

/** The columns of the shown view from left to right, pinned ones first; those of another version are left out. */
export const createColumnsSelector = () => {
  const known = memoizeLast((columns: TableLayout['columns']): readonly ShownColumn[] => {
    const byId = new Map<ColumnId, ShownColumn>();
    for (const { id, ...column } of columns) if (isColumnId(id)) byId.set(id, { id, ...column });
    const shown = byId.size === 0 ? NAME_ALONE : [...byId.values()];
    return [...shown.filter(({ isPinned }) => isPinned), ...shown.filter(({ isPinned }) => !isPinned)];
  });
  return (state: ConsoleState) => known(selectLayout(state).columns);
};

/** The sorting of a layout; a column of another version sorts nothing. */
function knownSorting(sorting: TableLayout['sorting']): readonly JumpItemSorting[] {
  return sorting.flatMap(({ column, descending }) => (isColumnId(column) ? [{ column, descending }] : []));
}

/** What was typed, read as a query; the same object until another text or another time means something else. */
export const createSearchQuerySelector = () => {
  let known: { text: string; time: number; query: SearchQuery } | null = null;
  return ({ searchText: text, applianceTime: time }: ConsoleState): SearchQuery => {
    const before = known?.text === text ? known : null;
    if (before?.time === time) return before.query;
    const parsed = parseSearchQuery(text, time);
    const isSame = before !== null && !meansOtherTimes(before.query.terms, parsed.terms);
    const query = isSame ? before.query : parsed;
    known = { text, time, query };
    return query;
  };
};

/** What to list, from what is selected, typed and kept: the one query behind every pane. */
export const createQuerySelector = (): ((state: ConsoleState) => JumpItemQuery) => {
  const selectLabels = createGroupLabelsSelector();
  const selectSearch = createSearchQuerySelector();
  const sortingOf = memoizeLast(knownSorting);
  const join = memoizeLast(
    (
      scopes: JumpItemQuery['scopes'],
      terms: JumpItemQuery['terms'],
      searchFields: JumpItemQuery['searchFields'],
      sorting: JumpItemQuery['sorting'],
      groupLabels: JumpItemQuery['groupLabels'],
    ): JumpItemQuery => ({ scopes, terms, searchFields, sorting, groupLabels }),
  );
  return (state) =>
    join(
      state.scopes,
      selectSearch(state).terms,
      state.preferences.searchFields,
      sortingOf(selectLayout(state).sorting),
      selectLabels(state),
    );
};

/** The own support sessions, oldest first: one tab each. */
export const createOwnSessionsSelector = () => {
  const own = memoizeLast(
    (sessions: ConsoleState['supportSessions']['rows'], viewer: ConsoleState['representative']) =>
      [...sessions.values()]
        .filter((session) => viewer !== null && takesPart(session, viewer.id))
        .toSorted((one, other) => one.startedAt - other.startedAt || (one.id < other.id ? -1 : 1)),
  );
  return (state: ConsoleState): readonly SupportSession[] =>
    own(state.supportSessions.rows, state.representative);
};

/** A tab beside the Jump interface: a support session's, or a Local VNC item's. */
export type ConsoleTab = {
  readonly id: Exclude<TabId, typeof JUMP_INTERFACE_TAB>;
  /** What it is called: as its item, unless somebody renamed it here. */
  readonly name: string;
  /** What its item, or its customer, is called (R2.2). */
  readonly itemName: string;
};

/** Those tabs from left to right. */
export const createTabsSelector = () => {
  const selectSessions = createOwnSessionsSelector();
  const join = memoizeLast(
    (
      sessions: readonly SupportSession[],
      vncTabs: ConsoleState['vncTabs'],
      kept: readonly KeptTab[],
    ): readonly ConsoleTab[] => {
      const ownNames = new Map<string, string | null>(kept.map(({ id, name }) => [id, name]));
      const named = [...sessions, ...vncTabs.values()].map(({ id, name }) => ({
        id,
        name: ownNames.get(id) ?? name,
        itemName: name,
      }));
      return arrangeTabs(named, kept);
    },
  );
  return (state: ConsoleState) => join(selectSessions(state), state.vncTabs, state.preferences.tabs);
};

/** The tab that is shown: the chosen one, as long as it is there. */
export function selectShownTab(state: ConsoleState): TabId {
  const { chosenTab, vncTabs, supportSessions } = state;
  if (chosenTab === JUMP_INTERFACE_TAB) return chosenTab;
  const isThere = isVncTab(chosenTab) ? vncTabs.has(chosenTab) : supportSessions.rows.has(chosenTab);
  return isThere ? chosenTab : JUMP_INTERFACE_TAB;
}
