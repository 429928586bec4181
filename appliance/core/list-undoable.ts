import {
  type ItemsDeed,
  MOST_UNDOABLE,
  REMOVAL_HELD_MS,
  type UndoableDeed,
} from '#app/contracts/jump-item-commands.ts';
import type { EpochMs, RepresentativeId } from '#app/domain/ids.ts';
import type { SiteReader } from './site.ts';
import type { UndoableCommand, UndoStep } from './site-records.ts';
import { undoableOf } from './undoable-commands.ts';

/** What was done longer ago nobody takes back with a key: they have long looked at something else. */
const OFFERED_MS = 60 * 60 * 1_000;

/** What a representative may take back, the last at the end, as a console shows it. */
export function listUndoable(
  site: SiteReader,
  representativeId: RepresentativeId,
  now: EpochMs,
): readonly UndoableDeed[] {
  return undoableOf(site, representativeId)
    .filter(({ performedAt, steps }) => steps.length > 0 && performedAt > now - OFFERED_MS)
    .map((command) => describe(site, command, now))
    .filter(({ heldForMs }) => heldForMs === null || heldForMs > 0)
    .slice(-MOST_UNDOABLE);
}

function describe(
  site: SiteReader,
  { opId, steps, performedAt }: UndoableCommand,
  now: EpochMs,
): UndoableDeed {
  const deed = deedOf(steps);
  const [first, ...others] = steps;
  return {
    opId,
    deed,
    name: first !== undefined && others.length === 0 ? nameOf(site, first) : null,
    count: steps.length,
    heldForMs: deed === 'removed' ? performedAt + REMOVAL_HELD_MS - now : null,
  };
}

function deedOf(steps: readonly UndoStep[]): ItemsDeed {
  const [kind, ...others] = new Set(steps.map((step) => step.kind));
  if (kind === 'removed') return 'removed';
  if (others.length > 0 || (kind === 'created' && steps.length > 1)) return 'imported';
  if (kind === 'created') return 'created';
  return steps.every(isMove) ? 'moved' : 'edited';
}

function isMove(step: UndoStep): boolean {
  if (step.kind !== 'edited' || step.before.jumpGroupId === undefined) return false;
  return Object.keys(step.before).every((field) => field === 'jumpGroupId' || field === 'tag');
}

/** A removed item is held as a record of its own. */
function nameOf(site: SiteReader, { jumpItemId }: UndoStep): string | null {
  const item = site.get('jump-item', jumpItemId) ?? site.get('removed-jump-item', jumpItemId)?.item;
  return item?.name ?? null;
}
