import type { StateCreator } from 'zustand';
import { type ItemsDeed, MOST_UNDOABLE, type UndoableDeed } from '#app/contracts/jump-item-commands.ts';
import type { OpId } from '#app/domain/ids.ts';

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

export type UndoSlice = {
  /** What this window's representative did, the last one at the end. */
  readonly undoable: readonly UndoableCommand[];
  keepUndoable(command: UndoableCommand): void;
  /** What the appliance knows of a window before this one; nothing where this one has done something already. */
  restoreUndoable(commands: readonly UndoableDeed[]): void;
  forgetUndoable(opId: OpId): void;
  /** Nothing of one representative stays for the next. */
  forgetAllUndoable(): void;
};

export const createUndoSlice: StateCreator<UndoSlice> = (set) => ({
  undoable: [],
  keepUndoable: (command) =>
    set(({ undoable }) => ({ undoable: [...undoable, command].slice(-MOST_UNDOABLE) })),
  restoreUndoable: (commands) =>
    set(({ undoable }) => (undoable.length > 0 ? {} : { undoable: commands.map(restored) })),
  forgetUndoable: (opId) =>
    set(({ undoable }) => ({ undoable: undoable.filter((command) => command.opId !== opId) })),
  forgetAllUndoable: () => set({ undoable: [] }),
});

function restored({ heldForMs, ...command }: UndoableDeed): UndoableCommand {
  return { ...command, heldUntil: heldForMs === null ? null : Date.now() + heldForMs };
}
