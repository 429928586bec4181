import type { StatisticName, StatisticsReport } from '#app/domain/statistics.ts';
import { t } from '../../texts.ts';
import { formatAge, formatDateTime, formatWhen } from '../../time.ts';

/** How old a statistic is, in short, and when it was reported, in full. */
export type Telling = { readonly age: string; readonly at: string };
export type Told = (name: StatisticName) => Telling | undefined;

/**
 * When each statistic was told: an age while it may change, the time itself once nothing comes any more.
 * @param now on the appliance's clock
 */
export function createTold(report: StatisticsReport | undefined, now: number, isGone: boolean): Told {
  return (name) => {
    const reportedAt = report?.reportedAt[name];
    if (reportedAt === undefined) return undefined;
    return {
      age: isGone ? formatWhen(reportedAt, now) : formatAge(now - reportedAt),
      at: t('statistics.reported', { time: formatDateTime(reportedAt) }),
    };
  };
}
