import { expect, onTestFinished, test } from 'vitest';
import type { StatisticsUpdate } from '#app/domain/statistics.ts';
import { thisSystem } from '../system.ts';
import { createEventQueue } from '../testing/event-queue.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { createSilentLog, type LogLine } from '../testing/silent-log.ts';
import { createStatisticsReaders, type StatisticsReaders } from './statistics-readers.ts';
import { createStatisticsSampler, SAMPLING_INTERVAL_MS } from './statistics-sampler.ts';

function aSampler(overrides: Partial<StatisticsReaders>) {
  const clock = createManualClock();
  const planned = createEventQueue<number>();
  const reports = createEventQueue<StatisticsUpdate>();
  const lines: LogLine[] = [];
  let failing = false;
  const constant = createStatisticsReaders({
    system: thisSystem,
    version: '1.0.0',
    mode: 'user',
    now: clock.now,
  });
  const quiet = {
    cpu: async () => ({ model: '', cores: 1, percent: 5 }),
    memory: async () => ({ totalBytes: 9, usedBytes: 4 }),
  };
  const sampler = createStatisticsSampler({
    readers: { ...constant, ...quiet, disks: async () => [], ...overrides },
    report: async (statistics) => {
      reports.push(statistics);
      if (failing) throw new Error('no answer');
    },
    clock: {
      now: clock.now,
      after(milliseconds, action) {
        const cancel = clock.after(milliseconds, action);
        planned.push(milliseconds);
        return cancel;
      },
    },
    log: createSilentLog(lines),
  });
  onTestFinished(() => sampler.stop());
  return {
    clock,
    lines,
    sampler,
    reports,
    /** Resolves when a reading is done and the next one is planned. */
    settled: () => planned.take(),
    failReports: (fail: boolean) => {
      failing = fail;
    },
  };
}

test('R5.2 everything is reported at connect, then only what changed', async () => {
  let consoleUser = '';
  const { clock, sampler, reports, settled } = aSampler({ consoleUser: async () => consoleUser });
  sampler.start();
  expect(await settled()).toBe(SAMPLING_INTERVAL_MS);
  expect(Object.keys(reports.all[0] ?? {})).toHaveLength(14);

  clock.advance(SAMPLING_INTERVAL_MS);
  await settled();
  expect(reports.all).toHaveLength(1);

  consoleUser = 'mara';
  clock.advance(SAMPLING_INTERVAL_MS);
  await settled();
  expect(reports.all[1]).toEqual({ consoleUser: 'mara' });
});

test('R5.2 at each connect everything is reported again', async () => {
  const { sampler, reports, settled } = aSampler({});
  sampler.start();
  await settled();
  sampler.start();
  await settled();
  expect(reports.all[1]).toEqual(reports.all[0]);
});

test('R5.2 what the appliance did not take is reported again', async () => {
  const { clock, sampler, reports, settled, failReports } = aSampler({});
  failReports(true);
  sampler.start();
  await settled();
  failReports(false);
  clock.advance(SAMPLING_INTERVAL_MS);
  await settled();
  expect(reports.all[1]).toEqual(reports.all[0]);
});

test('R5.2 a statistic that cannot be read is left out and named once; the others are reported', async () => {
  const { clock, lines, sampler, reports, settled } = aSampler({
    cpu: async () => {
      throw new Error('no /proc');
    },
    hostname: async () => 'x'.repeat(300),
  });
  sampler.start();
  await settled();
  clock.advance(SAMPLING_INTERVAL_MS);
  await settled();
  expect(reports.all[0]).not.toHaveProperty('cpu');
  expect(reports.all[0]).not.toHaveProperty('hostname');
  expect(reports.all[0]).toHaveProperty('memory');
  expect(lines).toHaveLength(2);
});
