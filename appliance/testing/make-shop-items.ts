import type { FleetJumpItem } from './fleet.ts';
import {
  BERLIN,
  makeJumpClient,
  makeStatistics,
  privateIp,
  publicIp,
  twoDigits,
} from './make-jump-client.ts';
import type { RandomSource } from './random-source.ts';
import { ANDROIDS, SHOP_COMMENTS, TOWNS, TOWNS_ON_THE_ISLES, WINDOWS_DESKTOPS } from './vocabulary.ts';

/** A shop has four tills, an office and a kiosk. */
const STATIONS = [
  ['Till 1', 'TILL1', 'Tills'],
  ['Till 2', 'TILL2', 'Tills'],
  ['Till 3', 'TILL3', 'Tills'],
  ['Till 4', 'TILL4', 'Tills'],
  ['Back office', 'OFFICE', 'Back office'],
  ['Catalogue kiosk', 'KIOSK', 'Kiosks'],
] as const;

type Shop = { readonly town: string; readonly code: string; readonly zone: { timeZone?: typeof BERLIN } };

/** The shop by its number: towns get a second and third one as the chain grows. */
function shopOf(number: number): Shop {
  const inList = number % TOWNS.length;
  const [town, code] = TOWNS[inList] ?? TOWNS[0];
  const round = Math.floor(number / TOWNS.length) + 1;
  return {
    town: round === 1 ? town : `${town} ${round}`,
    code: `${code}${twoDigits(round)}`,
    zone: inList < TOWNS_ON_THE_ISLES ? {} : { timeZone: BERLIN },
  };
}

export function makeShopComputer(index: number, random: RandomSource): FleetJumpItem {
  const shop = Math.floor(index / STATIONS.length);
  const station = index % STATIONS.length;
  const [label, suffix, tag] = STATIONS[station] ?? STATIONS[0];
  const { town, code, zone } = shopOf(shop);
  const staffed = tag !== 'Kiosks';
  return makeJumpClient({
    name: `${town} · ${label}`,
    hostname: `${code}-${suffix}`,
    jumpGroup: 'Stores',
    tag,
    comments: random.pick(SHOP_COMMENTS),
    platform: 'windows',
    operatingSystem: staffed ? random.pick(WINDOWS_DESKTOPS) : 'Windows 10 IoT Enterprise LTSC 2021',
    consoleUser: staffed ? suffix.toLowerCase() : 'kiosk',
    domain: staffed ? 'shops.fellside.example' : '',
    workGroup: staffed ? '' : 'KIOSK',
    publicIp: publicIp(shop),
    privateIp: privateIp(shop, station),
    statistics: makeStatistics(
      { cpu: 'Intel Celeron J6412', cores: 4, memoryGib: 8, diskGib: 120, mount: 'C:', ...zone },
      random,
    ),
  });
}

export function makeHandheld(index: number, random: RandomSource): FleetJumpItem {
  const shop = Math.floor(index / 2);
  const { town, code, zone } = shopOf(shop);
  const number = (index % 2) + 1;
  return makeJumpClient({
    name: `${town} · Stock scanner ${number}`,
    hostname: `android-${code.toLowerCase()}${twoDigits(number)}`,
    jumpGroup: 'Stores',
    tag: 'Handhelds',
    comments: random.chance(20) ? 'Battery weak, often off' : '',
    platform: 'android',
    mode: 'user',
    operatingSystem: random.pick(ANDROIDS),
    publicIp: publicIp(shop),
    privateIp: privateIp(shop, 100 + number),
    statistics: makeStatistics(
      { cpu: 'Qualcomm SM6375', cores: 8, memoryGib: 6, diskGib: 64, mount: '/data', ...zone },
      random,
    ),
  });
}
