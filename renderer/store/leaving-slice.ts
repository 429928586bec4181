import type { StateCreator } from 'zustand';

/** How a representative leaves who has support sessions: both are asked about first. */
export type Leaving = 'close' | 'sign-out';

export type LeavingSlice = {
  readonly leaving: Leaving | null;
  askToLeave(leaving: Leaving): void;
  /** Stays, or has left. */
  endLeaving(): void;
};

export const createLeavingSlice: StateCreator<LeavingSlice> = (set) => ({
  leaving: null,
  askToLeave: (leaving) => set({ leaving }),
  endLeaving: () => set({ leaving: null }),
});
