import type { StatisticName, Statistics, StatisticsUpdate } from '#app/domain/statistics.ts';

/** Load wavers all the time. A change is worth a message from here on; an idle computer sends next to none (R5.1). */
const CPU_POINTS = 1;
const SHARE_OF_MEMORY = 0.01;
const SHARE_OF_DISK = 0.01;
/** The kernel computes the start of the system anew whenever its clock is set right. */
const BOOT_JITTER_MS = 30_000;

/** The statistics of `current` that differ from what was last reported, enough to matter (R5.2). */
export function changedStatistics(reported: StatisticsUpdate, current: StatisticsUpdate): StatisticsUpdate {
  const names = Object.keys(current) as StatisticName[];
  const changed = names.filter((name) => differs(name, reported, current));
  return Object.fromEntries(changed.map((name) => [name, current[name]]));
}

function differs(name: StatisticName, reported: StatisticsUpdate, current: StatisticsUpdate): boolean {
  if (reported[name] === undefined || current[name] === undefined) return current[name] !== undefined;
  if (name === 'cpu') return cpuDiffers(reported.cpu, current.cpu);
  if (name === 'memory') return memoryDiffers(reported.memory, current.memory);
  if (name === 'disks') return disksDiffer(reported.disks ?? [], current.disks ?? []);
  if (name === 'bootedAt')
    return Math.abs((reported.bootedAt ?? 0) - (current.bootedAt ?? 0)) > BOOT_JITTER_MS;
  return JSON.stringify(reported[name]) !== JSON.stringify(current[name]);
}

function cpuDiffers(a: Statistics['cpu'] | undefined, b: Statistics['cpu'] | undefined): boolean {
  if (a === undefined || b === undefined) return a !== b;
  return a.model !== b.model || a.cores !== b.cores || Math.abs(a.percent - b.percent) >= CPU_POINTS;
}

function memoryDiffers(a: Statistics['memory'] | undefined, b: Statistics['memory'] | undefined): boolean {
  if (a === undefined || b === undefined) return a !== b;
  return usageDiffers(a, b, SHARE_OF_MEMORY);
}

function disksDiffer(a: Statistics['disks'], b: Statistics['disks']): boolean {
  if (a.length !== b.length) return true;
  return a.some((disk, index) => {
    const other = b[index];
    return other === undefined || disk.mount !== other.mount || usageDiffers(disk, other, SHARE_OF_DISK);
  });
}

type Usage = { totalBytes: number; usedBytes: number };

function usageDiffers(a: Usage, b: Usage, share: number): boolean {
  return a.totalBytes !== b.totalBytes || Math.abs(a.usedBytes - b.usedBytes) >= a.totalBytes * share;
}
