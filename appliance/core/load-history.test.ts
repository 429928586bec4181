import { expect, test } from 'vitest';
import { createLoadHistory, loadOf, NO_LOAD } from './load-history.ts';

const MINUTE = 60_000;
const START = 30_000_000 * MINUTE;
const busy = { cpuPercent: 80.5, memoryPercent: 50, diskPercent: null };

test('R1.6 what was reported holds until something else is', () => {
  const history = createLoadHistory(START);
  history.record(busy, START + 10_000);
  history.record({ ...busy, cpuPercent: 10 }, START + 3 * MINUTE);
  const cpu = history.samples(START + 4 * MINUTE + 59_000).map(({ at, cpuPercent }) => [at, cpuPercent]);
  expect(cpu).toEqual([
    [START, 80.5],
    [START + MINUTE, 80.5],
    [START + 2 * MINUTE, 80.5],
    [START + 3 * MINUTE, 10],
    [START + 4 * MINUTE, 10],
  ]);
});

test('R1.6 an hour is kept, a sample a minute', () => {
  const history = createLoadHistory(START);
  for (let minute = 0; minute < 200; minute += 1) {
    history.record({ ...busy, cpuPercent: minute / 2 }, START + minute * MINUTE);
  }
  const samples = history.samples(START + 199 * MINUTE);
  expect(samples).toHaveLength(61);
  expect(samples[0]).toEqual({ ...busy, at: START + 139 * MINUTE, cpuPercent: 69.5 });
  expect(samples.at(-1)).toEqual({ ...busy, at: START + 199 * MINUTE, cpuPercent: 99.5 });
});

test('R1.6 a computer that is not there leaves a gap', () => {
  const history = createLoadHistory(START);
  history.record(busy, START);
  history.record(NO_LOAD, START + MINUTE);
  history.record(busy, START + 3 * MINUTE);
  const cpu = history.samples(START + 3 * MINUTE).map(({ cpuPercent }) => cpuPercent);
  expect(cpu).toEqual([80.5, null, null, 80.5]);
});

test('R1.6 after more than an hour of silence nothing is known', () => {
  const history = createLoadHistory(START);
  history.record(busy, START);
  history.record(NO_LOAD, START + MINUTE);
  expect(history.samples(START + 500 * MINUTE)).toEqual([]);
});

test('R1.6 of several disks the fullest counts, and what was not reported is unknown', () => {
  const disk = (usedBytes: number, totalBytes: number) => ({ mount: '/', usedBytes, totalBytes });
  expect(loadOf({ disks: [disk(1, 10), disk(9, 10), disk(0, 0)] }).diskPercent).toBe(90);
  expect(loadOf({})).toEqual(NO_LOAD);
});
