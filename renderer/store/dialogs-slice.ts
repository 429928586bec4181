import type { StateCreator } from 'zustand';
import type { JumpItemId, SupportSessionId } from '#app/domain/ids.ts';

/** Dialogs that an action opens from anywhere; one at a time. */
export type DialogId =
  | 'command-palette'
  | 'keyboard-shortcuts'
  | 'properties'
  | 'create-shortcut'
  | 'remove-jump-items'
  | 'session-key'
  | 'pin'
  | 'session-summaries'
  | 'export'
  | 'import';

/** A dialog that somebody may have typed into: nothing but its own buttons and Escape takes it away. */
export function isFormDialog(dialog: DialogId | null): boolean {
  return dialog !== null && dialog !== 'command-palette' && dialog !== 'keyboard-shortcuts';
}

/** An item's sessions, with what it is called; or those one took part in, one of them chosen. */
export type ShownSummaries =
  | { readonly of: 'own'; readonly chosenId?: SupportSessionId }
  | { readonly of: 'jump-item'; readonly jumpItemId: JumpItemId; readonly name: string };

export type DialogsSlice = {
  readonly openDialog: DialogId | null;
  /** Opens it; its own key closes it again. */
  toggleDialog(dialog: DialogId): void;
  closeDialog(): void;
  /** Which sessions the dialog about sessions is about. */
  readonly shownSummaries: ShownSummaries;
  openSessionSummaries(shown: ShownSummaries): void;
};

export const createDialogsSlice: StateCreator<DialogsSlice> = (set) => ({
  openDialog: null,
  toggleDialog: (dialog) => set(({ openDialog }) => ({ openDialog: openDialog === dialog ? null : dialog })),
  closeDialog: () => set({ openDialog: null }),
  shownSummaries: { of: 'own' },
  openSessionSummaries: (shownSummaries) => set({ openDialog: 'session-summaries', shownSummaries }),
});
