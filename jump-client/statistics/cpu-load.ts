import { type CpuTimes, cpuPercent } from './parse/parse-proc-stat.ts';

/** A reading so soon after the last one says nothing. */
const LEAST_TICKS = 25;

/** Turns readings of /proc/stat into a load: the first since the system started, each later one since the last. */
export function createCpuLoad(): { percent(times: CpuTimes): number } {
  let earlier: CpuTimes = { busyTicks: 0, totalTicks: 0 };
  let last = 0;
  return {
    percent(times) {
      if (times.totalTicks - earlier.totalTicks < LEAST_TICKS) return last;
      last = cpuPercent(earlier, times) ?? last;
      earlier = times;
      return last;
    },
  };
}
