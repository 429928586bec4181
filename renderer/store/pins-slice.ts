import type { StateCreator } from 'zustand';
import type { JumpGroupId, SupportSessionId } from '#app/domain/ids.ts';

/** What a Jump Client is to be, as it is written; an empty name is the computer's, an empty tag is none. */
export type PinDraft = {
  readonly name: string;
  /** Null: none is chosen. */
  readonly jumpGroupId: JumpGroupId | null;
  readonly tag: string;
  readonly comments: string;
};

export type PinsSlice = {
  /** Sessions whose computer this console has asked to pin, and has heard no answer. */
  readonly pinningIds: ReadonlySet<SupportSessionId>;
  /** What was written for a pin that came to nothing: the dialog opens with it. */
  readonly pinDrafts: ReadonlyMap<SupportSessionId, PinDraft>;
  setPinning(id: SupportSessionId, isPinning: boolean): void;
  /** Null forgets it. */
  keepPinDraft(id: SupportSessionId, draft: PinDraft | null): void;
  /** As when another representative signs in. */
  forgetPins(): void;
};

export const createPinsSlice: StateCreator<PinsSlice> = (set) => ({
  pinningIds: new Set(),
  pinDrafts: new Map(),
  setPinning: (id, isPinning) =>
    set((state) => {
      const pinningIds = new Set(state.pinningIds);
      if (isPinning) pinningIds.add(id);
      else pinningIds.delete(id);
      return { pinningIds };
    }),
  keepPinDraft: (id, draft) =>
    set((state) => {
      const pinDrafts = new Map(state.pinDrafts);
      if (draft === null) pinDrafts.delete(id);
      else pinDrafts.set(id, draft);
      return { pinDrafts };
    }),
  forgetPins: () => set({ pinningIds: new Set(), pinDrafts: new Map() }),
});
