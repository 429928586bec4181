import type { JumpItemId } from '#app/domain/ids.ts';
import type { PresenceSpan } from '#app/domain/statistics-history.ts';
import { PRESENCE_HISTORY_MS } from '#app/domain/statistics-history.ts';
import type { Load } from '../core/load-history.ts';
import type { HistorySimulation } from '../core/statistics-histories.ts';
import { createRandomSource } from './random-source.ts';

const HOUR_MS = 3_600_000;

/** A past for the items of a fleet: the same item has the same one whenever somebody looks. */
export const simulatedHistory: HistorySimulation = { presenceBefore, loadAt };

/** A computer that was here was away before that, and the reverse: a working day long, a night long. */
function presenceBefore(id: JumpItemId, first: PresenceSpan): PresenceSpan[] {
  const random = createRandomSource(seedOf(id));
  const spans: PresenceSpan[] = [];
  let { since, presence } = first;
  while (since > first.since - PRESENCE_HISTORY_MS) {
    presence = presence === 'online' ? 'offline' : 'online';
    const hours = presence === 'online' ? random.whole(2, 11) : random.whole(1, 13);
    since -= hours * HOUR_MS - random.whole(0, 50) * 60_000;
    spans.unshift({ since, presence });
  }
  return spans;
}

/** Restless processors, memory that drifts, disks that fill slowly. */
function loadAt(id: JumpItemId, minute: number, { cpuPercent, memoryPercent, disks }: Load): Load {
  const seed = seedOf(id);
  const work = 0.35 + 1.1 * wave(seed, minute, 9) + 0.35 * wave(seed + 1, minute, 1);
  const burst = chanceAt(seed + 2, Math.floor(minute / 4)) > 0.93 ? 28 : 0;
  return {
    cpuPercent: percent(cpuPercent, (value) => value * work + burst),
    memoryPercent: percent(memoryPercent, (value) => value + 9 * (wave(seed + 3, minute, 17) - 0.5)),
    disks: disks.map((disk, index) => ({
      ...disk,
      percent: percent(disk.percent, (value) => value - 0.4 * wave(seed + 4 + index, minute, 40)),
    })),
  };
}

function percent(value: number | null, change: (value: number) => number): number | null {
  return value === null ? null : Math.round(Math.min(100, Math.max(0, change(value))) * 2) / 2;
}

/** From 0 to 1, smooth: a new height every `period` minutes. */
function wave(seed: number, minute: number, period: number): number {
  const step = Math.floor(minute / period);
  const part = minute / period - step;
  const eased = part * part * (3 - 2 * part);
  return chanceAt(seed, step) * (1 - eased) + chanceAt(seed, step + 1) * eased;
}

function chanceAt(seed: number, step: number): number {
  return createRandomSource(seed ^ Math.imul(step, 0x9e3779b1)).next();
}

/** FNV-1a. */
function seedOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}
