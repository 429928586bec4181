import type { StateCreator } from 'zustand';

/** Dialogs that an action opens from anywhere; one at a time. */
export type DialogId =
  | 'command-palette'
  | 'keyboard-shortcuts'
  | 'properties'
  | 'create-shortcut'
  | 'remove-jump-items'
  | 'session-key'
  | 'pin'
  | 'export'
  | 'import';

/** A dialog that somebody may have typed into: nothing but its own buttons and Escape takes it away. */
export function isFormDialog(dialog: DialogId | null): boolean {
  return dialog !== null && dialog !== 'command-palette' && dialog !== 'keyboard-shortcuts';
}

export type DialogsSlice = {
  readonly openDialog: DialogId | null;
  /** Opens it; its own key closes it again. */
  toggleDialog(dialog: DialogId): void;
  closeDialog(): void;
};

export const createDialogsSlice: StateCreator<DialogsSlice> = (set) => ({
  openDialog: null,
  toggleDialog: (dialog) => set(({ openDialog }) => ({ openDialog: openDialog === dialog ? null : dialog })),
  closeDialog: () => set({ openDialog: null }),
});
