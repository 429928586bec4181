import type { Logger } from 'pino';
import { type StatisticName, Statistics, type StatisticsUpdate } from '#app/domain/statistics.ts';
import type { Clock } from '../clock.ts';
import { changedStatistics } from './statistics-changes.ts';
import type { StatisticsReaders } from './statistics-readers.ts';

export const SAMPLING_INTERVAL_MS = 10_000;

export type StatisticsSampler = {
  /** Reports everything at once, then what changes, until stopped. Begins anew when it already runs. */
  start(): void;
  stop(): void;
};

type Options = {
  readers: StatisticsReaders;
  /** Resolves when the appliance has it; what was not taken is reported again at the next reading. */
  report: (statistics: StatisticsUpdate) => Promise<void>;
  clock: Clock;
  log: Logger;
  intervalMs?: number;
};

/** R5.2: all statistics at connect, and from then on each as it changes. */
export function createStatisticsSampler({
  readers,
  report,
  clock,
  log,
  intervalMs = SAMPLING_INTERVAL_MS,
}: Options): StatisticsSampler {
  const unreadable = new Set<StatisticName>();
  let stopCurrent = () => {};

  async function readOne(name: StatisticName): Promise<readonly [StatisticName, unknown] | null> {
    try {
      const value = Statistics.shape[name].parse(await readers[name]());
      if (unreadable.delete(name)) log.info({ statistic: name }, 'A statistic can be read again.');
      return [name, value];
    } catch (error) {
      if (!unreadable.has(name))
        log.warn({ statistic: name, error }, 'A statistic cannot be read and is left out.');
      unreadable.add(name);
      return null;
    }
  }

  async function readAll(): Promise<StatisticsUpdate> {
    const read = await Promise.all(Object.keys(readers).map((name) => readOne(name as StatisticName)));
    return Object.fromEntries(read.filter((entry) => entry !== null));
  }

  function run(): () => void {
    let reported: StatisticsUpdate = {};
    let stopped = false;
    let cancelTimer = () => {};
    async function sample(): Promise<void> {
      try {
        const changed = changedStatistics(reported, await readAll());
        if (stopped) return;
        if (Object.keys(changed).length > 0) {
          await report(changed);
          reported = { ...reported, ...changed };
        }
      } catch (error) {
        if (!stopped) log.warn({ error }, 'Statistics were not taken; they are reported again.');
      }
      if (!stopped) cancelTimer = clock.after(intervalMs, () => void sample());
    }
    void sample();
    return () => {
      stopped = true;
      cancelTimer();
    };
  }

  return {
    start() {
      stopCurrent();
      stopCurrent = run();
    },
    stop() {
      stopCurrent();
    },
  };
}
