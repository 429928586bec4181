// What an Android device needs before it can be reached unattended (R2.10, R5.5).
import { z } from 'zod';
import { ReportedText } from './jump-item.ts';

/** The versions of a device's two apps. */
export const DeviceApps = z.strictObject({
  supportClient: ReportedText,
  /** Null: not installed. */
  jumpClient: ReportedText.nullable(),
});
export type DeviceApps = z.infer<typeof DeviceApps>;

/** The oldest versions that keep a persistent connection (R5.5). */
export const OLDEST_DEVICE_APPS = { supportClient: '2.2.7', jumpClient: '2.2.0' } as const;

export const PIN_OBSTACLES = ['jumpClientMissing', 'jumpClientOutdated', 'supportClientOutdated'] as const;
/** What stands between a device and being pinned. */
export type PinObstacle = (typeof PIN_OBSTACLES)[number];

/**
 * Why a computer cannot be pinned as it is: the console greys the pin icon with it, and the appliance refuses by it.
 * @param apps left out by what is no device: a computer lacks nothing
 */
export function findPinObstacle(apps: DeviceApps | undefined): PinObstacle | null {
  if (apps === undefined) return null;
  if (apps.jumpClient === null) return 'jumpClientMissing';
  if (isOlder(apps.jumpClient, OLDEST_DEVICE_APPS.jumpClient)) return 'jumpClientOutdated';
  if (isOlder(apps.supportClient, OLDEST_DEVICE_APPS.supportClient)) return 'supportClientOutdated';
  return null;
}

/** By their numbers, one after the other. What is no number counts as 0: a version that cannot be read is none to trust. */
function isOlder(version: string, than: string): boolean {
  const [numbers, others] = [numbersOf(version), numbersOf(than)];
  for (let place = 0; place < Math.max(numbers.length, others.length); place += 1) {
    const difference = (numbers[place] ?? 0) - (others[place] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function numbersOf(version: string): number[] {
  return version.split('.').map((part) => (/^\d{1,9}$/.test(part) ? Number(part) : 0));
}
