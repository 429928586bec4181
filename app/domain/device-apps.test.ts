import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPinObstacle, PIN_OBSTACLES } from './device-apps.ts';

describe('R2.10, R5.5 what stands between a device and being pinned', () => {
  test.each([
    ['2.2.7', '2.2.0', null],
    ['2.10.0', '2.3', null],
    ['3', '10.0.0.1', null],
    ['2.2.7', null, 'jumpClientMissing'],
    ['2.2.7', '2.1.9', 'jumpClientOutdated'],
    ['2.2.6', '2.2.0', 'supportClientOutdated'],
    ['2.2', '2.2.0', 'supportClientOutdated'],
    ['2.2.7', 'new', 'jumpClientOutdated'],
  ])('Support Client %s with Jump Client %s: %s', (supportClient, jumpClient, obstacle) => {
    expect(findPinObstacle({ supportClient, jumpClient })).toBe(obstacle);
  });

  test('a computer lacks nothing', () => {
    expect(findPinObstacle(undefined)).toBeNull();
  });

  test('whatever a device says of itself has an answer', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string()), (supportClient, jumpClient) => {
        expect([null, ...PIN_OBSTACLES]).toContain(findPinObstacle({ supportClient, jumpClient }));
      }),
    );
  });
});
