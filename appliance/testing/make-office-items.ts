import { ALL_USERS, type FleetJumpItem, PERSONAL_PREFIX } from './fleet.ts';
import { makeJumpClient, makeStatistics, privateIp, publicIp, twoDigits } from './make-jump-client.ts';
import type { RandomSource } from './random-source.ts';
import {
  DEPARTMENTS,
  DESKTOP_CPUS,
  MACS,
  MEETING_ROOMS,
  OFFICE_COMMENTS,
  PEOPLE,
  WINDOWS_DESKTOPS,
} from './vocabulary.ts';

const OWNERS = ['admin', 'tkowalski', 'msato'] as const;
const OFFICE_NETWORK = 230;
const LAPTOP = { cores: 8, memoryGib: 16, diskGib: 476 } as const;

/** Somebody's laptop at the head office; one in nine is a representative's own affair. */
export function makeLaptop(index: number, random: RandomSource): FleetJumpItem {
  const [first, last] = PEOPLE[(index * 11) % PEOPLE.length] ?? PEOPLE[0];
  const round = Math.floor(index / PEOPLE.length);
  const mac = random.chance(22);
  const department = DEPARTMENTS[index % DEPARTMENTS.length] ?? DEPARTMENTS[0];
  const personal = index % 9 === 4;
  const hostname = `${mac ? 'HO-MB' : 'HO-LT'}-${String(index + 101).padStart(4, '0')}`;
  return makeJumpClient({
    name: `${first} ${last}${round === 0 ? '' : ` (${round + 1})`}`,
    hostname,
    jumpGroup: personal ? `${PERSONAL_PREFIX}${random.pick(OWNERS)}` : 'Head Office',
    tag: personal ? null : department,
    comments: random.pick(OFFICE_COMMENTS),
    platform: mac ? 'mac' : 'windows',
    mode: random.chance(30) ? 'user' : 'service',
    operatingSystem: random.pick(mac ? MACS : WINDOWS_DESKTOPS),
    consoleUser: `${first[0]?.toLowerCase() ?? ''}.${last.toLowerCase().replace(/[^\p{L}]/gu, '')}`,
    domain: mac ? '' : 'corp.fellside.example',
    workGroup: mac ? 'WORKGROUP' : '',
    publicIp: publicIp(OFFICE_NETWORK + (index % 5)),
    privateIp: privateIp(OFFICE_NETWORK + Math.floor(index / 200), index),
    statistics: makeStatistics(
      mac
        ? { ...LAPTOP, cpu: 'Apple M3', mount: '/' }
        : { ...LAPTOP, cpu: random.pick(DESKTOP_CPUS), mount: 'C:' },
      random,
    ),
  });
}

/** What everybody at the head office uses. */
export function makeMeetingRoom(index: number, random: RandomSource): FleetJumpItem {
  const round = Math.floor(index / MEETING_ROOMS.length);
  const room = MEETING_ROOMS[index % MEETING_ROOMS.length] ?? MEETING_ROOMS[0];
  const loan = round % 2 === 1;
  const number = twoDigits(index + 1);
  return makeJumpClient({
    name: loan ? `Loan laptop ${number}` : `Meeting room ${room}${round === 0 ? '' : ` ${round / 2 + 1}`}`,
    hostname: loan ? `HO-LOAN-${number}` : `HO-MR-${number}`,
    jumpGroup: ALL_USERS,
    tag: loan ? 'Loan pool' : 'Meeting rooms',
    comments: loan && random.chance(40) ? 'Lent out; ask reception' : '',
    platform: 'windows',
    operatingSystem: random.pick(WINDOWS_DESKTOPS),
    consoleUser: loan ? '' : 'room',
    workGroup: 'MEETING',
    publicIp: publicIp(OFFICE_NETWORK),
    privateIp: privateIp(OFFICE_NETWORK - 1, index),
    statistics: makeStatistics({ ...LAPTOP, cpu: 'Intel N100', memoryGib: 8, mount: 'C:' }, random),
  });
}

const APPLIANCES = [
  ['local-rdp', 'Print server', 'prn', 'Servers', 3_389],
  ['local-vnc', 'Door access panel', 'door', ALL_USERS, 5_900],
  ['local-rdp', 'Payroll host', 'pay', 'Head Office', 3_389],
  ['local-vnc', 'Packing line display', 'pack', 'Stores', 5_901],
  ['local-rdp', 'Test bench', 'bench', `${PERSONAL_PREFIX}admin`, null],
] as const;

/** A machine without a Jump Client. */
export function makeShortcut(index: number, random: RandomSource): FleetJumpItem {
  const [method, label, code, jumpGroup, port] = APPLIANCES[index % APPLIANCES.length] ?? APPLIANCES[0];
  const number = twoDigits(Math.floor(index / APPLIANCES.length) + 1);
  return {
    method,
    name: `${label} ${number}`,
    hostname: random.chance(60) ? `${code}${number}.fellside.example` : privateIp(OFFICE_NETWORK - 2, index),
    jumpGroup,
    tag: null,
    comments: random.chance(30) ? 'Reachable from the office network only' : '',
    lastAccessed: null,
    port,
  };
}
