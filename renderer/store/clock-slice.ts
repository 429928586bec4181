import type { StateCreator } from 'zustand';

export type ClockSlice = {
  /**
   * The appliance's time, anew each minute: what is searched and shown by the clock goes by it, and not by this computer's
   * clock, which may be wrong. Milliseconds since 1970.
   */
  readonly applianceTime: number;
  setApplianceTime(time: number): void;
};

export const createClockSlice: StateCreator<ClockSlice> = (set) => ({
  applianceTime: Date.now(), // until the appliance has said what time it is there
  setApplianceTime: (applianceTime) => set({ applianceTime }),
});
