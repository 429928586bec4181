import type { StateCreator } from 'zustand';
import { MOST_SCOPES, type TableLayout } from '#app/contracts/preferences.ts';
import type { JumpGroupId } from '#app/domain/ids.ts';
import type { JumpItemScope } from '#app/domain/jump-item-scope.ts';
import type { PreferencesSlice } from './preferences-slice.ts';

/** What is listed, as the representative chose and typed it, and how its table stands. */
export type ViewsSlice = {
  /** What is chosen in the left pane; never empty. */
  readonly scopes: readonly JumpItemScope[];
  /** The team among whose members one was chosen in the second pane; null: none was (R1.1). */
  readonly teamOfMember: JumpGroupId | null;
  readonly searchText: string;
  /** The saved view that is shown; null in the Jump interface's own. */
  readonly savedViewId: string | null;
  /** Chooses Jump Groups and tags, none for all, and leaves a saved view. The choice survives a restart. */
  selectScopes(scopes: readonly JumpItemScope[]): void;
  /** Lists more or fewer groups and tags, none for all, and stays in the saved view. */
  changeScopes(scopes: readonly JumpItemScope[]): void;
  /** Lists one member's personal group; the team stays chosen beside it (R1.1). */
  selectMember(teamId: JumpGroupId, personalGroupId: JumpGroupId): void;
  search(text: string): void;
  /** Shows a saved view: its groups, its search and its table; with null, what was chosen before it. */
  showSavedView(id: string | null): void;
  /** Changes the table of the shown view, here and in what main remembers. */
  changeLayout(change: Partial<TableLayout>): void;
  /** Takes up what was chosen when the console last ended. */
  restoreChoices(): void;
  /** Nothing chosen or searched, as when another representative signs in; what is kept stays kept. */
  forgetChoices(): void;
};

export const EVERYTHING: readonly JumpItemScope[] = [{ kind: 'all' }];

export const createViewsSlice: StateCreator<ViewsSlice & PreferencesSlice, [], [], ViewsSlice> = (
  set,
  get,
) => {
  const viewOf = (id: string | null) => get().preferences.savedViews.find((view) => view.id === id);
  const someOf = (scopes: readonly JumpItemScope[]) =>
    scopes.length === 0 ? EVERYTHING : scopes.slice(0, MOST_SCOPES);

  return {
    scopes: EVERYTHING,
    teamOfMember: null,
    searchText: '',
    savedViewId: null,
    selectScopes(chosen) {
      const { searchText, savedViewId } = get();
      // The view's own search goes with it; what was typed since does not.
      const isViewsSearch = searchText === viewOf(savedViewId)?.searchText;
      const scopes = someOf(chosen);
      set({ scopes, teamOfMember: null, savedViewId: null, searchText: isViewsSearch ? '' : searchText });
      get().changePreferences({ scopes: [...scopes], savedViewId: null });
    },
    changeScopes(chosen) {
      const scopes = someOf(chosen);
      set({ scopes, teamOfMember: null });
      if (get().savedViewId === null) get().changePreferences({ scopes: [...scopes] });
    },
    selectMember: (teamOfMember, jumpGroupId) =>
      set({ scopes: [{ kind: 'group', jumpGroupId, tag: null }], teamOfMember }),
    search: (searchText) => set({ searchText }),
    showSavedView(id) {
      const view = viewOf(id);
      const { scopes, searchText } = view ?? { scopes: get().preferences.scopes, searchText: '' };
      const savedViewId = view?.id ?? null;
      set({ savedViewId, scopes, searchText, teamOfMember: null });
      get().changePreferences({ savedViewId });
    },
    changeLayout(change) {
      const { preferences, savedViewId, changePreferences } = get();
      if (viewOf(savedViewId) === undefined) {
        changePreferences({ layout: { ...preferences.layout, ...change } });
        return;
      }
      changePreferences({
        savedViews: preferences.savedViews.map((view) =>
          view.id === savedViewId ? { ...view, layout: { ...view.layout, ...change } } : view,
        ),
      });
    },
    restoreChoices() {
      const { scopes, savedViewId } = get().preferences;
      set({ scopes, teamOfMember: null });
      if (savedViewId !== null) get().showSavedView(savedViewId);
    },
    forgetChoices: () => set({ savedViewId: null, scopes: EVERYTHING, teamOfMember: null, searchText: '' }),
  };
};
