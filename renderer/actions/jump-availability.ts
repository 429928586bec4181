import type { JumpItem } from '#app/domain/jump-item.ts';
import { isLastingRefusal, MAX_JUMPS_AT_ONCE, previewJump } from '#app/domain/jump-preview.ts';
import { refusalText } from '../refusal-text.ts';
import { isLive } from '../store/connection-slice.ts';
import type { ConsoleState } from '../store/console-store.ts';
import type { Refusal } from '../store/messages-slice.ts';
import { t } from '../texts.ts';
import type { Availability } from './action.ts';

type Known = Pick<ConsoleState, 'connection' | 'representative' | 'startingIds'>;

/** What the appliance would answer to a jump, by what this console knows; null when nothing speaks against it. */
export function foreseeRefusal(
  { representative }: Pick<Known, 'representative'>,
  item: JumpItem,
): Refusal | null {
  const hasRight = representative?.rights.includes('jump-to-jump-items') !== false;
  const refusal = previewJump(item, hasRight ? null : 'jump-to-jump-items');
  return refusal === null ? null : { about: item.name, ...refusal };
}

/**
 * What is hopeless is said without asking (R1.12, R7.9); a refusal that may have passed by now is foretold, but not
 * enforced: the appliance knows better, and asking it is cheap.
 */
export function jumpAvailability(state: Known, item: JumpItem): Availability {
  if (state.startingIds.has(item.id)) return 'unavailable';
  if (!isLive(state.connection)) return { about: item.name, code: 'appliance-unreachable' };
  const refusal = foreseeRefusal(state, item);
  return refusal !== null && isLastingRefusal(refusal) ? refusal : 'available';
}

/**
 * The same for what is selected. Several are worth a try when one of them is; more than ten are refused before anything
 * starts.
 * @param items up to eleven of them
 */
export function jumpSelectionAvailability(state: Known, items: readonly JumpItem[]): Availability {
  if (items.length > MAX_JUMPS_AT_ONCE) return tooMany();
  let last: Availability = 'unavailable';
  for (const item of items) {
    last = jumpAvailability(state, item);
    if (last === 'available') return last;
  }
  return last === 'unavailable' || items.length === 1 ? last : { ...last, about: severalItems(items.length) };
}

export function tooMany(): Refusal {
  const about = t('jump-items.title');
  return { about, code: 'too-many-jumps', detail: String(MAX_JUMPS_AT_ONCE) };
}

function severalItems(count: number): string {
  return t('actions.about-several', { count });
}

/** What a jump to these would come to now, where it would fail; said before it is tried. */
export function foreseeJump(state: Known, items: readonly JumpItem[]): string | null {
  const refusals = items.flatMap((item) => foreseeRefusal(state, item) ?? []);
  const [first] = refusals;
  if (first === undefined) return null;
  if (items.length === 1) return refusalText(first);
  return t('jump.foreseen-several', { count: refusals.length, total: items.length });
}
