import type { StateCreator } from 'zustand';
import type { JumpItemId } from '#app/domain/ids.ts';
import type { StatisticsReport } from '#app/domain/statistics.ts';
import type { StatisticsHistory } from '#app/domain/statistics-history.ts';

export type StatisticsSlice = {
  /** The statistics of the items that are watched, each with when it was reported. */
  readonly statistics: ReadonlyMap<JumpItemId, StatisticsReport>;
  /** Their recent past, as far as the appliance has told it. */
  readonly statisticsHistories: ReadonlyMap<JumpItemId, StatisticsHistory>;
  /** A report names what changed; the rest stays as it was. */
  applyStatistics(reports: readonly StatisticsReport[]): void;
  /** A history comes whole. */
  applyHistory(history: StatisticsHistory): void;
  /** Forgets all but these: nobody tells of the others any more. */
  keepStatistics(ids: readonly JumpItemId[]): void;
};

function mergeReport(before: StatisticsReport | undefined, report: StatisticsReport): StatisticsReport {
  if (before === undefined) return report;
  return {
    ...report,
    statistics: { ...before.statistics, ...report.statistics },
    reportedAt: { ...before.reportedAt, ...report.reportedAt },
  };
}

export const createStatisticsSlice: StateCreator<StatisticsSlice> = (set) => ({
  statistics: new Map(),
  statisticsHistories: new Map(),
  applyStatistics: (reports) =>
    set((state) => {
      const statistics = new Map(state.statistics);
      for (const report of reports) {
        statistics.set(report.jumpItemId, mergeReport(statistics.get(report.jumpItemId), report));
      }
      return { statistics };
    }),
  applyHistory: (history) =>
    set(({ statisticsHistories }) => ({
      statisticsHistories: new Map(statisticsHistories).set(history.jumpItemId, history),
    })),
  keepStatistics: (ids) =>
    set((state) => ({
      statistics: onlyOf(state.statistics, ids),
      statisticsHistories: onlyOf(state.statisticsHistories, ids),
    })),
});

function onlyOf<V>(all: ReadonlyMap<JumpItemId, V>, ids: readonly JumpItemId[]): ReadonlyMap<JumpItemId, V> {
  return new Map([...all].filter(([id]) => ids.includes(id)));
}
