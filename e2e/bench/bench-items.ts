import type { JumpItem } from '#app/domain/jump-item.ts';
import { systemEnvironment } from '../../appliance/system-environment.ts';
import { generateFleet } from '../../appliance/testing/generate-fleet.ts';
import { seedRecords } from '../../appliance/testing/seed-records.ts';

/** The rows of the site that the appliance makes up for `--items` and `--seed`. Its first account sees them all. */
export function benchItems(items: number, seed: number): readonly JumpItem[] {
  const { records } = seedRecords(generateFleet({ items, seed }), systemEnvironment);
  return records.flatMap(({ kind, value }) => (kind === 'jump-item' && value !== null ? [value] : []));
}
