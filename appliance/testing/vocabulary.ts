// The words from which a made-up company is put together: a chain of outdoor shops, its warehouse and head office.

export const TOWNS = [
  ['Leeds', 'LDS'],
  ['York', 'YRK'],
  ['Bristol', 'BRS'],
  ['Cardiff', 'CDF'],
  ['Exeter', 'EXT'],
  ['Norwich', 'NRW'],
  ['Glasgow', 'GLA'],
  ['Inverness', 'INV'],
  ['Keswick', 'KSW'],
  ['Sheffield', 'SHF'],
  ['Brighton', 'BTN'],
  ['Oxford', 'OXF'],
  ['Galway', 'GWY'],
  ['Cork', 'CRK'],
  ['Aberystwyth', 'ABY'],
  ['Fort William', 'FTW'],
  ['Zürich', 'ZRH'],
  ['Tromsø', 'TOS'],
  ['Malmö', 'MMA'],
  ['Kraków', 'KRK'],
  ['Besançon', 'BSN'],
  ['León', 'LEN'],
  ['Innsbruck', 'INN'],
  ['Ljubljana', 'LJU'],
] as const satisfies readonly [readonly [string, string], ...(readonly [string, string])[]];

/** The first of them, where clocks show the time of London. */
export const TOWNS_ON_THE_ISLES = 16;

export const PEOPLE = [
  ['Amara', 'Nwosu'],
  ['Søren', 'Kjær'],
  ['Priya', 'Raman'],
  ['Callum', 'Fraser'],
  ['Zoë', 'Hartley'],
  ['Tomasz', 'Kowalski'],
  ['Mei', 'Tanaka'],
  ['Siân', 'Pritchard'],
  ['Declan', 'Byrne'],
  ['Łucja', 'Wójcik'],
  ['Hugo', 'Lindqvist'],
  ['Fatima', 'Haddad'],
  ['Owen', 'Marsh'],
  ['Inés', 'Ortega'],
  ['Grace', 'Ashdown'],
  ['Rui', 'Magalhães'],
  ['Nadia', 'Petrova'],
  ['Theo', 'Blackwood'],
  ['Jürgen', 'Vogel'],
  ['Maeve', 'O’Sullivan'],
  ['Idris', 'Bello'],
  ['Hannah', 'Winters'],
  ['Kenji', 'Mori'],
  ['Rosa', 'Ferrante'],
  ['Lewis', 'Cartwright'],
  ['Aisha', 'Rahman'],
  ['Bram', 'de Wit'],
  ['Eilidh', 'MacLeod'],
] as const satisfies readonly [readonly [string, string], ...(readonly [string, string])[]];

export const DEPARTMENTS = ['Finance', 'Buying', 'Marketing', 'People', 'Logistics', 'Online Shop'] as const;

export const MEETING_ROOMS = [
  'Helvellyn',
  'Scafell',
  'Tryfan',
  'Ben Nevis',
  'Cairn Toul',
  'Skiddaw',
] as const;

export const SERVER_ROLES = [
  ['sql', 'Databases', 'Order database'],
  ['web', 'Web', 'Online shop front end'],
  ['app', 'Web', 'Order service'],
  ['bkp', 'Backup', 'Nightly backup target'],
  ['fs', 'Files', 'Department shares'],
  ['dc', 'Directory', 'Domain controller'],
  ['hv', 'Virtual machines', 'Hypervisor'],
  ['mon', 'Monitoring', 'Metrics and alerts'],
] as const satisfies readonly [readonly [string, string, string], ...(readonly [string, string, string])[]];

export const LINUX_SYSTEMS = ['Debian GNU/Linux 12', 'Ubuntu 24.04.1 LTS', 'Rocky Linux 9.4'] as const;
export const WINDOWS_SERVERS = ['Windows Server 2022', 'Windows Server 2019'] as const;
export const WINDOWS_DESKTOPS = [
  'Windows 11 Pro 24H2',
  'Windows 11 Pro 23H2',
  'Windows 10 Pro 22H2',
] as const;
export const MACS = ['macOS 15.1', 'macOS 14.7'] as const;
export const ANDROIDS = ['Android 14', 'Android 13', 'Android 12'] as const;

export const DESKTOP_CPUS = ['Intel Core i5-12400', 'Intel Core i7-1260P', 'AMD Ryzen 5 PRO 5650U'] as const;
export const SERVER_CPUS = ['Intel Xeon Silver 4314', 'AMD EPYC 7313P'] as const;

export const SHOP_COMMENTS = [
  '',
  '',
  '',
  'Receipt printer replaced, watch for paper jams',
  'Card reader on USB port 3',
  'Reboot only after closing time',
  'Touch screen calibrated in October',
  'Slow on Mondays: stock count runs until 10:30',
] as const;
export const OFFICE_COMMENTS = [
  '',
  '',
  '',
  'Works from home on Fridays',
  'Docking station needs a firmware update',
  'VIP: call before connecting',
  'Replacement ordered',
] as const;
