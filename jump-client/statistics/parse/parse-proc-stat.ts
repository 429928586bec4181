/** From /proc/stat: clock ticks since the start of the system, over all processors. */
export type CpuTimes = { busyTicks: number; totalTicks: number };
export type ProcStat = { cpu: CpuTimes; cores: number; bootedAt: number };

/** @throws when the file is not what Linux writes */
export function parseProcStat(text: string): ProcStat {
  const cpu = /^cpu +([\d ]+)$/m.exec(text)?.[1];
  const bootSeconds = /^btime (\d+)$/m.exec(text)?.[1];
  if (cpu === undefined || bootSeconds === undefined)
    throw new Error('/proc/stat lacks its cpu or btime line.');
  // user nice system idle iowait irq softirq steal; guest times are part of user and nice already
  const ticks = cpu.split(' ').slice(0, 8).map(Number);
  const totalTicks = ticks.reduce((sum, count) => sum + count, 0);
  const idleTicks = (ticks[3] ?? 0) + (ticks[4] ?? 0);
  return {
    cpu: { busyTicks: totalTicks - idleTicks, totalTicks },
    cores: Math.max(1, text.match(/^cpu\d+ /gm)?.length ?? 1),
    bootedAt: Number(bootSeconds) * 1_000,
  };
}

/** How busy the processors were between two readings, in percent with one decimal; null when no time has passed. */
export function cpuPercent(earlier: CpuTimes, later: CpuTimes): number | null {
  const total = later.totalTicks - earlier.totalTicks;
  if (total <= 0) return null;
  const percent = ((later.busyTicks - earlier.busyTicks) / total) * 100;
  return Math.round(Math.min(100, Math.max(0, percent)) * 10) / 10;
}
