import type { EpochMs } from '#app/domain/ids.ts';
import type { StatisticsUpdate } from '#app/domain/statistics.ts';
import { LOAD_HISTORY_MS, LOAD_SAMPLE_MS, type LoadSample } from '#app/domain/statistics-history.ts';

export type Load = Omit<LoadSample, 'at'>;

const SAMPLES = LOAD_HISTORY_MS / LOAD_SAMPLE_MS + 1;
const VALUES = ['cpuPercent', 'memoryPercent', 'diskPercent'] as const;
export const NO_LOAD: Load = { cpuPercent: null, memoryPercent: null, diskPercent: null };

/** Half percents in a byte; this one stands for null. */
const NOTHING = 255;

/** What the statistics say of the load; of several disks the fullest counts. */
export function loadOf({ cpu, memory, disks }: StatisticsUpdate): Load {
  const full = (disks ?? []).map(({ usedBytes, totalBytes }) => percentOf(usedBytes, totalBytes));
  return {
    cpuPercent: cpu?.percent ?? null,
    memoryPercent: memory === undefined ? null : percentOf(memory.usedBytes, memory.totalBytes),
    diskPercent: full.reduce<number | null>((most, one) => Math.max(most ?? 0, one ?? 0), null),
  };
}

/** Whether anything is known of it. */
export function isKnownLoad(load: Load): boolean {
  return VALUES.some((name) => load[name] !== null);
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

/**
 * The load of one Jump Client in the last hour, in under 200 bytes. What was reported holds until something else is:
 * minutes are filled in when somebody writes or reads, so that time costs nothing.
 */
export function createLoadHistory(startedAt: EpochMs) {
  const samples = new Uint8Array(SAMPLES * VALUES.length).fill(NOTHING);
  const holding = new Uint8Array(VALUES.length).fill(NOTHING);
  let newest = minuteOf(startedAt);

  const write = (minute: number) => samples.set(holding, (minute % SAMPLES) * VALUES.length);
  const catchUp = (now: EpochMs) => {
    const minute = minuteOf(now);
    for (let next = Math.max(newest + 1, minute - SAMPLES + 1); next <= minute; next += 1) write(next);
    newest = Math.max(newest, minute);
  };

  return {
    /** From now on this is the load. */
    record(load: Load, now: EpochMs): void {
      catchUp(now);
      VALUES.forEach((name, index) => {
        const value = load[name];
        holding[index] = value === null ? NOTHING : Math.round(value * 2);
      });
      write(newest);
    },
    /** The samples of the last hour in which anything was known, oldest first. */
    samples(now: EpochMs): LoadSample[] {
      catchUp(now);
      const list = lastMinutes(newest * LOAD_SAMPLE_MS).map((minute): LoadSample => {
        const value = (index: number) => {
          const stored = samples[(minute % SAMPLES) * VALUES.length + index] ?? NOTHING;
          return stored === NOTHING ? null : stored / 2;
        };
        const at = minute * LOAD_SAMPLE_MS;
        return { at, cpuPercent: value(0), memoryPercent: value(1), diskPercent: value(2) };
      });
      const first = list.findIndex(isKnownLoad);
      return first < 0 ? [] : list.slice(first);
    },
  };
}
export type LoadHistory = ReturnType<typeof createLoadHistory>;

function percentOf(used: number, total: number): number | null {
  return total === 0 ? null : Math.round(Math.min(1, used / total) * 1_000) / 10;
}
