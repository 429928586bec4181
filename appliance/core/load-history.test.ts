import { expect, test } from 'vitest';
import { createLoadHistory, loadOf, NO_LOAD } from './load-history.ts';

const MINUTE = 60_000;
const START = 30_000_000 * MINUTE;
const busy = { cpuPercent: 80.5, memoryPercent: 50, disks: [] };

test('R1.6 what was reported holds until something else is', () => {
  const history = createLoadHistory(START);
  history.record(busy, START + 10_000);
  history.record({ ...busy, cpuPercent: 10 }, START + 3 * MINUTE);
  const cpu = history.past(START + 4 * MINUTE + 59_000).load.map(({ at, cpuPercent }) => [at, cpuPercent]);
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
  const samples = history.past(START + 199 * MINUTE).load;
  expect(samples).toHaveLength(61);
  expect(samples[0]).toMatchObject({ at: START + 139 * MINUTE, cpuPercent: 69.5, memoryPercent: 50 });
  expect(samples.at(-1)).toMatchObject({ at: START + 199 * MINUTE, cpuPercent: 99.5, memoryPercent: 50 });
});

test('R1.6 a computer that is not there leaves a gap', () => {
  const history = createLoadHistory(START);
  history.record(busy, START);
  history.record(NO_LOAD, START + MINUTE);
  history.record(busy, START + 3 * MINUTE);
  const cpu = history.past(START + 3 * MINUTE).load.map(({ cpuPercent }) => cpuPercent);
  expect(cpu).toEqual([80.5, null, null, 80.5]);
});

test('R1.6 after more than an hour of silence nothing is known', () => {
  const history = createLoadHistory(START);
  history.record(busy, START);
  history.record(NO_LOAD, START + MINUTE);
  expect(history.past(START + 500 * MINUTE)).toEqual({ disks: [], load: [] });
});

const disk = (mount: string, usedBytes: number, totalBytes = 10) => ({ mount, usedBytes, totalBytes });

test('R1.6 every disk has its own load, and what was not reported is unknown', () => {
  expect(loadOf({ disks: [disk('/', 1), disk('/home', 9), disk('/cd', 0, 0)] }).disks).toEqual([
    { mount: '/', percent: 10 },
    { mount: '/home', percent: 90 },
    { mount: '/cd', percent: null },
  ]);
  expect(loadOf({})).toEqual(NO_LOAD);
});

test('R1.6 every disk has its own hour: one that comes or goes leaves a gap in its own alone', () => {
  const history = createLoadHistory(START);
  history.record(loadOf({ disks: [disk('/', 1), disk('/usb', 5)] }), START);
  history.record(loadOf({ disks: [disk('/', 2)] }), START + MINUTE);
  history.record(loadOf({ disks: [disk('/', 3), disk('/new', 4)] }), START + 2 * MINUTE);
  const { disks, load } = history.past(START + 2 * MINUTE);
  expect(disks).toEqual(['/', '/usb', '/new']);
  expect(load.map(({ diskPercents }) => diskPercents)).toEqual([
    [10, 50, null],
    [20, null, null],
    [30, null, 40],
  ]);
});

test('R1.6 a disk that is gone for an hour is forgotten, and no more than 32 are kept', () => {
  const history = createLoadHistory(START);
  history.record(loadOf({ disks: [disk('/usb', 5)] }), START);
  history.record(loadOf({ disks: [disk('/', 1)] }), START + MINUTE);
  history.record(loadOf({ disks: [disk('/', 2)] }), START + 90 * MINUTE);
  expect(history.past(START + 90 * MINUTE).disks).toEqual(['/']);
  for (let count = 0; count < 50; count += 1) {
    history.record(loadOf({ disks: [disk('/', 1), disk(`/mount-${count}`, 1)] }), START + 91 * MINUTE);
  }
  const { disks } = history.past(START + 91 * MINUTE);
  expect(disks.length).toBeLessThanOrEqual(32);
  expect(disks).toContain('/mount-49');
});
