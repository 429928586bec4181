import { expect, test } from 'vitest';
import type { LoadSample } from '#app/domain/statistics-history.ts';
import { loadLines, loadRange } from './load-history.ts';
import { presenceHistory } from './presence-history.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const now = 100 * HOUR;
const cpu = ({ cpuPercent }: LoadSample) => cpuPercent;
const sample = (minutesAgo: number, cpuPercent: number | null) => ({
  at: now - minutesAgo * MINUTE,
  cpuPercent,
  memoryPercent: null,
  diskPercents: [],
});

test('R1.6 the last hour is a line from left to right; what is older is left out', () => {
  const lines = loadLines([sample(90, 10), sample(2, 20), sample(1, 30), sample(0, 40)], cpu, now);
  expect(lines).toHaveLength(1);
  expect(lines[0]?.map(({ y }) => y)).toEqual([0.2, 0.3, 0.4]);
  expect(lines[0]?.at(-1)?.x).toBe(1);
});

test('R1.6 a gap stays a gap: after a silence, and where the load was not reported', () => {
  const silent = loadLines([sample(30, 10), sample(29, 12), sample(5, 20)], cpu, now);
  expect(silent.map((line) => line.length)).toEqual([2, 1]);
  const unknown = [4, 3, 2].map((ago) => sample(ago, null));
  const lines = loadLines([sample(5, 10), ...unknown, sample(1, 20)], cpu, now);
  expect(lines.map((line) => line.length)).toEqual([1, 1]);
});

test('R1.6 between what the load was; nothing where nothing is known', () => {
  expect(loadRange([sample(90, 1), sample(2, 12), sample(1, 31)], cpu, now)).toEqual({
    low: 12,
    high: 31,
  });
  expect(loadRange([sample(1, null)], cpu, now)).toBeNull();
});

test('R1.6 presence: for how much of the time it was online in the last 24 hours, and how often it was lost', () => {
  const { spans, onlinePercent, losses } = presenceHistory(
    [
      { since: now - 30 * HOUR, presence: 'online' },
      { since: now - 12 * HOUR, presence: 'offline' },
      { since: now - 6 * HOUR, presence: 'online' },
    ],
    now,
  );
  expect(spans).toEqual([
    { from: 0, to: 0.5, look: 'full' },
    { from: 0.5, to: 0.75, look: 'low' },
    { from: 0.75, to: 1, look: 'full' },
  ]);
  expect(onlinePercent).toBe(75);
  expect(losses).toBe(1);
});

test('R1.6 before the first span nothing is drawn, and nothing was lost', () => {
  const { spans, onlinePercent, losses } = presenceHistory(
    [
      { since: now - 6 * HOUR, presence: 'offline' },
      { since: now - 3 * HOUR, presence: 'online' },
    ],
    now,
  );
  expect(spans.map(({ from }) => from)).toEqual([0.75, 0.875]);
  expect([onlinePercent, losses]).toEqual([50, 0]);
  expect(presenceHistory([], now).onlinePercent).toBeNull();
});
