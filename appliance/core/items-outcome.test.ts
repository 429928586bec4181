import { expect, test } from 'vitest';
import { MAX_FRAME_BYTES } from '#app/contracts/appliance-protocol.ts';
import { ImportOutcome, MAX_REFUSED_NAMED } from '#app/contracts/jump-item-commands.ts';
import type { JumpItemId } from '#app/domain/ids.ts';
import type { JumpErrorCode } from '#app/domain/jump-error.ts';
import { MAX_ITEMS_IN_COMMAND } from '#app/domain/jump-item-change.ts';
import { placesOf } from '#app/domain/refused-runs.ts';
import { type ItemResult, itemDone, linesOutcomeOf } from './items-outcome.ts';

function refusedAs(place: number, code: JumpErrorCode, detail?: string): ItemResult {
  const jumpItemId = String(place + 1) as JumpItemId;
  const said = { jumpItemId, name: `Line ${place} 名前`, code, ...(detail !== undefined && { detail }) };
  return { ok: false, refused: { ...said, current: null } };
}
const place = (_: unknown, index: number) => index;
const ALL = Array.from({ length: MAX_ITEMS_IN_COMMAND }, place);

/** The worst that can be mixed: no line is refused as its neighbour is. */
const mixed = (index: number): ItemResult => {
  if (index % 5 === 0) return itemDone(null);
  if (index % 5 === 1) return refusedAs(index, 'not-permitted', 'create-jump-items');
  if (index % 5 === 2) return refusedAs(index, 'changed-meanwhile');
  if (index % 5 === 3) return refusedAs(index, 'not-permitted', 'edit-jump-items');
  return refusedAs(index, 'jump-group-not-found');
};

test.each([
  ['for one reason', (index: number) => refusedAs(index, 'jump-group-not-found')],
  ['for many reasons, mixed', mixed],
])(
  'R1.4 every line of the largest import that was refused %s is in its answer, in one frame',
  (_, result) => {
    const results = ALL.map(result);
    const outcome = ImportOutcome.parse({ ...linesOutcomeOf(results), created: 0 });
    expect(Buffer.byteLength(JSON.stringify(outcome))).toBeLessThan(MAX_FRAME_BYTES - 4_096);
    expect(outcome.refused.length).toBeLessThanOrEqual(MAX_REFUSED_NAMED);
    expect(outcome.refused.length).toBeGreaterThan(50);
    const told = new Map<number, string>();
    for (const { code, detail, runs } of outcome.refusedLines) {
      for (const at of placesOf(runs, results.length)) told.set(at, `${code} ${detail}`);
    }
    expect(told.size).toBe(outcome.refusedCount);
    results.forEach((given, at) => {
      expect(told.get(at)).toBe(given.ok ? undefined : `${given.refused.code} ${given.refused.detail}`);
    });
  },
);

test('R1.4 where all refused lines are named, nothing is said twice', () => {
  const { refused, refusedLines } = linesOutcomeOf([refusedAs(0, 'changed-meanwhile'), itemDone(null)]);
  expect(refused).toHaveLength(1);
  expect(refusedLines).toEqual([]);
});
