import type { JumpGroupId } from '#app/domain/ids.ts';
import { type JumpGroup, jumpGroupLabel } from '#app/domain/jump-group.ts';
import { parseSearch } from '#app/domain/jump-item-search.ts';
import type { SupportSession } from '#app/domain/support-session.ts';
import { t } from '../texts.ts';
import type { ConsoleState } from './console-store.ts';
import { COLUMN_IDS, type ColumnId, type JumpItemQuery, type JumpItemSorting } from './jump-item-query.ts';
import { JUMP_INTERFACE_TAB, type TabId } from './tabs-slice.ts';

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

function isColumnId(text: string): text is ColumnId {
  return (COLUMN_IDS as readonly string[]).includes(text);
}

/** The sorting that is kept; a column of another version sorts nothing. */
export function selectSorting({ preferences }: ConsoleState): JumpItemSorting | null {
  const [first] = preferences.sorting;
  if (first === undefined || !isColumnId(first.column)) return null;
  return { column: first.column, descending: first.descending };
}

/** What to list, from what is selected, typed and kept: the one query behind every pane. */
export const createQuerySelector = (): ((state: ConsoleState) => JumpItemQuery) => {
  const selectLabels = createGroupLabelsSelector();
  const parse = memoizeLast(parseSearch);
  const sortingOf = memoizeLast(
    (column: ColumnId, descending: boolean): JumpItemSorting => ({ column, descending }),
  );
  const join = memoizeLast(
    (
      scope: JumpItemQuery['scope'],
      terms: JumpItemQuery['terms'],
      searchFields: JumpItemQuery['searchFields'],
      sorting: JumpItemQuery['sorting'],
      groupLabels: JumpItemQuery['groupLabels'],
    ): JumpItemQuery => ({ scope, terms, searchFields, sorting, groupLabels }),
  );
  return (state) => {
    const sorting = selectSorting(state);
    return join(
      state.scope,
      parse(state.searchText),
      state.preferences.searchFields,
      sorting === null ? null : sortingOf(sorting.column, sorting.descending),
      selectLabels(state),
    );
  };
};

/** The own support sessions, oldest first: one tab each. */
export const createOwnSessionsSelector = () => {
  const own = memoizeLast(
    (sessions: ConsoleState['supportSessions']['rows'], viewer: ConsoleState['representative']) =>
      [...sessions.values()]
        .filter((session) => session.representativeId === viewer?.id)
        .toSorted((one, other) => one.startedAt - other.startedAt || (one.id < other.id ? -1 : 1)),
  );
  return (state: ConsoleState): readonly SupportSession[] =>
    own(state.supportSessions.rows, state.representative);
};

/** The tab that is shown: the chosen one, as long as its session lives. */
export function selectShownTab(state: ConsoleState): TabId {
  const { chosenTab } = state;
  if (chosenTab === JUMP_INTERFACE_TAB) return chosenTab;
  return state.supportSessions.rows.has(chosenTab) ? chosenTab : JUMP_INTERFACE_TAB;
}
