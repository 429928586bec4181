import type { FleetJumpItem } from './fleet.ts';
import { makeJumpClient, makeStatistics, privateIp, publicIp, twoDigits } from './make-jump-client.ts';
import type { RandomSource } from './random-source.ts';
import { LINUX_SYSTEMS, SERVER_CPUS, SERVER_ROLES, WINDOWS_SERVERS } from './vocabulary.ts';

const DATA_CENTRES = ['lhr', 'dub', 'fra'] as const;
const ON_WINDOWS: ReadonlySet<string> = new Set(['fs', 'dc', 'hv']);
const SERVERS_NETWORK = 240;

export function makeServer(index: number, random: RandomSource): FleetJumpItem {
  const [role, tag, purpose] = SERVER_ROLES[index % SERVER_ROLES.length] ?? SERVER_ROLES[0];
  const number = Math.floor(index / SERVER_ROLES.length) + 1;
  const site = number % DATA_CENTRES.length;
  const centre = DATA_CENTRES[site] ?? DATA_CENTRES[0];
  const windows = ON_WINDOWS.has(role);
  const hostname = windows
    ? `${centre}-${role}${twoDigits(number)}`.toUpperCase()
    : `${role}${twoDigits(number)}.${centre}.fellside.example`;
  return makeJumpClient({
    name: windows ? hostname : `${role}${twoDigits(number)}.${centre}`,
    hostname,
    jumpGroup: 'Servers',
    tag,
    comments: random.chance(25) ? `${purpose}. Change window: Sunday 02:00–05:00` : purpose,
    platform: windows ? 'windows' : 'linux',
    operatingSystem: random.pick(windows ? WINDOWS_SERVERS : LINUX_SYSTEMS),
    consoleUser: random.chance(15) ? 'svc-admin' : '',
    domain: windows ? 'corp.fellside.example' : '',
    publicIp: publicIp(SERVERS_NETWORK + site),
    privateIp: privateIp(SERVERS_NETWORK + Math.floor(index / 200), index),
    statistics: makeStatistics(
      {
        cpu: random.pick(SERVER_CPUS),
        cores: random.pick([8, 16, 32]),
        memoryGib: random.pick([32, 64, 128]),
        diskGib: random.pick([240, 480, 1_920]),
        mount: windows ? 'C:' : '/',
      },
      random,
    ),
  });
}
