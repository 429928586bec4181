import type { StateCreator } from 'zustand';
import { LONGEST_KEPT_SEARCH, MOST_SAVED_VIEWS, type SavedView } from '#app/contracts/preferences.ts';
import { checkText, type TextRefusal } from '#app/domain/text-limits.ts';
import { type Result, refusal, success } from '#app/lib/result.ts';
import type { PreferencesSlice } from './preferences-slice.ts';
import type { ViewsSlice } from './views-slice.ts';

export type SavedViewRefusal = TextRefusal | 'search-too-long' | 'too-many-views';
type Saved = Result<SavedView, SavedViewRefusal>;

/** The saved views themselves, in the order of the left pane: made, named, changed, moved and removed. */
export type SavedViewsSlice = {
  /** What the left pane asks a name for: the view with this id, or a new one; null: nothing. */
  readonly namedView: string | 'new' | null;
  nameView(id: string | 'new' | null): void;
  /** Keeps what is shown as a new view, and shows that. Its name is checked as an item's is (R6.3). */
  saveView(name: string): Saved;
  renameView(view: SavedView, name: string): Saved;
  /** Keeps what is searched and chosen now in a view. */
  updateView(view: SavedView): Saved;
  /** Puts a view at a place: a copy of another, or one that was removed. */
  addView(view: SavedView, index: number): Saved;
  removeView(id: string): void;
  /** Gives a view another place; before the first and after the last there is none. */
  moveView(id: string, index: number): void;
};

export const createSavedViewsSlice: StateCreator<
  SavedViewsSlice & ViewsSlice & PreferencesSlice,
  [],
  [],
  SavedViewsSlice
> = (set, get) => {
  const views = () => get().preferences.savedViews;
  const keep = (savedViews: SavedView[]) => get().changePreferences({ savedViews });
  const replace = (view: SavedView): Saved => {
    const checked = checkView(view);
    if (checked.ok) keep(views().map((known) => (known.id === view.id ? checked.value : known)));
    return checked;
  };

  return {
    namedView: null,
    nameView: (namedView) => set({ namedView }),
    saveView(name) {
      const { scopes, searchText, savedViewId, preferences } = get();
      const layout = views().find(({ id }) => id === savedViewId)?.layout ?? preferences.layout;
      const view = { id: crypto.randomUUID(), name, searchText, scopes: [...scopes], layout };
      const added = get().addView(view, views().length);
      if (added.ok) get().showSavedView(added.value.id);
      return added;
    },
    renameView: (view, name) => replace({ ...view, name }),
    updateView(view) {
      const { scopes, searchText } = get();
      return replace({ ...view, scopes: [...scopes], searchText });
    },
    addView(view, index) {
      if (views().length >= MOST_SAVED_VIEWS) return refusal('too-many-views');
      const checked = checkView(view);
      if (checked.ok) keep(views().toSpliced(index, 0, checked.value));
      return checked;
    },
    removeView(id) {
      if (get().savedViewId === id) get().showSavedView(null);
      keep(views().filter((view) => view.id !== id));
    },
    moveView(id, index) {
      const view = views().find((known) => known.id === id);
      if (view === undefined || index < 0) return;
      keep(
        views()
          .filter((known) => known !== view)
          .toSpliced(index, 0, view),
      );
    },
  };
};

function checkView(view: SavedView): Saved {
  const name = checkText('name', view.name);
  if (!name.ok) return name;
  if (view.searchText.length > LONGEST_KEPT_SEARCH) return refusal('search-too-long');
  return success({ ...view, name: name.value });
}
