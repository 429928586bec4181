import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StatisticsUpdate } from '#app/domain/statistics.ts';
import { changedStatistics } from './statistics-changes.ts';

const GIB = 1024 ** 3;
const IDLE = {
  hostname: 'front-desk',
  bootedAt: 1_700_000_000_000,
  privateIps: ['10.0.0.2'],
  cpu: { model: 'Some CPU', cores: 4, percent: 2 },
  memory: { totalBytes: 8 * GIB, usedBytes: 2 * GIB },
  disks: [{ mount: '/', totalBytes: 100 * GIB, usedBytes: 40 * GIB }],
} satisfies StatisticsUpdate;

test('R5.2 the first time everything is reported', () => {
  expect(changedStatistics({}, IDLE)).toEqual(IDLE);
});

test('R5.2 nothing is reported of an idle computer, whose load only wavers', () => {
  const wavering: StatisticsUpdate = {
    ...IDLE,
    bootedAt: IDLE.bootedAt + 1_000,
    cpu: { ...IDLE.cpu, percent: 2.9 },
    memory: { ...IDLE.memory, usedBytes: IDLE.memory.usedBytes + 0.05 * GIB },
    disks: [{ mount: '/', totalBytes: 100 * GIB, usedBytes: 40.5 * GIB }],
  };
  expect(changedStatistics(IDLE, wavering)).toEqual({});
});

test.each<StatisticsUpdate>([
  { hostname: 'renamed' },
  { bootedAt: IDLE.bootedAt + 3_600_000 },
  { privateIps: ['10.0.0.3'] },
  { cpu: { ...IDLE.cpu, percent: 3 } },
  { memory: { ...IDLE.memory, usedBytes: 2.1 * GIB } },
  { memory: { ...IDLE.memory, totalBytes: 16 * GIB } },
  { disks: [] },
  { disks: [{ mount: '/', totalBytes: 100 * GIB, usedBytes: 41 * GIB }] },
  { disks: [{ mount: '/mnt', totalBytes: 100 * GIB, usedBytes: 40 * GIB }] },
])('R5.2 only what changed is reported: %j', (change) => {
  expect(changedStatistics(IDLE, { ...IDLE, ...change })).toEqual(change);
});

test('R5.2 a slow drift is reported once it has added up', () => {
  const percents = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 50 });
  fc.assert(
    fc.property(percents, (loads) => {
      let reported: StatisticsUpdate = {};
      for (const percent of loads) {
        reported = { ...reported, ...changedStatistics(reported, { cpu: { ...IDLE.cpu, percent } }) };
        expect(Math.abs((reported.cpu?.percent ?? 0) - percent)).toBeLessThan(1);
      }
    }),
  );
});
