import type { JumpItem } from '#app/domain/jump-item.ts';
import { MAX_ITEMS_IN_COMMAND } from '#app/domain/jump-item-change.ts';
import { missingRight } from '#app/domain/jump-item-permission.ts';
import { isLive } from '../store/connection-slice.ts';
import type { ConsoleState } from '../store/console-store.ts';
import type { Refusal } from '../store/messages-slice.ts';
import { selectedItems } from '../store/selected-rows.ts';
import { t } from '../texts.ts';
import type { ActionBehaviour } from './action.ts';

type Known = Pick<ConsoleState, 'representative' | 'jumpGroups'>;

/** The refusal that the appliance would give to any change of these items by what this console knows; null for none. */
export function editRefusal(
  { representative, jumpGroups }: Known,
  items: readonly JumpItem[],
): Refusal | null {
  if (representative === null) return null;
  for (const id of new Set(items.map(({ jumpGroupId }) => jumpGroupId))) {
    const group = jumpGroups.rows.get(id);
    const right = group === undefined ? null : missingRight(representative, group, 'edit');
    if (right !== null) return { about: aboutItems(items), code: 'not-permitted', detail: right };
  }
  return null;
}

/** What a refusal about these items names: the one, or how many. */
function aboutItems(items: readonly JumpItem[]): string {
  const [first, ...others] = items;
  if (first !== undefined && others.length === 0) return first.name;
  return t('actions.about-several', { count: items.length });
}

/** Properties (R1.10): of the selected item, or of many at once. */
export const properties: ActionBehaviour = {
  icon: 'properties',
  availability(console) {
    const state = console.store.getState();
    const items = selectedItems(console);
    if (items.length === 0) return 'unavailable';
    const about = aboutItems(items);
    if (items.length > MAX_ITEMS_IN_COMMAND) {
      return { about, code: 'too-many-items', detail: String(MAX_ITEMS_IN_COMMAND) };
    }
    if (!isLive(state.connection)) return { about, code: 'appliance-unreachable' };
    return editRefusal(state, items) ?? 'available';
  },
  run: ({ store }) => store.getState().toggleDialog('properties'),
};
