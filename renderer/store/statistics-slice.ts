import type { StateCreator } from 'zustand';
import type { JumpItemId } from '#app/domain/ids.ts';
import type { StatisticsReport } from '#app/domain/statistics.ts';

export type StatisticsSlice = {
  /** The statistics of the items that are watched, each with when it was reported. */
  readonly statistics: ReadonlyMap<JumpItemId, StatisticsReport>;
  /** A report names what changed; the rest stays as it was. */
  applyStatistics(reports: readonly StatisticsReport[]): void;
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
  applyStatistics: (reports) =>
    set((state) => {
      const statistics = new Map(state.statistics);
      for (const report of reports) {
        statistics.set(report.jumpItemId, mergeReport(statistics.get(report.jumpItemId), report));
      }
      return { statistics };
    }),
  keepStatistics: (ids) =>
    set((state) => ({ statistics: new Map([...state.statistics].filter(([id]) => ids.includes(id))) })),
});
