import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DeviceState, NEW_DEVICE } from './android-device.ts';

const StoredDevice = z.strictObject({ name: z.string().min(1).max(64), state: DeviceState });
export type StoredDevice = z.infer<typeof StoredDevice>;

/** Keeps a simulated device over its restarts. One that cannot be read is a new one: it is but simulated. */
export function createDeviceStore(dataDir: string) {
  const file = join(dataDir, 'device.json');
  return {
    /** @param newName what a new device is called */
    read(newName: string): StoredDevice {
      try {
        return StoredDevice.parse(JSON.parse(readFileSync(file, 'utf8')));
      } catch {
        return { name: newName, state: NEW_DEVICE };
      }
    },
    write(device: StoredDevice): void {
      mkdirSync(dataDir, { recursive: true, mode: 0o700 });
      writeFileSync(file, `${JSON.stringify(device, null, 2)}\n`, { mode: 0o600 });
    },
  };
}
