import { expect, test, vi } from 'vitest';
import { SystemInformation } from '#app/contracts/session-services.ts';
import { createStatisticsReaders } from '../statistics/statistics-readers.ts';
import { type System, thisSystem } from '../system.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { createSilentLog } from '../testing/silent-log.ts';
import { createTestChannel } from '../testing/test-channel.ts';
import { createProcessTable } from './process-table.ts';
import { createSystemInformationReader } from './system-information.ts';
import { REFRESH_INTERVAL_MS, serveSystemInformation } from './system-information-feed.ts';

const SERVICE = { service: 'system-information' } as const;

function aReader(system: System) {
  const readers = createStatisticsReaders({ system, version: '1.2.3', mode: 'user', now: Date.now });
  return createSystemInformationReader({ system, readers, now: Date.now });
}

test('all sections of this very computer, as the contract wants them', async () => {
  const information = SystemInformation.parse(await aReader(thisSystem)());
  expect(information.sections.map(({ title }) => title)).toEqual([
    'computer',
    'operating-system',
    'processor',
    'memory',
    'disks',
    'network',
    'users',
    'processes',
  ]);
  const computer = information.sections[0]?.rows ?? [];
  expect(computer).toContainEqual(['Host name', thisSystem.hostname()]);
  for (const { columns, rows } of information.sections)
    for (const row of rows) expect(row).toHaveLength(columns.length);
});

test('a support client says what it is, and what a pin has installed', async () => {
  const readers = createStatisticsReaders({
    system: thisSystem,
    version: '1.2.3',
    mode: 'service',
    now: Date.now,
  });
  let mode: 'service' | null = null;
  const sources = { system: thisSystem, readers, now: Date.now, pinnedMode: async () => mode };
  const programs = async () =>
    (await createSystemInformationReader(sources)()).sections[0]?.rows.filter(([name]) =>
      name?.endsWith('Client'),
    );
  expect(await programs()).toEqual([
    ['Support Client', '1.2.3'],
    ['Jump Client', 'not installed'],
  ]);
  mode = 'service';
  expect(await programs()).toContainEqual(['Jump Client', 'installed, service mode']);
});

test('a section that cannot be read is left out', async () => {
  const readText: System['readText'] = async (path) => {
    if (path === '/proc/meminfo') throw new Error('no memory');
    return thisSystem.readText(path);
  };
  const { sections } = await aReader({ ...thisSystem, readText })();
  expect(sections.map(({ title }) => title)).not.toContain('memory');
  expect(sections.length).toBeGreaterThan(5);
});

test('processes stand in the order of their load since the last reading, then of their memory', async () => {
  const clock = createManualClock();
  const ticks: Record<string, number> = { 10: 100, 11: 100, 12: 100 };
  const system: System = {
    ...thisSystem,
    listFolder: async () => ['10', '11', '12', '13', 'self'],
    readText: async (path) => {
      if (path === '/etc/passwd') return 'kim:x:1000:1000::/home/kim:/bin/sh\n';
      const id = path.split('/')[2] ?? '';
      if (id === '13') throw new Error('ended a moment ago');
      if (path.endsWith('/status')) return `Uid:\t${id === '10' ? 1000 : 4711}\t0\t0\t0\n`;
      const fields = Array.from({ length: 22 }, () => 0);
      fields[11] = ticks[id] ?? 0;
      fields[21] = Number(id);
      return `${id} (process ${id}) S ${fields.slice(1).join(' ')}`;
    },
    readBytes: async () => new Uint8Array(0),
  };
  const table = createProcessTable(system, clock.now);
  expect((await table.read()).map(({ processId }) => processId)).toEqual([12, 11, 10]);
  ticks[10] = 250;
  clock.advance(3_000);
  expect((await table.read())[0]).toEqual({
    processId: 10,
    name: 'process 10',
    user: 'kim',
    cpuPercent: 50,
    residentBytes: 10 * 4_096,
  });
});

function aFeed(read = vi.fn(async () => ({ takenAt: 1, sections: [] }) as SystemInformation)) {
  const clock = createManualClock();
  const tab = createTestChannel(SERVICE);
  serveSystemInformation(tab.channel, { read, clock, log: createSilentLog() });
  return { clock, read, tab };
}

test('a line of JSON at once, and another one every three seconds', async () => {
  const { clock, tab } = aFeed();
  const line = new TextDecoder().decode(await tab.output.take());
  expect(line.endsWith('\n')).toBe(true);
  expect(SystemInformation.parse(JSON.parse(line))).toEqual({ takenAt: 1, sections: [] });
  clock.advance(REFRESH_INTERVAL_MS);
  await tab.output.take();
});

test('a console that reads nothing gets no more until it does', async () => {
  const { clock, read, tab } = aFeed();
  tab.grantCredit(false);
  await tab.output.take();
  expect(clock.nextDelay).toBeNull();
  tab.grantCredit(true);
  clock.advance(REFRESH_INTERVAL_MS);
  await tab.output.take();
  expect(read).toHaveBeenCalledTimes(2);
});

test('it ends with its channel', async () => {
  const { clock, tab } = aFeed();
  await tab.output.take();
  tab.channel.listener.closed?.({ reason: 'closed' });
  expect(clock.nextDelay).toBeNull();
});

test('what cannot be read closes the channel with a reason', async () => {
  const { tab } = aFeed(vi.fn(async () => Promise.reject(new Error('no /proc'))));
  expect(await tab.closed.take()).toMatchObject({ reason: 'failed' });
});
