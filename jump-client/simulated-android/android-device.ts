import { z } from 'zod';
import type { RestReason } from '#app/domain/jump-item.ts';

const Version = z.string().max(32);

/** A device as its owner sees it. */
export const DeviceState = z.strictObject({
  supportClientApp: Version,
  /** Null: not installed. */
  jumpClientApp: Version.nullable(),
  batteryPercent: z.int().min(0).max(100),
  charging: z.boolean(),
  network: z.enum(['wifi', 'mobile-data']),
  /** The Jump Client app's two settings (R5.5). */
  offOnBattery: z.boolean(),
  offOnMobileData: z.boolean(),
  /** When it was pinned, as the Jump Client app shows it; null: it is not. */
  pinnedAt: z.int().nullable(),
});
export type DeviceState = z.infer<typeof DeviceState>;

/** What its owner does with it. */
export const DeviceChange = DeviceState.omit({ pinnedAt: true }).partial();
export type DeviceChange = z.infer<typeof DeviceChange>;

/** A device just unpacked: charging, in a Wi-Fi network, with both apps. */
export const NEW_DEVICE: DeviceState = {
  supportClientApp: '2.2.7',
  jumpClientApp: '2.2.0',
  batteryPercent: 80,
  charging: true,
  network: 'wifi',
  offOnBattery: false,
  offOnMobileData: false,
  pinnedAt: null,
};

/** Why its Jump Client is to be off as things stand (R5.5); null: it is to be connected. */
export function findRestReason(state: DeviceState): RestReason | null {
  if (state.offOnBattery && !state.charging) return 'battery';
  if (state.offOnMobileData && state.network === 'mobile-data') return 'mobile-data';
  return null;
}

export type AndroidDevice = ReturnType<typeof createAndroidDevice>;

/** @param save keeps the state over a restart of the device */
export function createAndroidDevice(initial: DeviceState, save: (state: DeviceState) => void) {
  const listeners = new Set<() => void>();
  let state = initial;
  return {
    get state(): DeviceState {
      return state;
    },
    change(change: DeviceChange & { pinnedAt?: number | null }): void {
      state = DeviceState.parse({ ...state, ...change });
      save(state);
      for (const listener of listeners) listener();
    },
    /** @returns a function that ends it */
    onChange(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
