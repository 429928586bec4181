import type { EpochMs } from '#app/domain/ids.ts';
import type { StatisticsUpdate } from '#app/domain/statistics.ts';
import { LOAD_HISTORY_MS, LOAD_SAMPLE_MS, type StatisticsHistory } from '#app/domain/statistics-history.ts';

/** The load at one moment, each disk by its mount. */
export type Load = {
  readonly cpuPercent: number | null;
  readonly memoryPercent: number | null;
  readonly disks: readonly { readonly mount: string; readonly percent: number | null }[];
};

/** What was known of the load in one minute after the other, and of which disks. */
export type LoadPast = Pick<StatisticsHistory, 'load' | 'disks'>;

const SAMPLES = LOAD_HISTORY_MS / LOAD_SAMPLE_MS + 1;
export const NO_LOAD: Load = { cpuPercent: null, memoryPercent: null, disks: [] };
/** A computer that mounts and unmounts all the time loses the disks that were reported first. */
const MOST_DISKS = 32;

/** Half percents in a byte; this one stands for null. */
const NOTHING = 255;

/** What the statistics say of the load. */
export function loadOf({ cpu, memory, disks = [] }: StatisticsUpdate): Load {
  return {
    cpuPercent: cpu?.percent ?? null,
    memoryPercent: memory === undefined ? null : percentOf(memory.usedBytes, memory.totalBytes),
    disks: disks.map(({ mount, usedBytes, totalBytes }) => ({
      mount,
      percent: percentOf(usedBytes, totalBytes),
    })),
  };
}

/** Loads of one minute each as they are told: all with the same disks, from the first one in which anything was known. */
export function loadPast(minutes: readonly { readonly minute: number; readonly load: Load }[]): LoadPast {
  const disks = [...new Set(minutes.flatMap(({ load }) => load.disks.map(({ mount }) => mount)))];
  const first = minutes.findIndex(({ load }) => isKnownLoad(load));
  const told = first < 0 ? [] : minutes.slice(first);
  return {
    disks: told.length === 0 ? [] : disks,
    load: told.map(({ minute, load: { cpuPercent, memoryPercent, disks: known } }) => ({
      at: minute * LOAD_SAMPLE_MS,
      cpuPercent,
      memoryPercent,
      diskPercents: disks.map((mount) => known.find((disk) => disk.mount === mount)?.percent ?? null),
    })),
  };
}

function isKnownLoad({ cpuPercent, memoryPercent, disks }: Load): boolean {
  return cpuPercent !== null || memoryPercent !== null || disks.some(({ percent }) => percent !== null);
}

/** The minute of a moment, counted from 1970. */
export function minuteOf(at: EpochMs): number {
  return Math.floor(at / LOAD_SAMPLE_MS);
}

/** The minutes of the last hour, the current one included. */
export function lastMinutes(now: EpochMs): number[] {
  const newest = minuteOf(now);
  return Array.from({ length: SAMPLES }, (_, index) => newest - (SAMPLES - 1) + index);
}

/** One load of the last hour, a byte a minute. */
function createSeries() {
  const samples = new Uint8Array(SAMPLES).fill(NOTHING);
  let holding = NOTHING;
  return {
    hold(percent: number | null): void {
      holding = percent === null ? NOTHING : Math.round(percent * 2);
    },
    write(minute: number): void {
      samples[minute % SAMPLES] = holding;
    },
    at(minute: number): number | null {
      const stored = samples[minute % SAMPLES] ?? NOTHING;
      return stored === NOTHING ? null : stored / 2;
    },
    isForgotten: () => holding === NOTHING && samples.every((sample) => sample === NOTHING),
  };
}

/**
 * The load of one Jump Client in the last hour, in 61 bytes for each part of it. What was reported holds until something
 * else is: minutes are filled in when somebody writes or reads, so that time costs nothing.
 */
export function createLoadHistory(startedAt: EpochMs) {
  const cpu = createSeries();
  const memory = createSeries();
  const disks = new Map<string, ReturnType<typeof createSeries>>();
  let newest = minuteOf(startedAt);

  const write = (minute: number) => {
    for (const series of [cpu, memory, ...disks.values()]) series.write(minute);
  };
  const catchUp = (now: EpochMs) => {
    const minute = minuteOf(now);
    for (let next = Math.max(newest + 1, minute - SAMPLES + 1); next <= minute; next += 1) write(next);
    newest = Math.max(newest, minute);
  };
  const holdDisks = (load: Load) => {
    for (const { mount } of load.disks) if (!disks.has(mount)) disks.set(mount, createSeries());
    for (const [mount, series] of disks) {
      series.hold(load.disks.find((disk) => disk.mount === mount)?.percent ?? null);
      const isOneTooMany = disks.size > MOST_DISKS && !load.disks.some((disk) => disk.mount === mount);
      if (isOneTooMany || series.isForgotten()) disks.delete(mount);
    }
  };

  return {
    /** From now on this is the load. */
    record(load: Load, now: EpochMs): void {
      catchUp(now);
      cpu.hold(load.cpuPercent);
      memory.hold(load.memoryPercent);
      holdDisks(load);
      write(newest);
    },
    /** The last hour from the first minute in which anything was known, oldest first. */
    past(now: EpochMs): LoadPast {
      catchUp(now);
      return loadPast(
        lastMinutes(newest * LOAD_SAMPLE_MS).map((minute) => ({
          minute,
          load: {
            cpuPercent: cpu.at(minute),
            memoryPercent: memory.at(minute),
            disks: [...disks].map(([mount, series]) => ({ mount, percent: series.at(minute) })),
          },
        })),
      );
    },
  };
}
export type LoadHistory = ReturnType<typeof createLoadHistory>;

function percentOf(used: number, total: number): number | null {
  return total === 0 ? null : Math.round(Math.min(1, used / total) * 1_000) / 10;
}
