import type { JumpGroupId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { MAX_ITEMS_IN_COMMAND } from '#app/domain/jump-item-change.ts';
import { type JumpItemDeed, missingRight } from '#app/domain/jump-item-permission.ts';
import { isLive } from '../store/connection-slice.ts';
import type { Console } from '../store/console-context.tsx';
import type { ConsoleState } from '../store/console-store.ts';
import type { JumpItemRow } from '../store/jump-item-row.ts';
import type { Refusal } from '../store/messages-slice.ts';
import { selectedRowsOf } from '../store/selected-rows.ts';
import { t } from '../texts.ts';
import type { Availability } from './action.ts';

type Known = Pick<ConsoleState, 'representative' | 'jumpGroups'>;

/** Why none of these items may be changed so, by what this console knows; null where one of them may. */
export function deedRefusal(
  { representative, jumpGroups }: Known,
  items: readonly Pick<JumpItem, 'name' | 'jumpGroupId'>[],
  deed: JumpItemDeed,
): Refusal | null {
  if (representative === null) return null;
  let refusal: Refusal | null = null;
  for (const id of new Set(items.map(({ jumpGroupId }) => jumpGroupId))) {
    const group = jumpGroups.rows.get(id);
    const right = group === undefined ? null : missingRight(representative, group, deed);
    if (right === null) return null;
    refusal = { about: aboutItems(items), code: 'not-permitted', detail: right };
  }
  return refusal;
}

/** What is said about these items: the one's name, or how many they are. */
export function aboutItems(items: readonly Pick<JumpItem, 'name'>[]): string {
  const [first, ...others] = items;
  if (first !== undefined && others.length === 0) return first.name;
  return t('actions.about-several', { count: items.length });
}

/** Whether what is selected can be changed: not too much of it, with a connection, and where the rights allow it. */
export function changeAvailability({ store, rows }: Console, deed: JumpItemDeed): Availability {
  const state = store.getState();
  const selected = selectedRowsOf(rows, state.selectedIds);
  if (selected.length === 0) return 'unavailable';
  if (selected.length > MAX_ITEMS_IN_COMMAND) {
    const about = t('actions.about-several', { count: selected.length });
    return { about, code: 'too-many-items', detail: String(MAX_ITEMS_IN_COMMAND) };
  }
  const samples = sampleOf(selected);
  const refusal = isLive(state.connection)
    ? deedRefusal(state, samples, deed)
    : ({ code: 'appliance-unreachable' } as const);
  if (refusal === null) return 'available';
  return { ...refusal, about: aboutItems(selected.map(({ item }) => item)) };
}

const samplesOf = new WeakMap<readonly JumpItemRow[], readonly JumpItem[]>();

/** One item of each Jump Group: rights ask for no more. Found once for all who ask while the list stays as it is. */
function sampleOf(selected: readonly JumpItemRow[]): readonly JumpItem[] {
  const known = samplesOf.get(selected);
  if (known !== undefined) return known;
  const byGroup = new Map<JumpGroupId, JumpItem>();
  for (const { item } of selected) if (!byGroup.has(item.jumpGroupId)) byGroup.set(item.jumpGroupId, item);
  const samples = [...byGroup.values()];
  samplesOf.set(selected, samples);
  return samples;
}
