import { expect, test } from 'vitest';
import { Statistics } from '#app/domain/statistics.ts';
import { type System, thisSystem } from '../system.ts';
import { createStatisticsReaders } from './statistics-readers.ts';

function aSystem(files: Record<string, string>): System {
  const missing = (path: string) => Object.assign(new Error(`No ${path}`), { code: 'ENOENT' });
  return {
    ...thisSystem,
    readText: async (path) => {
      if (files[path] === undefined) throw missing(path);
      return files[path];
    },
    readBytes: async (path) => {
      throw missing(path);
    },
    listFolder: async (path) =>
      Object.keys(files)
        .filter((file) => file.startsWith(`${path}/`))
        .map((file) => file.slice(path.length + 1)),
    hostname: () => 'front-desk.office.example',
    kernelRelease: () => '6.1.0-32-amd64',
    architecture: () => 'x64',
  };
}
const readersOf = (system: System) =>
  createStatisticsReaders({ system, version: '1.2.3', mode: 'user', now: Date.now });

test('R5.2 every statistic of this very computer can be read and is as the contract wants it', async () => {
  const readers = readersOf(thisSystem);
  const names = Object.keys(Statistics.shape) as (keyof typeof readers)[];
  const read = await Promise.all(names.map(async (name) => [name, await readers[name]()]));
  const statistics = Statistics.parse(Object.fromEntries(read));
  expect(statistics.bootedAt).toBeLessThan(Date.now());
  expect(statistics.memory.usedBytes).toBeGreaterThan(0);
  expect(statistics.memory.usedBytes).toBeLessThan(statistics.memory.totalBytes);
});

test('R5.2 the operating system is named with its kernel, the domain by the full host name', async () => {
  const readers = readersOf(aSystem({ '/etc/os-release': 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n' }));
  expect(await readers.operatingSystem()).toBe('Debian GNU/Linux 12 (bookworm), Linux 6.1.0-32-amd64');
  expect(await readers.domain()).toBe('office.example');
  expect(await readers.workGroup()).toBe('');
});

test('R5.2 the load is that since the last reading', async () => {
  const files = { '/proc/cpuinfo': 'model name\t: Some CPU\n', '/proc/stat': '' };
  const readers = readersOf(aSystem(files));
  files['/proc/stat'] = 'cpu  100 0 100 800 0 0 0 0 0 0\ncpu0 100 0 100 800 0 0 0 0 0 0\nbtime 1700000000\n';
  expect(await readers.cpu()).toEqual({ model: 'Some CPU', cores: 1, percent: 20 });
  files['/proc/stat'] = 'cpu  175 0 100 825 0 0 0 0 0 0\ncpu0 175 0 100 825 0 0 0 0 0 0\nbtime 1700000000\n';
  expect(await readers.cpu()).toMatchObject({ percent: 75 });
  expect(await readers.cpu()).toMatchObject({ percent: 75 });
});

test('R5.2 without utmp the console user is found in the sessions that systemd keeps', async () => {
  const sessions = '/run/systemd/sessions';
  const readers = readersOf(
    aSystem({
      [`${sessions}/1`]: 'USER=kim\nCLASS=user\nTTY=pts/0\nREMOTE_HOST=10.0.0.9\nSTATE=active\n',
      [`${sessions}/2`]: 'USER=mara\nCLASS=user\nSEAT=seat0\nTTY=tty2\nSTATE=active\n',
      [`${sessions}/c1`]: 'USER=gdm\nCLASS=greeter\nSEAT=seat0\nSTATE=online\n',
    }),
  );
  expect(await readers.consoleUser()).toBe('mara');
});

test('R5.2 nobody is logged in where no record of logins is kept', async () => {
  expect(await readersOf(aSystem({})).consoleUser()).toBe('');
});
