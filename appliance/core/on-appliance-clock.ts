import type { EpochMs } from '#app/domain/ids.ts';
import type { StatisticsUpdate } from '#app/domain/statistics.ts';

/**
 * A computer reckons its start by its own clock, which may be wrong by years: how long it has been up is right all the same.
 * @param sentAt its own time when it said so
 */
export function onApplianceClock(
  statistics: StatisticsUpdate,
  sentAt: EpochMs,
  now: EpochMs,
): StatisticsUpdate {
  const { bootedAt } = statistics;
  return bootedAt === undefined
    ? statistics
    : { ...statistics, bootedAt: now - Math.max(0, sentAt - bootedAt) };
}
