import type { StateCreator } from 'zustand';
import type { OpId } from '#app/domain/ids.ts';

/** What a command did to Jump Items. */
export type ItemsDeed = 'edited' | 'moved' | 'removed' | 'created' | 'imported';

/** A command that the representative may take back. */
export type UndoableCommand = {
  readonly opId: OpId;
  readonly deed: ItemsDeed;
  /** The item's name; null when it was about several. */
  readonly name: string | null;
  /** How many items it changed. */
  readonly count: number;
  /** When a removal becomes final, on this computer's clock; null for what can be taken back longer. */
  readonly heldUntil: number | null;
};

/** So many commands can be taken back, one after the other. */
const MOST_UNDOABLE = 20;

export type UndoSlice = {
  /** What this window's representative did, the last one at the end. */
  readonly undoable: readonly UndoableCommand[];
  keepUndoable(command: UndoableCommand): void;
  forgetUndoable(opId: OpId): void;
  /** Nothing of one representative stays for the next. */
  forgetAllUndoable(): void;
};

export const createUndoSlice: StateCreator<UndoSlice> = (set) => ({
  undoable: [],
  keepUndoable: (command) =>
    set(({ undoable }) => ({ undoable: [...undoable, command].slice(-MOST_UNDOABLE) })),
  forgetUndoable: (opId) =>
    set(({ undoable }) => ({ undoable: undoable.filter((command) => command.opId !== opId) })),
  forgetAllUndoable: () => set({ undoable: [] }),
});
