import { randomInt } from 'node:crypto';
import type { StatisticsReaders } from '../statistics/statistics-readers.ts';
import type { System } from '../system.ts';
import type { AndroidDevice } from './android-device.ts';

const GIB = 1024 ** 3;
export const DEVICE_SYSTEM = 'Android 13, Pixel 4a (simulated)';

/** What a device tells of itself; its clock and address are those of the computer that plays it. */
export function createDeviceReaders(options: {
  device: AndroidDevice;
  hostname: string;
  system: System;
  now: () => number;
}): StatisticsReaders {
  const { device, hostname, system, now } = options;
  const bootedAt = now();
  return {
    platform: async () => 'android',
    version: async () => device.state.jumpClientApp ?? '',
    mode: async () => 'service',
    hostname: async () => hostname,
    operatingSystem: async () => DEVICE_SYSTEM,
    privateIps: async () => [device.state.network === 'wifi' ? '192.168.1.27' : '10.64.0.5'],
    domain: async () => '',
    workGroup: async () => '',
    consoleUser: async () => '',
    bootedAt: async () => bootedAt,
    timeZone: async () => system.timeZone(now()),
    cpu: async () => ({ model: 'Snapdragon 730G', cores: 8, percent: randomInt(3, 12) }),
    memory: async () => ({ totalBytes: 6 * GIB, usedBytes: 3 * GIB }),
    disks: async () => [{ mount: '/storage/emulated/0', totalBytes: 128 * GIB, usedBytes: 71 * GIB }],
  };
}

/** A name such as Android makes: *android-9fe945b872*. @param id ten hexadecimal digits, or more */
export function deviceName(id: string): string {
  return `android-${id.replaceAll('-', '').slice(0, 10)}`;
}
