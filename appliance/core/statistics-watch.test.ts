import { expect, test } from 'vitest';
import type { StatisticsChanged } from '#app/contracts/appliance-protocol.ts';
import type { StatisticsReport } from '#app/domain/statistics.ts';
import { createCoreFixture, jumpItemId, representativeId, silentTransport } from '../testing/core-fixture.ts';

const till = jumpItemId('till');

async function watching(ids: string[]) {
  const fixture = await createCoreFixture();
  const reports: StatisticsReport[] = [];
  const connection = fixture.core.connectConsole(representativeId('anna'), {
    ...silentTransport,
    sendStatistics: (message: StatisticsChanged) => reports.push(...message.reports),
  });
  await connection.requests['statistics:watch']({ jumpItemIds: ids.map(jumpItemId) });
  return { ...fixture, connection, reports, jumpClients: fixture.core.jumpClients };
}

test('R1.6 tells of a watched item at once', async () => {
  const { reports, environment } = await watching(['till']);
  expect(reports).toMatchObject([{ jumpItemId: 'till', statistics: { version: '1.0.0' } }]);
  expect(reports[0]?.lastHeardAt).toBe(environment.clock.now());
});

test('R1.1 tells nothing of what the representative may not see, nor of what is no Jump Client', async () => {
  const { reports, jumpClients, environment } = await watching(['database', 'rdp', 'nobody']);
  await jumpClients.reportStatistics(jumpItemId('database'), { consoleUser: 'alex' });
  environment.advance(5_000);
  expect(reports).toEqual([]);
});

test('R5.2 tells of changes, gathered for 50 ms', async () => {
  const { reports, jumpClients, environment } = await watching(['till']);
  await jumpClients.reportStatistics(till, { consoleUser: 'alex' });
  await jumpClients.reportStatistics(till, { consoleUser: 'mel' });
  expect(reports).toHaveLength(1);
  environment.advance(50);
  expect(reports.slice(1)).toMatchObject([{ statistics: { consoleUser: 'mel' } }]);
});

test('tells when it was last heard from at most once a second', async () => {
  const { reports, jumpClients, environment } = await watching(['till']);
  for (let count = 0; count < 20; count += 1) {
    environment.advance(100);
    jumpClients.heard(till);
  }
  expect(reports).toHaveLength(3);
});

test('an item that is watched no longer, and a console that has left, hear nothing', async () => {
  const { reports, jumpClients, environment, connection } = await watching(['till']);
  await connection.requests['statistics:watch']({ jumpItemIds: [jumpItemId('reception')] });
  expect(reports).toHaveLength(2);
  await jumpClients.reportStatistics(till, { consoleUser: 'alex' });
  environment.advance(5_000);
  expect(reports).toHaveLength(2);
  await jumpClients.reportStatistics(jumpItemId('reception'), { consoleUser: 'alex' });
  connection.closed();
  environment.advance(5_000);
  expect(reports).toHaveLength(2);
});
