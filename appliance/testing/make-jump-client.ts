import type { FleetJumpItem } from './fleet.ts';
import type { RandomSource } from './random-source.ts';

export type FleetJumpClient = Extract<FleetJumpItem, { method: 'jump-client' }>;

type Given = Pick<FleetJumpClient, 'name' | 'hostname' | 'jumpGroup' | 'platform' | 'operatingSystem'> &
  Partial<FleetJumpClient>;

const GIB = 1_073_741_824;
const LONDON = { name: 'Europe/London', utcOffsetMinutes: 0 } as const;
export const BERLIN = { name: 'Europe/Berlin', utcOffsetMinutes: 60 } as const;

/** A Jump Client with everything that was not said filled in plausibly. */
export function makeJumpClient(given: Given): FleetJumpClient {
  return {
    method: 'jump-client',
    tag: null,
    comments: '',
    lastAccessed: null,
    connection: 'active',
    presence: 'online',
    presenceSince: '1h',
    mode: 'service',
    version: '1.0.0',
    consoleUser: '',
    domain: '',
    workGroup: '',
    publicIp: '',
    privateIp: '',
    booted: null,
    statistics: {},
    ...given,
  };
}

type Hardware = {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGib: number;
  readonly diskGib: number;
  readonly mount: string;
  readonly timeZone?: typeof LONDON | typeof BERLIN;
};

/** What its statistics pane shows: a computer at work, more or less busy. */
export function makeStatistics(hardware: Hardware, random: RandomSource): FleetJumpClient['statistics'] {
  const { cpu, cores, memoryGib, diskGib, mount, timeZone = LONDON } = hardware;
  const part = (of: number, from: number, to: number) => Math.floor((of * random.whole(from, to)) / 100);
  return {
    timeZone,
    cpu: { model: cpu, cores, percent: random.whole(10, 620) / 10 },
    memory: { totalBytes: memoryGib * GIB, usedBytes: part(memoryGib * GIB, 22, 88) },
    disks: [{ mount, totalBytes: diskGib * GIB, usedBytes: part(diskGib * GIB, 12, 93) }],
  };
}

/** An address in a private network of 10.0.0.0/8: one network a site. */
export function privateIp(site: number, station: number): string {
  return `10.${20 + Math.floor(site / 200)}.${site % 200}.${10 + (station % 240)}`;
}

/** An address from the ranges that are reserved for documentation. */
export function publicIp(site: number): string {
  const range = ['203.0.113', '198.51.100', '192.0.2'][site % 3] ?? '203.0.113';
  return `${range}.${1 + (site % 254)}`;
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
