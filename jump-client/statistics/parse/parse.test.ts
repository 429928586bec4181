import { expect, test } from 'vitest';
import { domainOf, workGroupOf } from './parse-domain.ts';
import { parseKeyValues } from './parse-key-values.ts';
import { parseMemInfo } from './parse-meminfo.ts';
import { parseMounts } from './parse-mounts.ts';
import { parsePasswd } from './parse-passwd.ts';
import { cpuPercent, parseProcStat } from './parse-proc-stat.ts';
import { parseProcessStat } from './parse-process-stat.ts';
import { consoleUserOf, parseUtmp } from './parse-utmp.ts';
import { privateAddresses } from './private-addresses.ts';

test('os-release: quoted, escaped and plain values', () => {
  const values = parseKeyValues(
    '# comment\nNAME="Debian \\"12\\""\nID=debian\nVERSION=\'12\'\nbroken line\n',
  );
  expect([...values]).toEqual([
    ['NAME', 'Debian "12"'],
    ['ID', 'debian'],
    ['VERSION', '12'],
  ]);
});

test('/proc/stat: processors, ticks and the start of the system', () => {
  const text =
    'cpu  10 5 20 60 5 0 0 0 99 0\ncpu0 5 2 10 30 2 0 0 0 0 0\ncpu1 5 3 10 30 3 0 0 0 0 0\nintr 1 2\nbtime 1700000000\n';
  expect(parseProcStat(text)).toEqual({
    cpu: { busyTicks: 35, totalTicks: 100 },
    cores: 2,
    bootedAt: 1_700_000_000_000,
  });
  expect(() => parseProcStat('nothing')).toThrow('/proc/stat');
});

test('the load between two readings is a percentage, and unknown when no time has passed', () => {
  const at = (busyTicks: number, totalTicks: number) => ({ busyTicks, totalTicks });
  expect(cpuPercent(at(0, 0), at(1, 3))).toBe(33.3);
  expect(cpuPercent(at(5, 10), at(5, 10))).toBeNull();
  expect(cpuPercent(at(5, 10), at(4, 20))).toBe(0);
});

test('/proc/meminfo: what is available counts as free', () => {
  expect(
    parseMemInfo('MemTotal:  1000 kB\nMemFree: 10 kB\nMemAvailable:  600 kB\nSwapTotal: 4 kB\n'),
  ).toEqual({
    totalBytes: 1_024_000,
    availableBytes: 614_400,
    swapTotalBytes: 4_096,
    swapFreeBytes: 0,
  });
  expect(() => parseMemInfo('MemTotal: 1000 kB\n')).toThrow('MemAvailable');
});

test('/proc/mounts: disks only, each once, blanks in names restored', () => {
  const text = [
    'proc /proc proc rw 0 0',
    'tmpfs /run tmpfs rw 0 0',
    '/dev/sda1 /mnt/bound ext4 rw 0 0',
    '/dev/sda1 / ext4 rw 0 0',
    '/dev/sdb1 /mnt/my\\040disk vfat rw 0 0',
    'overlay /var/lib/docker/overlay2/a/merged overlay rw 0 0',
    'store:/home /home nfs4 rw 0 0',
    '/dev/loop0 /snap/core squashfs ro 0 0',
    '',
  ].join('\n');
  expect(parseMounts(text)).toEqual([
    { device: '/dev/sda1', mount: '/', fileSystem: 'ext4' },
    { device: '/dev/sdb1', mount: '/mnt/my disk', fileSystem: 'vfat' },
  ]);
  expect(parseMounts('overlay / overlay rw 0 0\n')).toHaveLength(1);
});

function aLogin(
  recordBytes: number,
  login: { type?: number; user: string; terminal: string; from?: string },
) {
  const record = Buffer.alloc(recordBytes);
  record.writeInt16LE(login.type ?? 7, 0);
  record.write(login.terminal, 8);
  record.write(login.user, 44);
  record.write(login.from ?? '', 76);
  record.writeInt32LE(1_700_000_000, recordBytes === 400 ? 344 : 340);
  return record;
}

test.each([
  ['x64', 384],
  ['arm64', 400],
])('utmp on %s: who is logged in, and since when', (architecture, size) => {
  const bytes = Buffer.concat([
    aLogin(size, { type: 2, user: 'reboot', terminal: '~' }),
    aLogin(size, { user: 'kim', terminal: 'pts/0', from: '10.0.0.9' }),
    aLogin(size, { user: 'mara', terminal: 'tty2' }),
    Buffer.alloc(7),
  ]);
  expect(parseUtmp(bytes, architecture)).toEqual([
    { user: 'kim', terminal: 'pts/0', from: '10.0.0.9', since: 1_700_000_000_000 },
    { user: 'mara', terminal: 'tty2', from: '', since: 1_700_000_000_000 },
  ]);
});

test('the console user sits at the screen or, without one, at a terminal', () => {
  const login = (user: string, terminal: string, from = '') => ({ user, terminal, from, since: null });
  const [remote, terminal, screen] = [
    login('kim', 'pts/0'),
    login('mara', 'tty1'),
    login('jo', 'tty2', ':0'),
  ];
  expect(consoleUserOf([remote, terminal, screen])).toBe('jo');
  expect(consoleUserOf([remote, terminal])).toBe('mara');
  expect(consoleUserOf([remote])).toBe('kim');
  expect(consoleUserOf([])).toBe('');
});

test('/etc/passwd: accounts, without broken lines', () => {
  expect(parsePasswd('root:x:0:0:root:/root:/bin/bash\nbroken\nkim:x:1000:1000:Kim,,,:/home/kim:\n')).toEqual(
    [
      { name: 'root', userId: 0, groupId: 0, home: '/root', shell: '/bin/bash' },
      { name: 'kim', userId: 1000, groupId: 1000, home: '/home/kim', shell: '' },
    ],
  );
});

test('the domain comes from the host name, else from resolv.conf', () => {
  expect(domainOf('desk.office.example', 'search other.example')).toBe('office.example');
  expect(domainOf('desk', 'nameserver 1.1.1.1\nsearch office.example lan')).toBe('office.example');
  expect(domainOf('desk', 'search lan\ndomain office.example.')).toBe('office.example');
  expect(domainOf('desk', 'search .')).toBe('');
});

test('the work group comes from the global section of smb.conf', () => {
  expect(
    workGroupOf('[share]\nworkgroup = WRONG\n[Global]\n  ; workgroup = NO\n  workgroup = OFFICE \n'),
  ).toBe('OFFICE');
  expect(workGroupOf('')).toBe('');
});

test("the computer's own addresses: IPv4 first, none of the loop-back or of one link", () => {
  const entry = (address: string, family: 'IPv4' | 'IPv6', internal = false) =>
    ({ address, family, internal, netmask: '', mac: '', cidr: null, scopeid: 0 }) as never;
  const interfaces = {
    lo: [entry('127.0.0.1', 'IPv4', true)],
    eth0: [
      entry('fe80::1', 'IPv6'),
      entry('fd00::2', 'IPv6'),
      entry('10.0.0.2', 'IPv4'),
      entry('169.254.1.1', 'IPv4'),
    ],
  };
  expect(privateAddresses(interfaces)).toEqual(['10.0.0.2', 'fd00::2']);
});

test('/proc/PID/stat: a name with blanks and parentheses', () => {
  const fields = Array.from({ length: 50 }, (_, index) => index + 3);
  expect(parseProcessStat(`42 (a (b) c) S ${fields.slice(1).join(' ')}\n`)).toEqual({
    processId: 42,
    name: 'a (b) c',
    sessionLeaderId: 6,
    cpuTicks: 14 + 15,
    residentPages: 24,
  });
  expect(parseProcessStat('')).toBeNull();
});
