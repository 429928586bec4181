import { expect, test } from 'vitest';
import type { Presence } from '#app/domain/jump-item.ts';
import { StatisticsHistory } from '#app/domain/statistics-history.ts';
import {
  createCoreFixture,
  fakeLink,
  jumpItemId,
  representativeId,
  SMALL_FLEET,
  silentTransport,
} from '../testing/core-fixture.ts';
import { simulatedHistory } from '../testing/simulate-history.ts';
import type { HistorySimulation } from './statistics-histories.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const till = jumpItemId('till');
const BUSY = {
  cpu: { model: 'x', cores: 4, percent: 40 },
  memory: { totalBytes: 100, usedBytes: 60 },
  disks: [{ mount: '/', totalBytes: 100, usedBytes: 25 }],
};
const BUSY_LOAD = { cpuPercent: 40, memoryPercent: 60, diskPercents: [25] };

async function watching(ids: string[], simulation: HistorySimulation | null = null) {
  const fixture = await createCoreFixture(SMALL_FLEET, simulation);
  const histories: StatisticsHistory[] = [];
  const connection = fixture.core.connectConsole(representativeId('anna'), {
    ...silentTransport,
    sendHistory: (history) => histories.push(StatisticsHistory.parse(history)),
    sendSummaryChanged: () => undefined,
  });
  const watch = (watched: string[]) =>
    connection.requests['statistics:watch']({ jumpItemIds: watched.map(jumpItemId) });
  await watch(ids);
  const setPresence = (presence: Presence) => fixture.core.jumpItems.change(till, { presence });
  return { ...fixture, connection, watch, histories, setPresence };
}

test('R1.6 the past of a watched item is told at once, then each minute', async () => {
  const { histories, environment } = await watching(['till']);
  const since = environment.clock.now() - HOUR;
  expect(histories).toEqual([
    { jumpItemId: 'till', disks: [], load: [], presence: [{ since, presence: 'online' }] },
  ]);
  environment.advance(3 * MINUTE);
  expect(histories).toHaveLength(4);
});

test('R1.6 a change of presence is told at once', async () => {
  const { histories, environment, setPresence } = await watching(['till']);
  const start = environment.clock.now();
  environment.advance(1_000);
  await setPresence('offline');
  expect(histories.at(-1)?.presence).toEqual([
    { since: start - HOUR, presence: 'online' },
    { since: start + 1_000, presence: 'offline' },
  ]);
});

test('R1.6 presence is remembered for 24 hours, with what it was before them', async () => {
  const { environment, watch, histories, setPresence } = await watching([]);
  const start = environment.clock.now();
  for (const presence of ['offline', 'online', 'disabled'] as const) {
    environment.advance(13 * HOUR);
    await setPresence(presence);
  }
  await watch(['till']);
  expect(histories.at(-1)?.presence).toEqual([
    { since: start + 13 * HOUR, presence: 'offline' },
    { since: start + 26 * HOUR, presence: 'online' },
    { since: start + 39 * HOUR, presence: 'disabled' },
  ]);
});

test('R1.6 a computer that comes and goes all the time loses its oldest spans', async () => {
  const { watch, histories, environment, setPresence } = await watching([]);
  for (let count = 0; count < 500; count += 1) {
    environment.advance(1_000);
    await setPresence(count % 2 === 0 ? 'offline' : 'online');
  }
  await watch(['till']);
  expect(histories[0]?.presence).toHaveLength(200);
  expect(histories[0]?.presence.at(-1)).toEqual({ since: environment.clock.now(), presence: 'online' });
});

test('R1.1 nothing is told of what is out of sight, and of shortcuts, nor after watching', async () => {
  const { core, histories, environment, connection, setPresence, watch } = await watching([
    'database',
    'rdp',
    'nobody',
  ]);
  await core.jumpItems.change(jumpItemId('database'), { presence: 'offline' });
  environment.advance(3 * MINUTE);
  expect(histories).toEqual([]);
  await watch(['till']);
  connection.closed();
  await setPresence('offline');
  environment.advance(3 * MINUTE);
  expect(histories).toHaveLength(1);
});

test('R1.6 a registered computer has only the load that it reported, and a gap while it is away', async () => {
  const { core, seeded, environment } = await watching([], simulatedHistory);
  const registration = { installerKey: seeded.installerKeys[0]?.key ?? '', secret: 's', hostname: 'box' };
  const outcome = await core.jumpClients.register(registration);
  if (!outcome.ok) throw new Error(outcome.failure);
  const id = outcome.value;
  const { link } = fakeLink();
  const history = () => {
    const item = core.site.get('jump-item', id);
    if (item?.method !== 'jump-client') throw new Error('no row');
    return core.histories.of(item);
  };
  await core.jumpClients.connected(id, link, '192.0.2.7');
  await core.jumpClients.reportStatistics(id, BUSY);
  environment.advance(MINUTE);
  await core.jumpClients.disconnected(id, link, true);
  await core.jumpClients.uninstall(id);
  environment.advance(MINUTE);
  const start = Math.floor(environment.clock.now() / MINUTE) * MINUTE - 2 * MINUTE;
  expect(history().load).toEqual([
    { at: start, ...BUSY_LOAD },
    { at: start + MINUTE, cpuPercent: null, memoryPercent: null, diskPercents: [null] },
    { at: start + 2 * MINUTE, cpuPercent: null, memoryPercent: null, diskPercents: [null] },
  ]);
  expect(history().presence.map(({ presence }) => presence)).toEqual([
    'offline',
    'online',
    'offline',
    'uninstalled',
  ]);
});

test('R1.6 an item of a fleet has a past of a whole day, the same for everybody, that goes on', async () => {
  const { core, watch, histories, environment } = await watching([], simulatedHistory);
  await core.jumpClients.reportStatistics(till, BUSY);
  const now = environment.clock.now();
  await watch(['till']);
  await watch([]);
  await watch(['till']);
  const [first, again] = histories;
  expect(again).toEqual(first);
  expect(first?.load).toHaveLength(61);
  expect(first?.load.at(-1)).toEqual({ at: Math.floor(now / MINUTE) * MINUTE, ...BUSY_LOAD });
  expect(first?.presence[0]?.since).toBeLessThanOrEqual(now - 24 * HOUR);
  const measured = first?.load.filter(({ cpuPercent }) => cpuPercent !== null) ?? [];
  expect(measured.length).toBeGreaterThanOrEqual(60); // it has been there for an hour
  expect(new Set(measured.map(({ cpuPercent }) => cpuPercent)).size).toBeGreaterThan(20);
  environment.advance(MINUTE);
  expect(histories.at(-1)?.load.slice(0, 59)).toEqual(first?.load.slice(1, 60));
});
