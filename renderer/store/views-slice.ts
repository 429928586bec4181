import type { StateCreator } from 'zustand';
import type { TableLayout } from '#app/contracts/preferences.ts';
import type { PreferencesSlice } from './preferences-slice.ts';

/** Which view of the list is shown, and how its table stands. */
export type ViewsSlice = {
  /** The saved view that is shown; null in the Jump interface's own. */
  readonly savedViewId: string | null;
  showSavedView(id: string | null): void;
  /** Changes the table of the shown view, here and in what main remembers. */
  changeLayout(change: Partial<TableLayout>): void;
};

export const createViewsSlice: StateCreator<ViewsSlice & PreferencesSlice, [], [], ViewsSlice> = (
  set,
  get,
) => ({
  savedViewId: null,
  showSavedView: (savedViewId) => set({ savedViewId }),
  changeLayout(change) {
    const { preferences, savedViewId, changePreferences } = get();
    if (!preferences.savedViews.some((view) => view.id === savedViewId)) {
      changePreferences({ layout: { ...preferences.layout, ...change } });
      return;
    }
    changePreferences({
      savedViews: preferences.savedViews.map((view) =>
        view.id === savedViewId ? { ...view, layout: { ...view.layout, ...change } } : view,
      ),
    });
  },
});
